using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Rom.Generators;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Docs;

/// <summary>Compiles blocks of the documentation as a user's project would: against the runtime, with the generator and its analyzer.</summary>
/// <param name="sampleModel">The model <c>User</c>, which blocks that are no whole file may use.</param>
internal sealed class CodeBlockCompiler(string sampleModel)
{
    // async without await, and locals and local functions that a short example does not go on to use
    private static readonly string[] Allowed = ["CS1998", "CS0168", "CS0219", "CS8321"];

    private static readonly MetadataReference[] References = FindReferences();

    /// <summary>The errors and warnings, each with its place in the page.</summary>
    public async Task<IReadOnlyList<string>> CompileAsync(CodeBlock block)
    {
        List<SyntaxTree> trees = [Parse("ImplicitUsings.cs", CodeBlockSource.ImplicitUsings)];
        if (block.IsWholeFile)
            trees.Add(Parse(block.File, $"#line {block.Line} \"{block.File}\"\n{block.Text}"));
        else
            trees.AddRange([Parse("SampleModel.cs", sampleModel), Parse(block.File, CodeBlockSource.Complete(block))]);

        Compilation compilation = CSharpCompilation.Create("Block", trees, References, Options(trees));
        CSharpGeneratorDriver
            .Create([new RomModelGenerator().AsSourceGenerator(), .. FrameworkGenerators.All], parseOptions: (CSharpParseOptions)trees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out ImmutableArray<Diagnostic> ofGenerator);
        ImmutableArray<Diagnostic> others = await compilation.WithAnalyzers([new RomModelAnalyzer(), new FilterConditionAnalyzer()]).GetAllDiagnosticsAsync();
        return [.. ofGenerator.Concat(others)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !Allowed.Contains(diagnostic.Id))
            .Select(diagnostic => diagnostic.ToString())];
    }

    private static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), path);

    private static CSharpCompilationOptions Options(List<SyntaxTree> trees)
    {
        bool isProgram = trees.Exists(tree => tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any());
        return new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
    }

    private static MetadataReference[] FindReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework)
                .Append(typeof(RomDatabase).Assembly.Location)
                .Append(typeof(StackExchange.Redis.IConnectionMultiplexer).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
