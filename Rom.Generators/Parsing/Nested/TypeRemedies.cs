using Microsoft.CodeAnalysis;

namespace Rom.Generators.Parsing;

/// <summary>What to write instead of a type of the framework that cannot be stored.</summary>
internal static class TypeRemedies
{
    private const string Types =
        "use a number, string, bool, char, byte[], date, time, Guid, Uri, Version, IPAddress, GeoPoint or enum, a nullable form of one of these, "
        + "or a class, record, struct, List, array, HashSet, Dictionary or tuple of them";

    /// <summary>For the type of a column.</summary>
    public static string OfColumn(ITypeSymbol type) => Replacement(type)
        ?? (IsJson(type) ? "store it as JSON: [Json(typeof(...))] with a serializer context that has it"
            : Types + "; or say how it is stored: [Column(Converter = typeof(...))], or [Json(typeof(...))]");

    /// <summary>For the type of a member of a nested value.</summary>
    public static string OfMember(ITypeSymbol type) => Replacement(type)
        ?? (IsJson(type) ? "make it a column of its own that is [Json]"
            : "use a scalar, a class, record or struct with public members, a List, array, HashSet, Dictionary or tuple of these");

    private static string? Replacement(ITypeSymbol type)
    {
        type = ScalarParser.WithoutNullable(type);
        if (type is not INamedTypeSymbol named || !CollectionTypes.IsOfFramework(named)) return null;
        string[] arguments = [.. named.TypeArguments.Select(one => one.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat))];
        string first = arguments.FirstOrDefault() ?? "";
        return (named.Name, arguments.Length) switch
        {
            ("Memory" or "ArraySegment", 1) when first == "byte" => "write 'ReadOnlyMemory<byte>' or 'byte[]'",
            ("Memory" or "ReadOnlyMemory" or "ArraySegment", 1) => $"write '{first}[]' or 'List<{first}>'",
            ("SortedSet" or "FrozenSet" or "ImmutableHashSet" or "ImmutableSortedSet", 1) => $"write 'HashSet<{first}>'",
            (_, 1) when CollectionTypes.IsEnumerable(named) => $"write 'List<{first}>'",
            (_, 2) when CollectionTypes.IsEnumerable(named) => $"write 'Dictionary<{first}, {arguments[1]}>'",
            ("Tuple", > 1) => $"write the value tuple '({string.Join(", ", arguments)})'",
            ("IntPtr", _) => "write 'long'",
            ("UIntPtr", _) => "write 'ulong'",
            ("Rune", _) => "write 'string', or 'int' for its number",
            _ => null,
        };
    }

    private static bool IsJson(ITypeSymbol type) =>
        ScalarParser.WithoutNullable(type).ContainingNamespace?.ToDisplayString() is "System.Text.Json" or "System.Text.Json.Nodes";
}
