namespace Rom.Generators.Specs;

/// <summary>Where the contract of a type that is stored as JSON comes from.</summary>
internal sealed record JsonTypeSpec
{
    /// <summary>The generated type that names it.</summary>
    public required string Name { get; init; }

    /// <summary>The type as source refers to it.</summary>
    public required string TypeName { get; init; }

    /// <summary>The user's serializer context.</summary>
    public required string ContextName { get; init; }
}
