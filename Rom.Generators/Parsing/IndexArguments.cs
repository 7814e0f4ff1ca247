using Microsoft.CodeAnalysis;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>What one [Index] or [Unique] says.</summary>
internal sealed class IndexArguments
{
    private IndexArguments(AttributeData attribute) => Attribute = attribute;

    public AttributeData Attribute { get; }

    public IndexKind Kind { get; private set; } = IndexKind.Natural;

    public string? Name { get; private set; }

    /// <summary>The method that computes what is indexed, or null.</summary>
    public string? Keys { get; private set; }

    public bool Prefix { get; private set; }

    public bool Suffix { get; private set; }

    public bool IgnoreCase { get; private set; }

    public INamedTypeSymbol? Tokenizer { get; private set; }

    /// <summary>Null when it is not written.</summary>
    public int? Revision { get; private set; }

    /// <summary>Why the revision cannot be, or null.</summary>
    public string? RevisionFlaw => Revision < 1
        ? "Revision is below 1, the first; leave it out, and write 2 when the method first gives another result for anything"
        : null;

    /// <summary>The properties that it names, or null when it names none.</summary>
    public string?[]? Columns { get; private set; }

    public static IndexArguments Read(AttributeData attribute)
    {
        TypedConstant first = attribute.ConstructorArguments.FirstOrDefault();
        IndexArguments read = new(attribute)
        {
            Kind = first is { Kind: TypedConstantKind.Enum, Value: int kind } ? (IndexKind)kind : IndexKind.Natural,
            Columns = first.Kind != TypedConstantKind.Array ? null
                : first.IsNull ? []
                : [.. first.Values.Select(value => value.Value as string)],
        };
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments) read.Take(argument.Key, argument.Value.Value);
        return read;
    }

    private void Take(string name, object? value)
    {
        switch (name)
        {
            case "Name": Name = value as string; break;
            case "Keys": Keys = value as string; break;
            case "Prefix": Prefix = value is true; break;
            case "Suffix": Suffix = value is true; break;
            case "IgnoreCase": IgnoreCase = value is true; break;
            case "Tokenizer": Tokenizer = value as INamedTypeSymbol; break;
            case "Revision": Revision = value as int?; break;
        }
    }
}
