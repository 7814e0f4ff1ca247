namespace Rom.Generators.Specs;

/// <summary>One unique of a model and the lookup by it.</summary>
internal sealed record UniqueSpec
{
    public required string Name { get; init; }

    /// <summary>The ordinals of the columns that it is over or computed from.</summary>
    public required EquatableArray<int> Columns { get; init; }

    public bool IgnoreCase { get; init; }

    /// <summary>What it is over instead of columns.</summary>
    public ComputedSpec? Computed { get; init; }

    /// <summary>The method that finds an entity by it.</summary>
    public required string LookupName { get; init; }

    /// <summary>The parameters of that method: one for each column, or one for the computed value.</summary>
    public required EquatableArray<string> ParameterNames { get; init; }
}
