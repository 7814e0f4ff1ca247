using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Which properties are columns where the compiler makes the backing field in less usual ways, or in another assembly.</summary>
public sealed class BaseClassTests
{
    [Test]
    public void A_property_with_the_field_keyword_is_a_column() => Assert.That(
        Columns("[Rom.RomModel] public partial class User { public string? Name { get; set => field = value?.Trim(); } public int Twice { get => 2; set { } } }"),
        Is.EqualTo(new[] { "Id", "Name" }));

    [Test]
    public void A_partial_property_is_a_column_where_the_compiler_makes_its_field() => Assert.That(
        Columns("""
            [Rom.RomModel] public partial class User
            {
                [Rom.Index] public partial string? Name { get; set; }
                public partial string? Name { get => field; set => field = value?.Trim(); }
                public partial int Two { get; set; }
                public partial int Two { get => 2; set { } }
            }
            """),
        Is.EqualTo(new[] { "Id", "Name" }));

    [Test]
    public void Columns_of_a_base_in_another_assembly_are_inherited()
    {
        CSharpCompilation consumer = GeneratorHarness.Compile(["[Rom.RomModel] public partial class User : Stamped { }"]).AddReferences(Library(
            """
            public abstract class Entity<T>
            {
                [Rom.Index] public int Size { get; set; }
                public T? Owner { get; set; }
                public int Twice { get => 2; set { } }
                [Rom.NotStored] public object? Tag { get; set; }
            }
            public class Stamped : Entity<string> { public string? By { get; init; } }
            """));

        GeneratedCode code = GeneratorHarness.Run(consumer).AssertCompiles();

        Assert.That(ColumnsOf(code), Is.EqualTo(new[] { "Id", "Size", "Owner", "By" }));
    }

    [TestCase("{ get; private set; }")]
    [TestCase("{ get; }")]
    public void A_setter_that_cannot_be_seen_in_another_assembly_is_reported(string accessors)
    {
        CSharpCompilation consumer = GeneratorHarness.Compile(["[Rom.RomModel] public partial class User : Base { }"])
            .AddReferences(Library($$"""public class Base { public int P {{accessors}} }"""));

        Diagnostic found = GeneratorHarness.Analyze(GeneratorHarness.Run(consumer).Output).Single();

        Assert.That((found.Id, found.Location.SourceTree?.FilePath), Is.EqualTo(("ROM051", "File0.cs")));
    }

    private static PortableExecutableReference Library(string source)
    {
        using MemoryStream image = new();
        Assert.That(GeneratorHarness.Compile([source]).Emit(image, options: new Microsoft.CodeAnalysis.Emit.EmitOptions(metadataOnly: true)).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static IEnumerable<string> Columns(string source) =>
        ColumnsOf(GeneratorHarness.Run(GeneratorHarness.Compile([source], version: LanguageVersion.Preview)).AssertCompiles());

    private static IEnumerable<string> ColumnsOf(GeneratedCode code) => code.Output.GetTypeByMetadataName("User+Columns")!
        .GetMembers().OfType<IPropertySymbol>().Select(property => property.Name);
}
