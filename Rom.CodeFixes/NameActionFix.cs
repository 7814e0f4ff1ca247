using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rom.Generators.Diagnostics;

namespace Rom.CodeFixes;

/// <summary>Says of a reference that nothing happens to it when its target is deleted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameActionFix)), Shared]
public sealed class NameActionFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.NoAction.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute) return;
        // As far as the attribute's own name is qualified, which is in the same namespace.
        string qualifier = attribute.Name is QualifiedNameSyntax { Left: { } left } ? $"{left}." : "";
        AttributeSyntax named = attribute.WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"({qualifier}OnDelete.NoAction)"));
        context.RegisterCodeFix(
            CodeAction.Create(
                "Write 'OnDelete.NoAction'",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(attribute, named))),
                nameof(NameActionFix)),
            context.Diagnostics);
    }
}
