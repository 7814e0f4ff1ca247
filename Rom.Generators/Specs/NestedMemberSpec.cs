namespace Rom.Generators.Specs;

/// <summary>One stored member of a nested type.</summary>
internal sealed record NestedMemberSpec
{
    /// <summary>The member's name as source refers to it.</summary>
    public required string Identifier { get; init; }

    public required string StoredName { get; init; }

    public required CodecSpec Codec { get; init; }

    /// <summary>What stands in when the stored value lacks the member.</summary>
    public required MemberAbsence Absence { get; init; }

    /// <summary>The constructor parameter's default value, where that stands in.</summary>
    public string? DefaultValue { get; init; }
}
