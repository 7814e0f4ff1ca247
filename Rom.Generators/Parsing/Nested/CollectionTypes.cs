using Microsoft.CodeAnalysis;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The framework's collections that nested values may have.</summary>
internal static class CollectionTypes
{
    /// <summary>What a collection is stored as, or null for any other type.</summary>
    public static CodecKind? Of(INamedTypeSymbol type) => Namespace(type) switch
    {
        "System.Collections.Generic" => type.MetadataName switch
        {
            "List`1" => CodecKind.List,
            "IEnumerable`1" or "ICollection`1" or "IList`1" or "IReadOnlyCollection`1" or "IReadOnlyList`1" => CodecKind.Sequence,
            "HashSet`1" or "ISet`1" or "IReadOnlySet`1" => CodecKind.Set,
            "Dictionary`2" or "IDictionary`2" or "IReadOnlyDictionary`2" => CodecKind.Dictionary,
            _ => null,
        },
        "System.Collections.Immutable" when type.MetadataName == "ImmutableArray`1" => CodecKind.ImmutableArray,
        _ => null,
    };

    /// <summary>Whether a type is the framework's, so that what is inside it is nothing to store.</summary>
    public static bool IsOfFramework(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty
        && (Namespace(type) is "System" or "Microsoft" || Namespace(type).StartsWith("System.", StringComparison.Ordinal))
        && !(type.MetadataName == "KeyValuePair`2" && Namespace(type) == "System.Collections.Generic");

    public static bool IsEnumerable(ITypeSymbol type) =>
        type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static string Namespace(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString();
}
