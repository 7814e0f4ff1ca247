namespace Rom.Generators.Specs;

/// <summary>One index of a model.</summary>
internal sealed record IndexSpec
{
    public required string Name { get; init; }

    public required IndexKind Kind { get; init; }

    /// <summary>The ordinals of the columns that it is over or computed from.</summary>
    public required EquatableArray<int> Columns { get; init; }

    public bool Prefix { get; init; }

    public bool Suffix { get; init; }

    public bool IgnoreCase { get; init; }

    /// <summary>The type that says what words are, as source refers to it; null for the default.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>What it is over instead of a column.</summary>
    public ComputedSpec? Computed { get; init; }
}
