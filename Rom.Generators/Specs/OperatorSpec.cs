namespace Rom.Generators.Specs;

/// <summary>A group of query operators on one column that stand or fall together.</summary>
internal sealed record OperatorSpec
{
    public required OperatorGroup Group { get; init; }

    /// <summary>Null when an index answers the group; otherwise the sentence that says what to add, and using it is an error.</summary>
    public required string? Remedy { get; init; }
}
