using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The native structures of a model: partial properties that the generator implements.</summary>
internal static class NativeParser
{
    private const string Types = "write 'public partial RedisList<string> Name { get; }', or RedisSet, RedisSortedSet, RedisHash or RedisCounter";

    public static IReadOnlyList<NativeSpec> Parse(INamedTypeSymbol type, Compilation compilation, ModelDiagnostics diagnostics)
    {
        List<NativeSpec> natives = [];
        foreach (IPropertySymbol property in PartialProperties.Of(type))
        {
            if (PartialProperties.Attribute(property, AttributeNames.Native) is not { } attribute) continue;
            ScalarSpec? value = ValueOf(property.Type);
            string? flaw = Flaw(property, type, value);
            if (flaw is not null) diagnostics.Report(DiagnosticDescriptors.UnusableNative, attribute, property, property.ContainingType.Name, property.Name, flaw);
            else if (PartialProperties.CheckLanguage(property, attribute, compilation, diagnostics)) natives.Add(Native(property, value));
        }

        return natives;
    }

    private static NativeSpec Native(IPropertySymbol property, ScalarSpec? value) => new()
    {
        Name = property.Name,
        Identifier = Identifiers.Escape(property.Name),
        Modifiers = PartialProperties.Modifiers(property),
        TypeName = Identifiers.Qualified(property.Type),
        Value = value,
    };

    private static string? Flaw(IPropertySymbol property, INamedTypeSymbol type, ScalarSpec? value)
    {
        if (!IsStructure(property.Type)) return $"its type is no native structure; {Types}";
        return PartialProperties.Flaw(property, type) ?? (property.Type.Name != "RedisCounter" && value is null
            ? "its values are of a type that has no stored text, or may be null; use a scalar type that is never null, such as string or long"
            : null);
    }

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
