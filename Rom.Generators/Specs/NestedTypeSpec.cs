namespace Rom.Generators.Specs;

/// <summary>A type inside nested values for which a codec is generated: a class, record or struct, or a tuple.</summary>
internal sealed record NestedTypeSpec
{
    /// <summary>The type as source refers to it.</summary>
    public required string TypeName { get; init; }

    /// <summary>The generated codec.</summary>
    public required string CodecName { get; init; }

    /// <summary>Whether it is a tuple, stored as an array and not as a map.</summary>
    public required bool IsTuple { get; init; }

    /// <summary>Every stored member in order of declaration, those of base classes first.</summary>
    public required EquatableArray<NestedMemberSpec> Members { get; init; }

    /// <summary>The ordinals of the members that the constructor takes, in its order.</summary>
    public required EquatableArray<int> ConstructorMembers { get; init; }
}
