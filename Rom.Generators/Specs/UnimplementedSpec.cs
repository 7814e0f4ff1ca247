namespace Rom.Generators.Specs;

/// <summary>A partial property that is no native structure or collection though it is marked so: it throws, so that only Rom's error is reported of it.</summary>
internal sealed record UnimplementedSpec
{
    /// <summary>The property up to its accessors.</summary>
    public required string Declaration { get; init; }

    /// <summary>Each with its modifiers, such as <c>private set</c>.</summary>
    public required EquatableArray<string> Accessors { get; init; }
}
