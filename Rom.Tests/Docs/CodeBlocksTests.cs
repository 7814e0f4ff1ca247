using NUnit.Framework;

namespace Rom.Tests.Docs;

/// <summary>
/// Every block of C# in README.md and docs compiles without a warning. One that begins with <c>using Rom;</c> is a whole file;
/// any other may use the model <c>User</c> of docs/getting-started.md and the names that <see cref="CodeBlockSource"/> gives.
/// </summary>
public class CodeBlocksTests
{
    private const string SampleModelPage = "docs/getting-started.md";

    private static readonly CodeBlockCompiler Compiler = new(SampleModel());

    private static IEnumerable<TestCaseData> Blocks() => CodeBlock.ReadAll()
        .Select(block => new TestCaseData(block).SetArgDisplayNames(block.ToString()));

    [TestCaseSource(nameof(Blocks))]
    public async Task A_block_compiles(object block)
    {
        Assert.That(await Compiler.CompileAsync((CodeBlock)block), Is.Empty);
    }

    [Test]
    public void Options_of_blocks_are_known()
    {
        Assert.That(CodeBlock.ReadAll().Select(block => block.Options).Distinct(), Is.All.Empty);
    }

    [TestCase("bool any = await User.Query(db).Where(u => u.Balance > 10).AnyAsync();", "User.Balance has no index that answers >. Add [Index] to the property.")]
    [TestCase("[Index] public object? Home { get; set; }", "ROM004")]
    [TestCase("public partial class Post { public string Title { get; set; } }", "CS8618")]
    [TestCase("using Rom;\n\nConsole.WriteLine(RomDatabase.InMemory().Count);", "CS1061")]
    [TestCase("#pragma warning disable\n\nint a = ;", "CS1525")]
    public async Task A_wrong_block_is_reported_with_its_line(string text, string problem)
    {
        CodeBlock block = CodeBlock.Read("docs/page.md", $"A page.\n\n```csharp\n{text}\n```\n").Single();

        IReadOnlyList<string> found = await Compiler.CompileAsync(block);

        int line = 3 + text.Split('\n').Length;
        Assert.That(found, Has.Some.Contain(problem));
        Assert.That(found, Has.All.StartsWith($"docs/page.md({line},"));
    }

    [Test]
    public void Blocks_of_other_languages_are_left_alone()
    {
        Assert.That(CodeBlock.Read("docs/page.md", "```sh\nls\n```\n\n```csharp\nint a = 1;\n```\n").Select(block => block.Text), Is.EqualTo(new[] { "int a = 1;\n" }));
    }

    private static string SampleModel() =>
        CodeBlock.ReadAll().First(block => block.File == SampleModelPage && block.IsWholeFile && block.Text.Contains("partial class User", StringComparison.Ordinal)).Text;
}
