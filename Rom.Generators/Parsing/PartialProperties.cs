using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

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

    /// <summary>The modifiers as the user wrote them, which the implementation must repeat.</summary>
    public static string Modifiers(IPropertySymbol property) => string.Join(" ", Definition(property).Modifiers.Select(modifier => modifier.Text));

    /// <summary>Those of the model that are marked as native or a collection and that nothing implements.</summary>
    public static IReadOnlyList<UnimplementedSpec> Unimplemented(
        INamedTypeSymbol type, IReadOnlyList<NativeSpec> natives, IReadOnlyList<CollectionSpec> collections, Compilation compilation)
    {
        if (compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp13 }) return [];
        HashSet<string> implemented = [.. natives.Select(native => native.Identifier), .. collections.Select(collection => collection.Identifier)];
        return [.. type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property is { IsPartialDefinition: true, PartialImplementationPart: null, IsIndexer: false }
                && ((Attribute(property, AttributeNames.Native) ?? Attribute(property, AttributeNames.Collection)) is not null || CollectionParser.IsCollection(property.Type))
                && !implemented.Contains(Identifiers.Escape(property.Name)))
            .Select(Throwing)];
    }

    private static UnimplementedSpec Throwing(IPropertySymbol property)
    {
        string nullable = property.NullableAnnotation == NullableAnnotation.Annotated && property.Type.IsReferenceType ? "?" : "";
        return new UnimplementedSpec
        {
            Declaration = $"{Modifiers(property)} {Identifiers.Annotated(property.Type)}{nullable} {Identifiers.Escape(property.Name)}",
            Accessors = (Definition(property).AccessorList?.Accessors ?? default)
                .Select(accessor => string.Join(" ", accessor.Modifiers.Append(accessor.Keyword).Select(token => token.Text))).ToEquatableArray(),
        };
    }

    private static PropertyDeclarationSyntax Definition(IPropertySymbol property) =>
        SourceSymbols.Declarations(property).Select(declaration => declaration.GetSyntax()).OfType<PropertyDeclarationSyntax>().First();

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
