using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rom.Generators.Diagnostics;

namespace Rom.CodeFixes;

/// <summary>Gives a property that has a Rom attribute and only a getter the private setter that makes it a column.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSetterFix)), Shared]
public sealed class AddSetterFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.NotAColumn.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        PropertyDeclarationSyntax? property = root?.FindNode(context.Span).FirstAncestorOrSelf<PropertyDeclarationSyntax>();
        if (property is null || !CanHaveSetter(property)) return;
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Add 'private set;' to '{property.Identifier.ValueText}'",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root!.ReplaceNode(property, AddSetter(property)))),
                nameof(AddSetterFix)),
            context.Diagnostics);
    }

    /// <summary>Whether the one thing that is missing is a setter: with a body of its own a getter has no field to set.</summary>
    private static bool CanHaveSetter(PropertyDeclarationSyntax property) =>
        property.AccessorList is { Accessors.Count: 1 } list
        && list.Accessors[0] is { RawKind: (int)SyntaxKind.GetAccessorDeclaration, Body: null, ExpressionBody: null }
        && !property.Modifiers.Any(SyntaxKind.StaticKeyword)
        && property.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static PropertyDeclarationSyntax AddSetter(PropertyDeclarationSyntax property)
    {
        AccessorDeclarationSyntax getter = property.AccessorList!.Accessors[0];
        AccessorDeclarationSyntax setter = SyntaxFactory.AccessorDeclaration(SyntaxKind.SetAccessorDeclaration)
            .AddModifiers(SyntaxFactory.Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(getter.GetTrailingTrivia()));
        getter = getter.WithTrailingTrivia(SyntaxFactory.Space);
        return property.WithAccessorList(property.AccessorList.WithAccessors(SyntaxFactory.List([getter, setter])));
    }
}
