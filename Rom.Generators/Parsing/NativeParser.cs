using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The native structures of a model: partial properties that the generator implements.</summary>
internal static class NativeParser
{
    private const string Types = "write 'public partial RedisList<string> Name { get; }', or RedisSet, RedisSortedSet, RedisHash or RedisCounter";

    public static IReadOnlyList<NativeSpec> Parse(INamedTypeSymbol type, ModelDiagnostics diagnostics)
    {
        List<NativeSpec> natives = [];
        foreach (IPropertySymbol property in TypeHierarchy.BaseFirst(type).SelectMany(one => one.GetMembers().OfType<IPropertySymbol>()))
        {
            if (SourceSymbols.IsGenerated(property)) continue;
            AttributeData? attribute = property.GetAttributes().FirstOrDefault(one => AttributeNames.Of(one) == AttributeNames.Native);
            if (attribute is null) continue;
            ScalarSpec? value = ValueOf(property.Type);
            string? flaw = Flaw(property, type, value);
            if (flaw is not null) diagnostics.Report(DiagnosticDescriptors.UnusableNative, attribute, property, property.ContainingType.Name, property.Name, flaw);
            if (flaw is null) natives.Add(Native(property, value));
        }

        return natives;
    }

    private static NativeSpec Native(IPropertySymbol property, ScalarSpec? value) => new()
    {
        Name = property.Name,
        Identifier = Identifiers.Escape(property.Name),
        Accessibility = SyntaxFacts.GetText(property.DeclaredAccessibility),
        TypeName = Identifiers.Qualified(property.Type),
        Value = value,
    };

    private static string? Flaw(IPropertySymbol property, INamedTypeSymbol type, ScalarSpec? value)
    {
        if (!IsStructure(property.Type)) return $"its type is no native structure; {Types}";
        if (!SymbolEqualityComparer.Default.Equals(property.ContainingType, type)) return "a base class declares it; declare it in the model";
        if (property.IsStatic) return "it is static; remove 'static'";
        if (property.SetMethod is not null) return "it has a setter; write '{ get; }'";
        if (!IsPartial(property)) return "it is not partial; write 'partial' before its type (C# 13)";
        if (property.Type.Name != "RedisCounter" && value is null)
            return "its values are of a type that has no stored text, or may be null; use a scalar type that is never null, such as string or long";
        return null;
    }

    /// <summary>Declared partial by the user; the analyzer sees the generated implementation as well.</summary>
    private static bool IsPartial(IPropertySymbol property) => SourceSymbols.Declarations(property)
        .Any(one => one.GetSyntax() is PropertyDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool IsStructure(ITypeSymbol type) =>
        Namespaces.IsRom(type) && type.Name is "RedisList" or "RedisSet" or "RedisSortedSet" or "RedisHash" or "RedisCounter";

    private static ScalarSpec? ValueOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeArguments.Length: 1 } generic) return null;
        ITypeSymbol value = generic.TypeArguments[0];
        if (ScalarParser.IsNullableValue(value) || value.NullableAnnotation == NullableAnnotation.Annotated) return null;
        return ScalarParser.Parse(value);
    }
}
