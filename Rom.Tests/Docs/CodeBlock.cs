using System.Text.RegularExpressions;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Docs;

/// <summary>A block of C# in a page of the documentation.</summary>
/// <param name="File">The page, from the root of the repository.</param>
/// <param name="Line">The line of the block's first line of code, from 1.</param>
/// <param name="Options">What follows <c>csharp</c> on the opening fence.</param>
/// <param name="Text">The code.</param>
internal sealed partial record CodeBlock(string File, int Line, string Options, string Text)
{
    /// <summary>Whether it is a whole file; another is a part of one, of which the test supplies the rest.</summary>
    public bool IsWholeFile => Text.StartsWith("using Rom;", StringComparison.Ordinal);

    /// <summary>The blocks of README.md and of every page below docs, but for those of diagnostics, which their own test compiles.</summary>
    public static IEnumerable<CodeBlock> ReadAll() =>
        Directory.EnumerateFiles(SourceTree.Path("docs"), "*.md", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "diagnostics")
            .Order(StringComparer.Ordinal)
            .Prepend(SourceTree.Path("README.md"))
            .SelectMany(path => Read(Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/'), System.IO.File.ReadAllText(path)));

    /// <summary>The blocks of a page.</summary>
    public static IEnumerable<CodeBlock> Read(string file, string page) => Fenced().Matches(page.ReplaceLineEndings("\n")).Select(match =>
    {
        Group text = match.Groups["text"];
        return new CodeBlock(file, page.ReplaceLineEndings("\n").AsSpan(0, text.Index).Count('\n') + 1, match.Groups["options"].Value.Trim(), text.Value);
    });

    public override string ToString() => $"{File}:{Line}";

    [GeneratedRegex("^```csharp(?<options>[^\n]*)\n(?<text>.*?)^```[ ]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
