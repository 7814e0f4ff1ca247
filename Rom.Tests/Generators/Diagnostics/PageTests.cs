using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Generators;

/// <summary>The code on each diagnostic's page is what it says: the wrong one is reported, the right one compiles.</summary>
public sealed class PageTests
{
    private const string Prelude = "global using System; global using System.Collections.Generic; global using Rom; public enum Status { Open, Closed }";

    private static IEnumerable<string> Pages => Directory.GetFiles(SourceTree.Path("docs", "diagnostics"), "ROM*.md")
        .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Pages))]
    public void The_wrong_code_is_reported(string id)
    {
        LanguageVersion version = id == "ROM017" ? LanguageVersion.CSharp10 : LanguageVersion.CSharp13;
        CSharpCompilation compilation = GeneratorHarness.Compile([Code(id, "Wrong"), Prelude, .. Context(id, "Wrong")], version: version);
        GeneratedCode code = GeneratorHarness.Run(id == "ROM020" ? FakeRuntime.With(compilation, 2) : compilation);

        Assert.That(GeneratorHarness.Analyze(code.Output).Select(diagnostic => diagnostic.Id).Distinct(), Is.EqualTo(new[] { id }));
    }

    [TestCaseSource(nameof(Pages))]
    public void The_right_code_compiles(string id)
    {
        GeneratedCode code = GeneratorHarness.Run([Code(id, "Right"), Prelude, .. Context(id, "Right")]);

        code.AssertCompiles();
        if (id != "ROM016") Assert.That(GeneratorHarness.Analyze(code.Output), Is.Empty);
    }

    private static string[] Context(string id, string heading) =>
        Code(id, heading).Contains("JsonSerializerContext", StringComparison.Ordinal) ? [JsonContext.Source] : [];

    private static string Code(string id, string heading)
    {
        const string Fence = "```";
        string page = File.ReadAllText(SourceTree.Path("docs", "diagnostics", id + ".md"));
        string after = page[page.IndexOf($"## {heading}\n\n{Fence}csharp\n", StringComparison.Ordinal)..];
        string block = after[(after.IndexOf("csharp\n", StringComparison.Ordinal) + "csharp\n".Length)..];
        return block[..block.IndexOf(Fence, StringComparison.Ordinal)];
    }
}
