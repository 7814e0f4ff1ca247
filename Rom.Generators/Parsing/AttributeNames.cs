using Microsoft.CodeAnalysis;

namespace Rom.Generators.Parsing;

/// <summary>The attributes that a user writes on a model.</summary>
internal static class AttributeNames
{
    public const string RomModelMetadataName = "Rom.RomModelAttribute";

    public const string RomModel = "RomModelAttribute";
    public const string PrimaryKey = "PrimaryKeyAttribute";
    public const string Column = "ColumnAttribute";
    public const string NotStored = "NotStoredAttribute";
    public const string Native = "NativeAttribute";
    public const string Collection = "CollectionAttribute";
    public const string Version = "VersionAttribute";
    public const string Unique = "UniqueAttribute";
    public const string Json = "JsonAttribute";
    public const string Index = "IndexAttribute";
    public const string TextTokenizer = "ITextTokenizer";
    public const string Reference = "ReferenceAttribute";

    /// <summary>The name of a Rom attribute, or null for any other.</summary>
    public static string? Of(AttributeData attribute) =>
        attribute.AttributeClass is { } type && Namespaces.IsRom(type) ? type.Name : null;

    /// <summary>The name as it is written in brackets.</summary>
    public static string Short(AttributeData attribute)
    {
        const string suffix = "Attribute";
        string name = attribute.AttributeClass!.Name;
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }

    public static bool IsModel(INamedTypeSymbol type) => type.GetAttributes().Any(IsModel);

    public static bool IsModel(AttributeData attribute) => Of(attribute) == RomModel;
}
