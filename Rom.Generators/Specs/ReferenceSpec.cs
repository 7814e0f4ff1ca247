namespace Rom.Generators.Specs;

/// <summary>What a reference refers to.</summary>
internal sealed record ReferenceSpec
{
    /// <summary>The target as source refers to it.</summary>
    public required string Target { get; init; }

    /// <summary>How the target's key is stored.</summary>
    public required KeyType Key { get; init; }

    /// <summary>The type of the target's key as source refers to it; null for a key of several parts, or with a text of its own.</summary>
    public required string? KeyTypeName { get; init; }

    /// <summary>Whether the target's keys are assigned by the store.</summary>
    public bool HasIntegerKey => Key is KeyType.Int64 or KeyType.Int32;
}
