namespace Rom.Generators.Specs;

/// <summary>One unique of a model and the lookup by it.</summary>
internal sealed record UniqueSpec
{
    public required string Name { get; init; }

    /// <summary>The ordinal of its column.</summary>
    public required int Column { get; init; }

    /// <summary>The method that finds an entity by it.</summary>
    public required string LookupName { get; init; }

    /// <summary>The parameter of that method.</summary>
    public required string ParameterName { get; init; }
}
