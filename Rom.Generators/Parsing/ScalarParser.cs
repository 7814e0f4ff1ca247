using Microsoft.CodeAnalysis;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The types that a column can have.</summary>
internal static class ScalarParser
{
    public static readonly ScalarSpec Long = Integer("long");

    public static readonly ScalarSpec String = new() { Kind = ScalarKind.String, TypeName = "string", Format = null, IsValueType = false, IsEnum = false };

    /// <summary>Types without a keyword, by their full name.</summary>
    private static readonly Dictionary<string, ScalarSpec> Named = new(StringComparer.Ordinal)
    {
        ["System.Int128"] = Integer("global::System.Int128") with { HasConversions = true },
        ["System.UInt128"] = Integer("global::System.UInt128") with { HasConversions = true },
        ["System.Numerics.BigInteger"] = Integer("global::System.Numerics.BigInteger") with { HasConversions = true },
        ["System.Half"] = Float("global::System.Half") with { HasConversions = true },
        ["System.DateTimeOffset"] = Value(ScalarKind.Instant, "global::System.DateTimeOffset", "DateTimeOffsetFormat") with { HasConversions = true },
        ["System.DateOnly"] = Value(ScalarKind.Clock, "global::System.DateOnly", "DateFormat"),
        ["System.TimeOnly"] = Value(ScalarKind.Clock, "global::System.TimeOnly", "TimeFormat"),
        ["System.TimeSpan"] = Value(ScalarKind.Duration, "global::System.TimeSpan", "DurationFormat"),
        ["System.Guid"] = Value(ScalarKind.Guid, "global::System.Guid", "GuidFormat"),
        ["System.Uri"] = Object(ScalarKind.Uri, "global::System.Uri", "UriFormat"),
        ["System.Version"] = Object(ScalarKind.Version, "global::System.Version", "VersionFormat"),
        ["System.Net.IPAddress"] = Object(ScalarKind.Address, "global::System.Net.IPAddress", "AddressFormat"),
        ["Rom.GeoPoint"] = Value(ScalarKind.Point, "global::Rom.GeoPoint", "PointFormat"),
    };

    /// <summary>How values of a type are stored, or null when they cannot be.</summary>
    public static ScalarSpec? Parse(ITypeSymbol type)
    {
        type = WithoutNullable(type);
        return type switch
        {
            INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => Enum(type, underlying),
            IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } =>
                Object(ScalarKind.Bytes, "byte[]", "BytesFormat"),
            INamedTypeSymbol { Name: "ReadOnlyMemory", Arity: 1 } memory
                when Namespaces.IsSystem(type) && memory.TypeArguments[0].SpecialType == SpecialType.System_Byte =>
                Value(ScalarKind.Bytes, "global::System.ReadOnlyMemory<byte>", "MemoryFormat") with { HasConversions = true },
            INamedTypeSymbol { Name: "ForeignRef", Arity: 1 } foreign when Namespaces.IsRom(type) =>
                Object(ScalarKind.Foreign, Identifiers.Qualified(type), $"ForeignRefFormat<{Identifiers.Qualified(foreign.TypeArguments[0])}>"),
            INamedTypeSymbol reference when ReferenceParser.IsReference(type) => ReferenceParser.Parse(reference),
            { SpecialType: not SpecialType.None } => Keyword(type),
            INamedTypeSymbol { IsGenericType: false, ContainingType: null } =>
                Named.TryGetValue($"{type.ContainingNamespace.ToDisplayString()}.{type.Name}", out ScalarSpec? named) ? named : null,
            _ => null,
        };
    }

    /// <summary>The type of a column whose values have parts.</summary>
    public static ScalarSpec Nested(CodecSpec codec) =>
        new() { Kind = codec.Kind == CodecKind.Json ? ScalarKind.Json : ScalarKind.Nested, TypeName = codec.TypeName, Format = null, IsValueType = codec.IsValueType, IsEnum = false };

    /// <summary>The T of <c>T?</c>, and any other type as it is.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type) => IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    public static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static ScalarSpec? Keyword(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => String,
        SpecialType.System_Boolean => Value(ScalarKind.Boolean, "bool", "BooleanFormat"),
        SpecialType.System_Char => Value(ScalarKind.Character, "char", "CharacterFormat"),
        SpecialType.System_Double or SpecialType.System_Single => Float(type.ToDisplayString()),
        SpecialType.System_Decimal => Value(ScalarKind.Decimal, "decimal", "DecimalFormat"),
        SpecialType.System_DateTime => Value(ScalarKind.Instant, "global::System.DateTime", "DateTimeFormat"),
        >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => Integer(type.ToDisplayString()),
        _ => null,
    };

    private static ScalarSpec Enum(ITypeSymbol type, INamedTypeSymbol underlying)
    {
        string name = Identifiers.Qualified(type);
        return Value(ScalarKind.Integer, name, $"EnumFormat<{name}, {underlying.ToDisplayString()}>", isEnum: true);
    }

    private static ScalarSpec Integer(string typeName) => Value(ScalarKind.Integer, typeName, $"IntegerFormat<{typeName}>");

    private static ScalarSpec Float(string typeName) => Value(ScalarKind.Float, typeName, $"FloatFormat<{typeName}>");

    private static ScalarSpec Value(ScalarKind kind, string typeName, string format, bool isEnum = false) =>
        new() { Kind = kind, TypeName = typeName, Format = format, IsValueType = true, IsEnum = isEnum };

    private static ScalarSpec Object(ScalarKind kind, string typeName, string format) =>
        new() { Kind = kind, TypeName = typeName, Format = format, IsValueType = false, IsEnum = false };
}
