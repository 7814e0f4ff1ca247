using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;

namespace Rom.Generators.Parsing;

/// <summary>Which properties are stored: public instance properties with a getter, a setter and a compiler-made backing field.</summary>
internal static class CandidateParser
{
    public static IReadOnlyList<ColumnCandidate> Find(INamedTypeSymbol type, ModelDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        List<ColumnCandidate> candidates = [];
        HashSet<ISymbol> backed = Backed(type);
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (property.IsImplicitlyDeclared || SourceSymbols.IsGenerated(property)) continue;
            PropertyAttributes attributes = PropertyAttributes.Read(property);
            (string Why, string Remedy)? obstacle = Obstacle(property, attributes, backed);
            if (obstacle is null) candidates.Add(new ColumnCandidate(property, attributes));
            else if (attributes.AnyOfAColumn is { } attribute) ReportNotAColumn(property, attribute, obstacle.Value, diagnostics);
        }

        return candidates;
    }

    /// <summary>
    /// Whether a property of a base class would be a column if columns were inherited. The backing field of one in another
    /// assembly cannot be seen, so every settable one counts.
    /// </summary>
    public static bool MayBeInheritedColumn(IPropertySymbol property) =>
        property is { IsAbstract: false, IsImplicitlyDeclared: false }
        && Obstacle(property, PropertyAttributes.Read(property), IsInSource(property) ? Backed(property.ContainingType) : null) is null;

    private static bool IsInSource(IPropertySymbol property) => !property.DeclaringSyntaxReferences.IsEmpty;

    private static HashSet<ISymbol> Backed(INamedTypeSymbol type) => new(
        type.GetMembers().OfType<IFieldSymbol>().Select(field => field.AssociatedSymbol).OfType<IPropertySymbol>(), SymbolEqualityComparer.Default);

    private static (string Why, string Remedy)? Obstacle(
        IPropertySymbol property, PropertyAttributes attributes, HashSet<ISymbol>? backed)
    {
        const string auto = "write it as 'get; set;' or remove the attribute";
        return property switch
        {
            { IsStatic: true } => ("it is static", "remove 'static' or the attribute"),
            { IsIndexer: true } => ("it is an indexer", "remove the attribute"),
            { DeclaredAccessibility: not Accessibility.Public } => ("it is not public", "make the property public, or remove the attribute"),
            _ when attributes.NotStored is not null => ("it is [NotStored]", "remove one of the two attributes"),
            { SetMethod: null } => ("it has no setter", "add 'private set;' or remove the attribute"),
            { GetMethod: null } => ("it has no getter", auto),
            _ when backed is not null && !backed.Contains(property) => ("it has no compiler-made backing field", auto),
            _ => null,
        };
    }

    private static void ReportNotAColumn(
        IPropertySymbol property, AttributeData attribute, (string Why, string Remedy) obstacle, ModelDiagnostics diagnostics)
    {
        const string suffix = "Attribute";
        string name = AttributeNames.Of(attribute)!;
        diagnostics.Report(DiagnosticDescriptors.NotAColumn, attribute, property,
            property.ContainingType.Name, property.Name, name.Substring(0, name.Length - suffix.Length), obstacle.Why, obstacle.Remedy);
    }
}
