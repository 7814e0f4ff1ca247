using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>An edit that changes no model writes nothing anew, and one that does writes that model's file and no other.</summary>
public sealed class CachingTests
{
    private const string User = """
        using Rom;
        namespace App;
        [RomModel] public partial class User { public string? Name { get; set; } [Index] public Kind Kind { get; set; } }
        """;

    private const string Team = """
        using Rom;
        namespace App;
        [RomModel] public partial class Team { public Size? Size { get; set; } }
        """;

    private const string Kind = "namespace App; public enum Kind { A, B } public class Size { public int X { get; set; } public int Area() => X; }";

    [Test]
    public void An_unrelated_file_writes_nothing() => Assert.That(Emitted(Kind, Kind + " public class Other { int x; }"), Is.Zero);

    [Test]
    public void A_comment_above_writes_nothing() => Assert.That(Emitted(User, "// a comment\n" + User), Is.Zero);

    [Test]
    public void White_space_inside_writes_nothing() => Assert.That(Emitted(User, User.Replace("{ get; set; }", "{\n get;\n set; }", StringComparison.Ordinal)), Is.Zero);

    [Test]
    public void A_method_of_the_model_writes_nothing() => Assert.That(Emitted(User, User.Replace("{ public", "{ int M() => 1; public", StringComparison.Ordinal)), Is.Zero);

    [Test]
    public void A_new_column_writes_its_model_only() =>
        Assert.That(Emitted(Team, Team.Replace("{ public", "{ public bool Open { get; set; } public", StringComparison.Ordinal)), Is.EqualTo(1));

    [Test]
    public void A_changed_attribute_writes_its_model_only() =>
        Assert.That(Emitted(User, User.Replace("[Index]", "[Index(IndexKind.Ordered)]", StringComparison.Ordinal)), Is.EqualTo(1));

    [Test]
    public void A_changed_enum_in_another_file_writes_the_model_that_uses_it() =>
        Assert.That(Emitted(Kind, Kind.Replace("enum Kind", "enum Kind : byte", StringComparison.Ordinal)), Is.EqualTo(1));

    [Test]
    public void A_new_member_of_that_enum_writes_nothing() =>
        Assert.That(Emitted(Kind, Kind.Replace("B", "B, C", StringComparison.Ordinal)), Is.Zero);

    [Test]
    public void A_new_member_of_a_nested_type_in_another_file_writes_the_model_that_uses_it() =>
        Assert.That(Emitted(Kind, Kind.Replace("public int X", "public int Y { get; set; } public int X", StringComparison.Ordinal)), Is.EqualTo(1));

    [Test]
    public void A_method_of_a_nested_type_writes_nothing() =>
        Assert.That(Emitted(Kind, Kind.Replace("=> X;", "=> X * X;", StringComparison.Ordinal)), Is.Zero);

    [Test]
    public void A_new_model_writes_its_own_file_only() =>
        Assert.That(Emitted(Kind, Kind + " [Rom.RomModel] public partial class Third { }"), Is.EqualTo(1));

    /// <summary>How many files an edit of one of the three writes anew.</summary>
    private static int Emitted(string before, string after)
    {
        Assert.That(after, Is.Not.EqualTo(before));
        CSharpCompilation compilation = GeneratorHarness.Compile([User, Team, Kind]);
        GeneratorDriver driver = GeneratorHarness.Driver(compilation).RunGenerators(compilation);
        Assert.That(StepReasons.Emitted(driver.GetRunResult().Results.Single()), Is.EqualTo(2), "the first run");

        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.ToString() == before);
        SyntaxTree edited = CSharpSyntaxTree.ParseText(after, GeneratorHarness.ParseOptions(), tree.FilePath);
        return StepReasons.Emitted(driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, edited)).GetRunResult().Results.Single());
    }
}
