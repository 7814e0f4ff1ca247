using NUnit.Framework;
using Rom.CodeFixes;

namespace Rom.Tests.CodeFixes;

/// <summary>What editors offer for the errors that have one obvious answer. Every result is compiled.</summary>
public sealed class CodeFixTests
{
    [TestCase("[RomModel] public class User { }", "User", "[RomModel] public partial class User { }")]
    [TestCase("[RomModel]\n// Kept.\nclass User { }", "User", "[RomModel]\n// Kept.\npartial class User { }")]
    [TestCase("[RomModel] public sealed record User { }", "User", "[RomModel] public sealed partial record User { }")]
    [TestCase(
        "struct Outer { [RomModel] public partial class User { } }", "Outer",
        "partial struct Outer { [RomModel] public partial class User { } }")]
    public async Task A_model_is_made_partial(string source, string type, string expected) =>
        Assert.That(await Fix.ApplyAsync(new MakePartialFix(), "ROM001", source, $"Make '{type}' partial"), Is.EqualTo(expected));

    [TestCase("[Index] public int P { get; }", "[Index] public int P { get; private set; }")]
    [TestCase("[Index] public int P { get; } = 1;", "[Index] public int P { get; private set; } = 1;")]
    [TestCase(
        "[Index]\n    public int P\n    {\n        get;\n    }\n", "[Index]\n    public int P\n    {\n        get;\n        private set;\n    }\n")]
    public async Task A_setter_is_added(string property, string expected)
    {
        string fixedSource = await Fix.ApplyAsync(new AddSetterFix(), "ROM018", Model(property), "Add 'private set;' to 'P'");

        Assert.That(fixedSource, Is.EqualTo(Model(expected)));
    }

    [TestCase("[Reference]", "[Reference(OnDelete.NoAction)]")]
    [TestCase("[Unique, Reference(), Column(\"c\")]", "[Unique, Reference(OnDelete.NoAction), Column(\"c\")]")]
    [TestCase("[Rom.Reference]", "[Rom.Reference(Rom.OnDelete.NoAction)]")]
    public async Task The_action_of_a_reference_is_named(string attributes, string expected) => Assert.That(
        await Fix.ApplyAsync(new NameActionFix(), "ROM061", Model($"{attributes} public Ref<User>? Friend {{ get; set; }}"), "Write 'OnDelete.NoAction'"),
        Is.EqualTo(Model($"{expected} public Ref<User>? Friend {{ get; set; }}")));

    [Test]
    public async Task All_classes_are_made_partial_at_once() => Assert.That(
        await Fix.ApplyToAllAsync(new MakePartialFix(), "ROM001", "class Outer { [RomModel] internal class User { } }\n[RomModel] public sealed record Page { }\n[RomModel] class Post { }"),
        Is.EqualTo("partial class Outer { [RomModel] internal partial class User { } }\n[RomModel] public sealed partial record Page { }\n[RomModel] partial class Post { }"));

    [Test]
    public async Task Setters_are_added_to_all_properties_at_once() => Assert.That(
        await Fix.ApplyToAllAsync(new AddSetterFix(), "ROM018", Model("[Index] public int P { get; } [Unique] public string? Q { get; }")),
        Is.EqualTo(Model("[Index] public int P { get; private set; } [Unique] public string? Q { get; private set; }")));

    [Test]
    public void An_index_is_added_one_at_a_time() => Assert.That(new AddIndexFix().GetFixAllProvider(), Is.Null, "two queries of one column would give it the same index twice");

    [TestCase("[Index] public int P => 1;")]
    [TestCase("[Index] public int P { get => 1; }")]
    [TestCase("[Index] public static int P { get; }")]
    [TestCase("[Index] internal int P { get; }")]
    public async Task No_setter_is_offered_where_one_is_not_enough(string property) =>
        Assert.That(await Fix.OfferedAsync(new AddSetterFix(), "ROM018", Model(property)), Is.Empty);

    [TestCase("public int Age { get; set; }", "u.Age > 3", "[Index]", "[Index] public int Age { get; set; }")]
    [TestCase("[Column(\"a\")] public int Age { get; set; }", "u.Age == 3", "[Index]", "[Column(\"a\"), Index] public int Age { get; set; }")]
    [TestCase("public string? Age { get; set; }", "u.Age.In(\"x\")", "[Index]", "[Index] public string? Age { get; set; }")]
    [TestCase(
        "public string? Age { get; set; }", "u.Age.StartsWith(\"x\")", "[Index(IndexKind.FullText, Prefix = true)]",
        "[Index(IndexKind.FullText, Prefix = true)] public string? Age { get; set; }")]
    [TestCase(
        "public string? Age { get; set; }", "u.Age.StartsWith(\"x\")", "[Index(IndexKind.Ordered)]",
        "[Index(IndexKind.Ordered)] public string? Age { get; set; }")]
    public async Task The_missing_index_is_added(string property, string condition, string index, string expected)
    {
        string fixedSource = await Fix.ApplyAsync(new AddIndexFix(), "CS0619", Query(property, condition), $"Add {index} to 'User.Age'");

        Assert.That(fixedSource, Is.EqualTo(Query(expected, condition)));
    }

    [Test]
    public async Task No_index_is_offered_for_another_obsolete_member()
    {
        const string Source = "class Old { [Obsolete(\"Add [Index] to it.\", true)] public static void M() { } static void N() => M(); }";

        Assert.That(await Fix.OfferedAsync(new AddIndexFix(), "CS0619", Source), Is.Empty);
    }

    private static string Model(string property) => $$"""[RomModel] public partial class User { {{property}} }""";

    private static string Query(string property, string condition) =>
        $$"""
        {{Model(property)}}
        static class Program
        {
            static object Query(RomDatabase db) => User.Query(db).Where(u => {{condition}});
        }
        """;
}
