using Microsoft.CodeAnalysis;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>What one [Index] says.</summary>
internal sealed class IndexArguments
{
    public required IndexKind Kind { get; init; }

    public required bool Prefix { get; init; }

    /// <summary>The properties that it names, or null when it names none.</summary>
    public required string?[]? Columns { get; init; }

    public static IndexArguments Read(AttributeData attribute)
    {
        TypedConstant first = attribute.ConstructorArguments.FirstOrDefault();
        return new IndexArguments
        {
            Kind = first is { Kind: TypedConstantKind.Enum, Value: int kind } ? (IndexKind)kind : IndexKind.Natural,
            Prefix = attribute.NamedArguments.Any(argument => argument is { Key: "Prefix", Value.Value: true }),
            Columns = first.Kind != TypedConstantKind.Array ? null
                : first.IsNull ? []
                : [.. first.Values.Select(value => value.Value as string)],
        };
    }
}
