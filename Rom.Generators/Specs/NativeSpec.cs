namespace Rom.Generators.Specs;

/// <summary>One native structure of a model.</summary>
internal sealed record NativeSpec
{
    public required string Name { get; init; }

    public required string Identifier { get; init; }

    /// <summary>As the user's declaration has them, <c>partial</c> too.</summary>
    public required string Modifiers { get; init; }

    /// <summary>The property's type as source refers to it.</summary>
    public required string TypeName { get; init; }

    /// <summary>The type of its values; null for a counter.</summary>
    public required ScalarSpec? Value { get; init; }
}
