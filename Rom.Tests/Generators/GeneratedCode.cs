using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>One run of the generator: the consumer's compilation with the generated files in it.</summary>
internal sealed class GeneratedCode(CSharpCompilation output, GeneratorRunResult result)
{
    public CSharpCompilation Output { get; } = output;

    public IReadOnlyList<string> HintNames => [.. result.GeneratedSources.Select(source => source.HintName)];

    /// <summary>The generated files as users get them, with the package's version left out.</summary>
    public string Text => string.Join("\n", result.GeneratedSources.Select(source => source.SourceText.ToString()))
        .Replace($"\"{typeof(Rom.Generators.RomModelGenerator).Assembly.GetName().Version!.ToString(3)}\"", "\"*\"", StringComparison.Ordinal);

    /// <summary>Everything that the compiler says of the whole, warnings included, but for missing documentation of the consumer's own code.</summary>
    public IReadOnlyList<string> Complaints => [.. Output.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Where(diagnostic => diagnostic.Id != "CS1591" || IsGenerated(diagnostic))
        .Select(diagnostic => diagnostic.ToString())];

    public GeneratedCode AssertCompiles()
    {
        Assert.That(Complaints, Is.Empty);
        Assert.That(GeneratorHarness.Analyze(Output).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        return this;
    }

    private static bool IsGenerated(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath.EndsWith(".Rom.g.cs", StringComparison.Ordinal) ?? false;
}
