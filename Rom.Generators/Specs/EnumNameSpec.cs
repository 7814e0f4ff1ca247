namespace Rom.Generators.Specs;

/// <summary>One name of an enum.</summary>
internal sealed record EnumNameSpec
{
    public required string Name { get; init; }

    /// <summary>Whether no name before it has the same value.</summary>
    public required bool IsFirst { get; init; }
}
