namespace Rom;

/// <summary>A commit was refused because of what is stored; nothing was written.</summary>
public abstract class ConflictException : RomException
{
    private protected ConflictException(string message)
        : base(message)
    {
    }
}

/// <summary>Another writer changed a column between this entity's load and its save.</summary>
public sealed class DataRaceException : ConflictException
{
    internal DataRaceException(string message)
        : base(message)
    {
    }

    /// <summary>The properties that were changed, each with the stored text that the save met; null where the column holds none.</summary>
    public IReadOnlyDictionary<string, string?> StoredValues { get; internal init; } = new Dictionary<string, string?>();
}

/// <summary>The row of the entity is gone.</summary>
public sealed class EntityDeletedException : ConflictException
{
    internal EntityDeletedException(string message)
        : base(message)
    {
    }
}

/// <summary>A new entity's key is taken by a stored row.</summary>
public sealed class DuplicateKeyException : ConflictException
{
    internal DuplicateKeyException(string message)
        : base(message)
    {
    }
}

/// <summary>Another entity has the value of a unique.</summary>
public sealed class UniqueViolationException : ConflictException
{
    internal UniqueViolationException(string message)
        : base(message)
    {
    }

    /// <summary>The stored text of the key that has the value.</summary>
    public string? OwnerKey { get; internal init; }

    /// <summary>The value that is taken, as it is stored.</summary>
    public string? Value { get; internal init; }
}
