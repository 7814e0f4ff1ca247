using Microsoft.CodeAnalysis;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The types that a column can have.</summary>
internal static class ScalarParser
{
    public static readonly ScalarSpec Long = Scalar(ScalarKind.Integer, "long");

    /// <summary>How values of a type are stored, or null when they cannot be.</summary>
    public static ScalarSpec? Parse(ITypeSymbol type)
    {
        if (IsNullableValue(type)) type = ((INamedTypeSymbol)type).TypeArguments[0];
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying }) return Enum(type, underlying);
        return type.SpecialType switch
        {
            SpecialType.System_String => Scalar(ScalarKind.String, "string"),
            SpecialType.System_Boolean => Scalar(ScalarKind.Boolean, "bool"),
            SpecialType.System_Int32 => Scalar(ScalarKind.Integer, "int", "int"),
            SpecialType.System_Int64 => Long,
            SpecialType.System_Double => Scalar(ScalarKind.Double, "double"),
            SpecialType.System_Decimal => Scalar(ScalarKind.Decimal, "decimal"),
            SpecialType.System_DateTime => Scalar(ScalarKind.DateTime, "global::System.DateTime"),
            _ when IsSystemType(type, "DateTimeOffset") => Scalar(ScalarKind.DateTimeOffset, "global::System.DateTimeOffset"),
            _ when IsSystemType(type, "Guid") => Scalar(ScalarKind.Guid, "global::System.Guid"),
            _ => null,
        };
    }

    public static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static ScalarSpec? Enum(ITypeSymbol type, INamedTypeSymbol underlying) => underlying.SpecialType switch
    {
        SpecialType.System_UInt64 => null,
        SpecialType.System_Int64 => Scalar(ScalarKind.Integer, Identifiers.Qualified(type), isEnum: true),
        _ => Scalar(ScalarKind.Integer, Identifiers.Qualified(type), underlying.ToDisplayString(), isEnum: true),
    };

    private static ScalarSpec Scalar(ScalarKind kind, string typeName, string? integerType = null, bool isEnum = false) =>
        new() { Kind = kind, TypeName = typeName, IntegerType = integerType, IsEnum = isEnum };

    private static bool IsSystemType(ITypeSymbol type, string name) =>
        type.Name == name && Namespaces.IsSystem(type) && type.ContainingType is null;
}
