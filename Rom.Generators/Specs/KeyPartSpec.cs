namespace Rom.Generators.Specs;

/// <summary>One property of a key that is stored as text beside its properties.</summary>
internal sealed record KeyPartSpec
{
    /// <summary>The ordinal of its column.</summary>
    public required int Column { get; init; }

    /// <summary>Its name in the tuple, or null where a tuple cannot have an element of that name.</summary>
    public required string? ElementName { get; init; }

    /// <summary>Its parameter in <c>GetAsync</c>.</summary>
    public required string ParameterName { get; init; }
}
