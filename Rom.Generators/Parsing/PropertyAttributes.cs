using Microsoft.CodeAnalysis;

namespace Rom.Generators.Parsing;

/// <summary>The Rom attributes of one property, read once: binding attributes is most of what a parse costs.</summary>
internal sealed class PropertyAttributes
{
    private PropertyAttributes()
    {
    }

    public AttributeData? PrimaryKey { get; private set; }

    public AttributeData? Column { get; private set; }

    public AttributeData? NotStored { get; private set; }

    public AttributeData? Version { get; private set; }

    public AttributeData? Native { get; private set; }

    public AttributeData? Unique { get; private set; }

    public AttributeData? Json { get; private set; }

    /// <summary>Uniques over what a method computes.</summary>
    public List<AttributeData> ComputedUniques { get; } = [];

    public AttributeData? Reference { get; private set; }

    public List<AttributeData> Indexes { get; } = [];

    /// <summary>The first attribute that says something about a stored column.</summary>
    public AttributeData? AnyOfAColumn => PrimaryKey ?? Version ?? Unique ?? Reference ?? ComputedUniques.FirstOrDefault() ?? Indexes.FirstOrDefault() ?? Json ?? Column;

    /// <summary>The same of those that stand at the property itself.</summary>
    public AttributeData? OwnOfAColumn { get; private set; }

    /// <summary>The first attribute that says more of a value than its name.</summary>
    public AttributeData? AnyButName => PrimaryKey ?? Version ?? Unique ?? Reference ?? Indexes.FirstOrDefault() ?? Json ?? (Column?.NamedArguments.Length > 0 ? Column : null);

    /// <summary>The name that [Column] gives, or null.</summary>
    public string? StoredName => Column?.ConstructorArguments.FirstOrDefault().Value as string;

    /// <summary>A named argument of [Column], or null.</summary>
    public object? Argument(string name) => Column?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    /// <summary>Those of a property or field; an override has what it does not say itself from the property that it overrides.</summary>
    public static PropertyAttributes Read(ISymbol member)
    {
        PropertyAttributes read = ReadOwn(member);
        read.OwnOfAColumn = read.AnyOfAColumn;
        IPropertySymbol? overridden = (member as IPropertySymbol)?.OverriddenProperty;
        for (; overridden is not null && read.NotStored is null; overridden = overridden.OverriddenProperty) read.Inherit(ReadOwn(overridden));
        return read;
    }

    private void Inherit(PropertyAttributes from)
    {
        if (AnyOfAColumn is null) NotStored = from.NotStored;
        if (from.NotStored is not null) return;
        PrimaryKey ??= from.PrimaryKey;
        Column ??= from.Column;
        Version ??= from.Version;
        Unique ??= from.Unique;
        Json ??= from.Json;
        Reference ??= from.Reference;
        if (Indexes.Count == 0) Indexes.AddRange(from.Indexes);
        if (ComputedUniques.Count == 0) ComputedUniques.AddRange(from.ComputedUniques);
    }

    private static PropertyAttributes ReadOwn(ISymbol property)
    {
        PropertyAttributes read = new();
        foreach (AttributeData attribute in property.GetAttributes())
        {
            switch (AttributeNames.Of(attribute))
            {
                case AttributeNames.PrimaryKey: read.PrimaryKey = attribute; break;
                case AttributeNames.Column: read.Column = attribute; break;
                case AttributeNames.NotStored: read.NotStored = attribute; break;
                case AttributeNames.Version: read.Version = attribute; break;
                case AttributeNames.Native: read.Native = attribute; break;
                case AttributeNames.Unique when IndexArguments.Read(attribute).Keys is not null: read.ComputedUniques.Add(attribute); break;
                case AttributeNames.Unique: read.Unique = attribute; break;
                case AttributeNames.Json: read.Json = attribute; break;
                case AttributeNames.Reference: read.Reference = attribute; break;
                case AttributeNames.Index: read.Indexes.Add(attribute); break;
            }
        }

        return read;
    }
}
