using Microsoft.CodeAnalysis;

namespace Rom.Generators.Parsing;

/// <summary>A class and its bases but object: columns, uniques and indexes are declared in any of them.</summary>
internal static class TypeHierarchy
{
    /// <summary>The type itself, then its base, and so on.</summary>
    public static IEnumerable<INamedTypeSymbol> DerivedFirst(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? one = type; one is { SpecialType: not SpecialType.System_Object }; one = one.BaseType) yield return one;
    }

    /// <summary>In the order of columns: the most general class first.</summary>
    public static IEnumerable<INamedTypeSymbol> BaseFirst(INamedTypeSymbol type) => DerivedFirst(type).Reverse();

    /// <summary>The attributes of the class, those of its bases first.</summary>
    public static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type) => BaseFirst(type).SelectMany(one => one.GetAttributes());

    /// <summary>Whether a property overrides another, however many classes lie between.</summary>
    public static bool Overrides(IPropertySymbol property, IPropertySymbol other)
    {
        IPropertySymbol? one = property.OverriddenProperty;
        while (one is not null && !SymbolEqualityComparer.Default.Equals(one, other)) one = one.OverriddenProperty;
        return one is not null;
    }

    /// <summary>A member of that name which the user wrote and the model sees, or null; one that the class declares itself comes first.</summary>
    public static ISymbol? UserMember(INamedTypeSymbol type, string name) => DerivedFirst(type)
        .Select(one => SourceSymbols.UserMember(one, name))
        .FirstOrDefault(member => member is not null && (SymbolEqualityComparer.Default.Equals(member.ContainingType, type) || IsInherited(member)));

    private static bool IsInherited(ISymbol member) => member.DeclaredAccessibility != Accessibility.Private;
}
