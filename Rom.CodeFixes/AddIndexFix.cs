using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Rom.CodeFixes;

/// <summary>
/// Adds to a property the index that a query needs. The compiler's error is that of an obsolete member, whose message names the
/// attributes that would help; each becomes one fix.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddIndexFix)), Shared]
public sealed class AddIndexFix : CodeFixProvider
{
    private const string ObsoleteError = "CS0619";
    private static readonly Regex Attributes = new(@"\[(Index(?:\([^\]]*\))?)\]", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ObsoleteError];

    /// <summary>None: two queries of one column would give it the same index twice.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel? semantics = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (semantics is null || root is null) return;
        SyntaxNode refused = root.FindNode(context.Span, getInnermostNodeForTie: true);
        if (Column(semantics, refused, context.CancellationToken) is not { } column) return;
        if (column.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration) return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Match match in Attributes.Matches(diagnostic.GetMessage(CultureInfo.InvariantCulture)))
            {
                string attribute = match.Groups[1].Value;
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add [{attribute}] to '{column.ContainingType.Name}.{column.Name}'",
                        cancellation => AddAsync(context.Document.Project.Solution, declaration, attribute, cancellation),
                        $"{nameof(AddIndexFix)} {attribute}"),
                    diagnostic);
            }
        }
    }

    /// <summary>The property whose generated column, a type nested in the columns of its model, has the refused member.</summary>
    private static IPropertySymbol? Column(SemanticModel semantics, SyntaxNode node, CancellationToken cancellationToken)
    {
        const string suffix = "Column";
        for (SyntaxNode? at = node; at is ExpressionSyntax; at = at.Parent)
        {
            INamedTypeSymbol? type = semantics.GetSymbolInfo(at, cancellationToken).Symbol?.ContainingType;
            if (type is not { ContainingType: { Name: "Columns", ContainingType: { } model } } || !type.Name.EndsWith(suffix, StringComparison.Ordinal)) continue;
            string name = type.Name.Substring(0, type.Name.Length - suffix.Length);
            return model.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();
        }

        return null;
    }

    private static async Task<Solution> AddAsync(Solution solution, SyntaxReference declaration, string attribute, CancellationToken cancellationToken)
    {
        Document? document = solution.GetDocument(declaration.SyntaxTree);
        if (document is null) return solution;
        SyntaxNode property = await declaration.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        editor.ReplaceNode(property, (node, _) => AddAttribute((PropertyDeclarationSyntax)node, attribute));
        return editor.GetChangedDocument().Project.Solution;
    }

    /// <summary>Into the last list of attributes, or as a list of its own before the property on the same line.</summary>
    private static PropertyDeclarationSyntax AddAttribute(PropertyDeclarationSyntax property, string text)
    {
        MemberDeclarationSyntax parsed = SyntaxFactory.ParseMemberDeclaration($"[{text}] int x;")!;
        AttributeSyntax attribute = parsed.AttributeLists[0].Attributes[0];
        if (property.AttributeLists.LastOrDefault() is { Target: null } last)
        {
            AttributeSyntax spaced = attribute.WithLeadingTrivia(SyntaxFactory.Space);
            return property.ReplaceNode(last, last.AddAttributes(spaced));
        }

        AttributeListSyntax list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(property.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        return property.WithLeadingTrivia().WithAttributeLists(SyntaxFactory.SingletonList(list));
    }
}
