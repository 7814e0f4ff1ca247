using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;

namespace Rom.Generators.Parsing;

/// <summary>
/// Which properties are stored: public instance properties with a getter, a setter and a compiler-made backing field, those of base
/// classes first. An override takes the place of what it overrides.
/// </summary>
internal static class CandidateParser
{
    public static IReadOnlyList<ColumnCandidate> Find(
        INamedTypeSymbol type, Compilation compilation, ModelDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        List<ColumnCandidate> candidates = [];
        foreach (INamedTypeSymbol declaring in TypeHierarchy.BaseFirst(type))
        {
            HashSet<ISymbol> backed = Backed(declaring);
            foreach (IPropertySymbol property in declaring.GetMembers().OfType<IPropertySymbol>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (property.IsImplicitlyDeclared || property.IsAbstract || SourceSymbols.IsGenerated(property)) continue;
                PropertyAttributes attributes = PropertyAttributes.Read(property);
                (string Why, string Remedy)? obstacle = Obstacle(property, attributes, backed);
                if (obstacle is null) Add(candidates, new ColumnCandidate(property, attributes, type, compilation));
                else if (attributes.NotStored is not null) candidates.RemoveAll(inherited => inherited.IsOverriddenBy(property));
                else if (MayHaveUnseenSetter(property)) ReportUnreachable(property, type, diagnostics);
                // What is inherited holds for the column that is overridden, if there is one.
                AttributeData? said = candidates.Exists(inherited => inherited.IsOverriddenBy(property)) ? attributes.OwnOfAColumn : attributes.AnyOfAColumn;
                if (obstacle is not null && said is { } attribute) ReportNotAColumn(property, attribute, obstacle.Value, diagnostics);
                else if (LooksLikeAColumn(property, attributes, type) && !backed.Contains(property))
                    diagnostics.Report(DiagnosticDescriptors.OwnAccessors, property, type.Name, property.Name);
            }
        }

        candidates.RemoveAll(candidate => !CheckReach(candidate, type, diagnostics));
        return candidates;
    }

    private static void Add(List<ColumnCandidate> candidates, ColumnCandidate candidate)
    {
        int overridden = candidates.FindIndex(inherited => inherited.IsOverriddenBy(candidate.Property));
        if (overridden < 0) candidates.Add(candidate);
        else candidates[overridden] = candidate;
    }

    /// <summary>Generated code reads and sets a column by its name on the model.</summary>
    private static bool CheckReach(ColumnCandidate candidate, INamedTypeSymbol type, ModelDiagnostics diagnostics)
    {
        IPropertySymbol property = candidate.Property;
        ISymbol? hiding = TypeHierarchy.DerivedFirst(type)
            .TakeWhile(one => !SymbolEqualityComparer.Default.Equals(one, property.ContainingType))
            .SelectMany(one => one.GetMembers(property.Name))
            .FirstOrDefault(member => member is not IPropertySymbol { IsOverride: true });
        if (hiding is not null)
        {
            diagnostics.Report(DiagnosticDescriptors.HiddenColumn, hiding,
                $"{hiding.ContainingType.Name}.{hiding.Name}", $"{property.ContainingType.Name}.{property.Name}");
            return false;
        }

        if (candidate.IsReachable) return true;
        ReportUnreachable(property, type, diagnostics);
        return false;
    }

    /// <summary>
    /// The properties with a compiler-made backing field. One in another assembly is not seen, but the accessors of such properties are marked.
    /// </summary>
    public static HashSet<ISymbol> Backed(INamedTypeSymbol type) => new(
        type.GetMembers().OfType<IFieldSymbol>().Select(field => field.AssociatedSymbol).OfType<IPropertySymbol>()
            .SelectMany(property => new[] { property, property.PartialDefinitionPart }).OfType<IPropertySymbol>()
            .Concat(type.GetMembers().OfType<IPropertySymbol>().Where(IsMarkedAutomatic)),
        SymbolEqualityComparer.Default);

    private static bool IsMarkedAutomatic(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.IsEmpty
        && property.GetMethod is { } getter
        && getter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    /// <summary>A private or internal setter in another assembly looks as if it was not there.</summary>
    private static bool MayHaveUnseenSetter(IPropertySymbol property) =>
        property is { SetMethod: null, IsStatic: false, DeclaredAccessibility: Accessibility.Public } && IsMarkedAutomatic(property);

    /// <summary>Settable like one, in the model itself: a base class may have other purposes.</summary>
    private static bool LooksLikeAColumn(IPropertySymbol property, PropertyAttributes attributes, INamedTypeSymbol type) =>
        property is { IsStatic: false, IsIndexer: false, IsOverride: false, IsPartialDefinition: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null, SetMethod: not null }
        && attributes is { NotStored: null, Native: null }
        && !CollectionParser.IsCollection(property.Type)
        && SymbolEqualityComparer.Default.Equals(property.ContainingType, type);

    private static void ReportUnreachable(IPropertySymbol property, INamedTypeSymbol type, ModelDiagnostics diagnostics) => diagnostics.Report(
        DiagnosticDescriptors.UnreachableColumn, property, type, type.Name, $"{property.ContainingType.Name}.{property.Name}");

    private static (string Why, string Remedy)? Obstacle(IPropertySymbol property, PropertyAttributes attributes, HashSet<ISymbol> backed)
    {
        const string auto = "write it as 'get; set;' or remove the attribute";
        return property switch
        {
            { IsStatic: true } => ("it is static", "remove 'static' or the attribute"),
            { IsIndexer: true } => ("it is an indexer", "remove the attribute"),
            { DeclaredAccessibility: not Accessibility.Public } => ("it is not public", "make the property public, or remove the attribute"),
            _ when attributes.NotStored is not null => ("it is [NotStored]", "remove one of the two attributes"),
            _ when attributes.Native is not null => ("it is [Native]", "remove one of the two attributes"),
            _ when CollectionParser.IsCollection(property.Type) => ("it is a collection, which is not stored", "remove the attribute"),
            { SetMethod: null } => ("it has no setter", "add 'private set;' or remove the attribute"),
            { GetMethod: null } => ("it has no getter", auto),
            _ when !backed.Contains(property) => ("it has no compiler-made backing field", auto),
            _ => null,
        };
    }

    private static void ReportNotAColumn(
        IPropertySymbol property, AttributeData attribute, (string Why, string Remedy) obstacle, ModelDiagnostics diagnostics)
    {
        diagnostics.Report(DiagnosticDescriptors.NotAColumn, attribute, property,
            property.ContainingType.Name, property.Name, AttributeNames.Short(attribute), obstacle.Why, obstacle.Remedy);
    }
}
