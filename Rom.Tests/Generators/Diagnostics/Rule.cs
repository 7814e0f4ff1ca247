using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>
/// Checks one diagnostic on a source in which <c>[|</c> and <c>|]</c> mark where it must be. Nothing but it may be reported: what
/// Rom generates for a model that is not valid must bind, so that the user sees one error and no cascade.
/// </summary>
internal static class Rule
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using Rom;";

    /// <summary>The diagnostic is reported at the mark, and its message has a text in it.</summary>
    /// <param name="id">The diagnostic.</param>
    /// <param name="source">The source with a mark.</param>
    /// <param name="message">A part of the message.</param>
    /// <param name="compiler">Errors that the compiler reports of the same cause.</param>
    public static void Reported(string id, string source, string message, params string[] compiler) =>
        Reported(id, source, message, LanguageVersion.CSharp13, compiler);

    public static void Reported(string id, string source, string message, LanguageVersion version, params string[] compiler)
    {
        int start = source.IndexOf("[|", StringComparison.Ordinal);
        int end = source.IndexOf("|]", StringComparison.Ordinal) - 2;
        Assert.That(start, Is.GreaterThanOrEqualTo(0), "the source has no mark");
        GeneratedCode code = Run(source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), version);
        Diagnostic[] found = [.. GeneratorHarness.Analyze(code.Output)];

        Assert.That(found.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { id }));
        Assert.That(found[0].GetMessage(CultureInfo.InvariantCulture), Does.Contain(message));
        Assert.That((found[0].Location.SourceSpan.Start, found[0].Location.SourceSpan.End), Is.EqualTo((start, end)), "the place");
        Assert.That(Errors(code), Is.EquivalentTo(compiler), string.Join("\n", code.Complaints));
    }

    /// <summary>Rom reports nothing, and the whole compiles without a warning.</summary>
    public static void NotReported(string source)
    {
        GeneratedCode code = Run(source, LanguageVersion.CSharp13);

        Assert.That(GeneratorHarness.Analyze(code.Output), Is.Empty);
        Assert.That(code.Complaints, Is.Empty);
    }

    private static GeneratedCode Run(string source, LanguageVersion version) =>
        GeneratorHarness.Run(GeneratorHarness.Compile([source, Usings], version: version));

    private static IEnumerable<string> Errors(GeneratedCode code) => code.Output.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => diagnostic.Id).Distinct();
}
