namespace Rom.Generators.Specs;

/// <summary>One collection of a model: the entities that refer to it.</summary>
internal sealed record CollectionSpec
{
    public required string Identifier { get; init; }

    /// <summary>As the user's declaration has them, <c>partial</c> too.</summary>
    public required string Modifiers { get; init; }

    /// <summary>The property's type as source refers to it.</summary>
    public required string TypeName { get; init; }

    /// <summary>The property of the other model that refers to this one.</summary>
    public required string Reference { get; init; }
}
