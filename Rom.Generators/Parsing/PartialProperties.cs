using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rom.Generators.Diagnostics;

namespace Rom.Generators.Parsing;

/// <summary>Properties that a model declares partial and the generator implements.</summary>
internal static class PartialProperties
{
    /// <summary>Those that the user wrote in the model or a base of it.</summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol type) => TypeHierarchy.BaseFirst(type)
        .SelectMany(one => one.GetMembers().OfType<IPropertySymbol>())
        .Where(property => !SourceSymbols.IsGenerated(property));

    public static AttributeData? Attribute(IPropertySymbol property, string name) =>
        property.GetAttributes().FirstOrDefault(one => AttributeNames.Of(one) == name);

    /// <summary>Why the generator cannot implement a property and what to write instead, or null when it can.</summary>
    public static string? Flaw(IPropertySymbol property, INamedTypeSymbol type)
    {
        if (!SymbolEqualityComparer.Default.Equals(property.ContainingType, type)) return "a base class declares it; declare it in the model";
        if (property.IsStatic) return "it is static; remove 'static'";
        if (property.SetMethod is not null) return "it has a setter; write '{ get; }'";
        if (!IsPartial(property)) return "it is not partial; write 'partial' before its type (C# 13)";
        return property.NullableAnnotation == NullableAnnotation.Annotated ? "it is never null; remove '?'" : null;
    }

    /// <summary>Reports a language that has no partial properties.</summary>
    public static bool CheckLanguage(IPropertySymbol property, AttributeData attribute, Compilation compilation, ModelDiagnostics diagnostics)
    {
        if (compilation is not CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp13 } old) return true;
        diagnostics.Report(DiagnosticDescriptors.LanguageVersion, attribute, property,
            $"The partial property '{property.ContainingType.Name}.{property.Name}'", "13", old.LanguageVersion.ToDisplayString());
        return false;
    }

    /// <summary>Declared partial by the user; the analyzer sees the generated implementation as well.</summary>
    private static bool IsPartial(IPropertySymbol property) => SourceSymbols.Declarations(property)
        .Any(one => one.GetSyntax() is PropertyDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));
}
