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
/// <param name="message">What went wrong and what to do.</param>
public sealed class DataRaceException(string message) : ConflictException(message)
{
    /// <summary>The properties that were changed, each with the stored text that the save met; null where the column holds none.</summary>
    public IReadOnlyDictionary<string, string?> StoredValues { get; init; } = new Dictionary<string, string?>();
}

/// <summary>The row of the entity is gone.</summary>
/// <param name="message">What went wrong and what to do.</param>
public sealed class EntityDeletedException(string message) : ConflictException(message);

/// <summary>A new entity's key is taken by a stored row.</summary>
/// <param name="message">What went wrong and what to do.</param>
public sealed class DuplicateKeyException(string message) : ConflictException(message);

/// <summary>Another entity has the value of a unique.</summary>
/// <param name="message">What went wrong and what to do.</param>
public sealed class UniqueViolationException(string message) : ConflictException(message)
{
    /// <summary>The stored text of the key that has the value.</summary>
    public string? OwnerKey { get; init; }

    /// <summary>The value that is taken, as it is stored.</summary>
    public string? Value { get; init; }
}
