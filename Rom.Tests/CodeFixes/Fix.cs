using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using NUnit.Framework;
using Rom.Tests.Generators;

namespace Rom.Tests.CodeFixes;

/// <summary>Applies what a code fix offers for the first diagnostic of an id, in a project that an editor would have.</summary>
internal static class Fix
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using Rom;";

    /// <summary>The titles of what is offered.</summary>
    public static async Task<IEnumerable<string>> OfferedAsync(CodeFixProvider provider, string id, string source) =>
        (await ActionsAsync(provider, id, source)).Select(action => action.Title);

    /// <summary>The source after the offer with a title, which must then have no error.</summary>
    public static async Task<string> ApplyAsync(CodeFixProvider provider, string id, string source, string title)
    {
        CodeAction action = (await ActionsAsync(provider, id, source)).Single(one => one.Title == title);
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Document document = changed.Projects.Single().Documents.Single(one => one.Name == "File0.cs");
        string text = (await document.GetTextAsync()).ToString();
        GeneratedCode code = GeneratorHarness.Run(text, Usings);
        code.AssertCompiles();
        Assert.That(GeneratorHarness.Analyze(code.Output), Is.Empty);
        return text;
    }

    /// <summary>The source after the one offer for every diagnostic of an id in the file, applied as an editor does it, which must then have no error.</summary>
    public static async Task<string> ApplyToAllAsync(CodeFixProvider provider, string id, string source)
    {
        GeneratedCode code = GeneratorHarness.Run(source, Usings);
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, code.Output);
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        Diagnostic[] diagnostics = [.. GeneratorHarness.Analyze(compilation).Where(one => one.Id == id)];
        Assert.That(diagnostics, Has.Length.GreaterThan(1));
        string key = await KeyAsync(provider, document, diagnostics[0]);
        FixAllContext all = new(document, provider, FixAllScope.Document, key, [id], new Diagnostics(diagnostics), CancellationToken.None);
        CodeAction action = (await provider.GetFixAllProvider()!.GetFixAsync(all))!;
        Solution changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        string text = (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
        GeneratedCode result = GeneratorHarness.Run(text, Usings);
        result.AssertCompiles();
        Assert.That(GeneratorHarness.Analyze(result.Output), Is.Empty);
        return text;
    }

    private static async Task<string> KeyAsync(CodeFixProvider provider, Document document, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.Single().EquivalenceKey!;
    }

    private static async Task<List<CodeAction>> ActionsAsync(CodeFixProvider provider, string id, string source)
    {
        GeneratedCode code = GeneratorHarness.Run(source, Usings);
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, code.Output);
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        Diagnostic diagnostic = compilation.GetDiagnostics().Concat(GeneratorHarness.Analyze(compilation)).First(one => one.Id == id);
        Assert.That(provider.FixableDiagnosticIds, Does.Contain(id));
        List<CodeAction> actions = [];
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    /// <summary>What an editor knows to be wrong.</summary>
    private sealed class Diagnostics(Diagnostic[] known) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(known.Where(one => one.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(known);
    }

    /// <summary>A project of the compilation's files; the one to fix is its first.</summary>
    private static Document Open(AdhocWorkspace workspace, Compilation compilation)
    {
        Project project = workspace.AddProject("Consumer", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(compilation.SyntaxTrees.First().Options);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
            project = project.AddDocument(tree.FilePath, tree.GetRoot(), filePath: tree.FilePath).Project;
        return project.Documents.Single(document => document.Name == "File0.cs");
    }
}
