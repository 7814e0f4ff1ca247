namespace Rom.Generators.Specs;

/// <summary>One index of a model.</summary>
internal sealed record IndexSpec
{
    public required string Name { get; init; }

    public required IndexKind Kind { get; init; }

    /// <summary>The ordinals of its columns.</summary>
    public required EquatableArray<int> Columns { get; init; }

    public required bool Prefix { get; init; }
}
