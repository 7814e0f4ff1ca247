using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Rom.Generators.Parsing;

/// <summary>Names and literals as C# source writes them.</summary>
internal static class Identifiers
{
    private static readonly SymbolDisplayFormat QualifiedNamespace = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>Whether a name can be one in source.</summary>
    public static bool IsIdentifier(string name) => SyntaxFacts.IsValidIdentifier(name);

    /// <summary>A name with <c>@</c> in front where it is a keyword in any context.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A constant as an expression of a type.</summary>
    public static string Constant(object value, string typeName) => value switch
    {
        double.NaN or float.NaN => $"({typeName})double.NaN",
        double number when double.IsInfinity(number) => $"{(number > 0 ? "" : "-")}double.PositiveInfinity",
        float number when float.IsInfinity(number) => $"{(number > 0 ? "" : "-")}float.PositiveInfinity",
        decimal => $"{SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)}m",
        _ => $"({typeName})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})",
    };

    public static string? Namespace(INamespaceSymbol symbol) => symbol.IsGlobalNamespace ? null : symbol.ToDisplayString(QualifiedNamespace);

    /// <summary><c>global::Namespace.Outer.Name</c></summary>
    public static string Qualified(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary><c>global::Namespace.Outer.Name</c> with the annotations of its type arguments and not its own.</summary>
    public static string Annotated(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    /// <summary><c>Namespace.Outer+Name</c></summary>
    public static string Metadata(ISymbol symbol) => symbol switch
    {
        { ContainingType: { } outer } => $"{Metadata(outer)}+{symbol.MetadataName}",
        { ContainingNamespace: { IsGlobalNamespace: false } outer } => $"{Metadata(outer)}.{symbol.MetadataName}",
        _ => symbol.MetadataName,
    };

    /// <summary>A property's name as a parameter is named; <paramref name="taken"/> names give <c>value</c>.</summary>
    public static string Parameter(string property, params string[] taken)
    {
        string name = !property.Any(char.IsLower)
            ? property.ToLowerInvariant()
            : char.ToLowerInvariant(property[0]) + property.Substring(1);
        return taken.Contains(name, StringComparer.Ordinal) ? "value" : Escape(name);
    }

    /// <summary>Whether a parameter is named like a property, in any case of the first letter.</summary>
    public static bool IsParameterOf(string property, string parameter) =>
        property == parameter || string.Equals(Parameter(property).TrimStart('@'), parameter, StringComparison.Ordinal);
}
