using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>Whether the store keeps a set of all keys.</summary>
internal static class KeyIndexParser
{
    public static bool Parse(INamedTypeSymbol type, KeyChoice key, IReadOnlyList<IndexSpec> indexes, ModelDiagnostics diagnostics)
    {
        (AttributeData Attribute, bool Value)[] said = [.. key.Parts
            .Select(part => part.Attributes.PrimaryKey)
            .OfType<AttributeData>()
            .SelectMany(attribute => attribute.NamedArguments
                .Where(argument => argument is { Key: "Index", Value.Value: bool })
                .Select(argument => (attribute, (bool)argument.Value.Value!)))];
        if (said.Select(one => one.Value).Distinct().Count() > 1)
            diagnostics.Report(DiagnosticDescriptors.MixedKeyIndex, said[said.Length - 1].Attribute, type, type.Name);
        bool isKept = said.All(one => one.Value);
        if (!isKept && !indexes.Any(index => index.Kind == IndexKind.Ordered))
            diagnostics.Report(DiagnosticDescriptors.NoRowSource, said[0].Attribute, type, type.Name);
        return isKept;
    }
}
