namespace Rom.Generators.Specs;

/// <summary>What a member is when the stored value lacks it.</summary>
internal enum MemberAbsence
{
    /// <summary>What its initializer or the constructor gives it.</summary>
    Initializer,

    /// <summary>The default value of the constructor parameter that sets it, or of its type.</summary>
    Default,

    /// <summary>Nothing: the value cannot be read.</summary>
    Refused,
}
