using Microsoft.CodeAnalysis;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>What a collection holds.</summary>
internal static class CollectionElements
{
    /// <summary>The T of a type that is, or implements once, <c>IEnumerable&lt;T&gt;</c>; null for a string and for any other type.</summary>
    public static ITypeSymbol? Of(ITypeSymbol type)
    {
        type = ScalarParser.WithoutNullable(type);
        if (type.SpecialType == SpecialType.System_String) return null;
        if (type is IArrayTypeSymbol { Rank: 1 } array) return array.ElementType;
        IEnumerable<INamedTypeSymbol> all = type is INamedTypeSymbol { TypeKind: TypeKind.Interface } own ? type.AllInterfaces.Prepend(own) : type.AllInterfaces;
        INamedTypeSymbol[] sequences = [.. all.Where(one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)];
        return sequences.Length == 1 ? sequences[0].TypeArguments[0] : null;
    }

    /// <summary>The pattern of a collection that is one: neither null nor an immutable array that was never made; null when every value of the type is.</summary>
    public static string? Presence(ITypeSymbol type) =>
        ScalarParser.WithoutNullable(type) is INamedTypeSymbol { IsValueType: true } value && CollectionTypes.Of(value) == CodecKind.ImmutableArray ? "{ IsDefault: false }"
        : type.IsValueType && !ScalarParser.IsNullableValue(type) ? null
        : "{ }";
}
