using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;
using Rom.Generators;

namespace Rom.Tests.Generators;

/// <summary>
/// Runs the generator as a compiler would. Every run is done twice and must be cached the second time, its steps must hold
/// nothing of the compiler's, and nothing may be reported by the generator itself.
/// </summary>
internal static class GeneratorHarness
{
    /// <summary>The line that hides warnings from users; tests take it out and see them.</summary>
    private const string BroadPragma = "#pragma warning disable\n";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is "System.Private.CoreLib" or "System.Runtime" or "System.Collections" or "System.Linq"
                or "System.ComponentModel.Primitives" or "System.Memory" or "System.Private.Uri" or "System.Runtime.Numerics" or "System.Net.Primitives"
                or "System.Text.Json" or "System.Text.Encodings.Web" or "System.Collections.Immutable")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(RomModelAttribute).Assembly.Location),
    ];

    /// <summary>Shared, so that the references are bound once.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Consumer", [], References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, checkOverflow: true, specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)]));

    public static CSharpParseOptions ParseOptions(LanguageVersion version = LanguageVersion.CSharp13) =>
        new(version, DocumentationMode.Diagnose);

    /// <summary>A library of some files, of which the first is called <c>File0.cs</c>.</summary>
    public static CSharpCompilation Compile(
        IEnumerable<string> files, NullableContextOptions nullable = NullableContextOptions.Enable, LanguageVersion version = LanguageVersion.CSharp13) =>
        Empty.WithOptions(Empty.Options.WithNullableContextOptions(nullable))
            .AddSyntaxTrees(files.Select((text, i) => CSharpSyntaxTree.ParseText(text, ParseOptions(version), $"File{i}.cs")));

    public static GeneratorDriver Driver(CSharpCompilation compilation) => CSharpGeneratorDriver.Create(
        [new RomModelGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static GeneratedCode Run(params string[] files) => Run(Compile(files));

    public static GeneratedCode Run(CSharpCompilation compilation)
    {
        GeneratorDriver driver = Driver(compilation).RunGenerators(compilation);
        GeneratorRunResult first = driver.GetRunResult().Results.Single();
        GeneratorRunResult second = driver.RunGenerators(compilation.Clone()).GetRunResult().Results.Single();
        Assert.That(first.Exception, Is.Null);
        Assert.That(first.Diagnostics, Is.Empty, "the analyzer reports, the generator does not");
        Assert.That(StepReasons.NotCached(second), Is.Empty, "the second run of the same compilation");
        Assert.That(CompilerObjects.In(StepValues(first)), Is.Empty);
        SyntaxTree[] generated = [.. first.GeneratedSources.Select(source => Visible(source, compilation))];
        return new GeneratedCode(compilation.AddSyntaxTrees(generated), first);
    }

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [new RomModelAnalyzer(), new FilterConditionAnalyzer()];

    /// <summary>What the analyzers report on the compilation with the generated files in it.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation) => compilation
        .WithAnalyzers(Analyzers)
        .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    private static IEnumerable<object> StepValues(GeneratorRunResult result) => result.TrackedSteps
        .Where(step => StepReasons.Named.Contains(step.Key))
        .SelectMany(step => step.Value)
        .SelectMany(step => step.Outputs)
        .Select(output => output.Value);

    private static SyntaxTree Visible(GeneratedSourceResult source, CSharpCompilation compilation)
    {
        string text = source.SourceText.ToString();
        Assert.That(text, Does.Contain(BroadPragma));
        return CSharpSyntaxTree.ParseText(
            text.Replace(BroadPragma, "", StringComparison.Ordinal), (CSharpParseOptions)compilation.SyntaxTrees[0].Options, source.SyntaxTree.FilePath);
    }
}
