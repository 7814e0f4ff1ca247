namespace Rom;

/// <summary>A commit was refused because of what is stored; nothing was written.</summary>
public abstract class ConflictException : RomException
{
    private const int MessagesOfOthers = 10;

    private protected ConflictException(string message, Exception? inner = null)
        : base(message, inner) => Conflicts = [this];

    /// <summary>The entity concerned, where a session or a bulk call knows it.</summary>
    public IRomEntity? Entity { get; internal set; }

    /// <summary>Every conflict that the commit met, this one first; at most the first hundred.</summary>
    public IReadOnlyList<ConflictException> Conflicts { get; internal set; }

    /// <inheritdoc/>
    public override string Message => Conflicts.Count == 1 || Conflicts[0] != this ? base.Message : string.Join('\n',
    [
        $"{base.Message} The commit met {Conflicts.Count} conflicts in all:",
        .. Conflicts.Skip(1).Take(MessagesOfOthers).Select(other => other.Message),
        .. Conflicts.Count - 1 > MessagesOfOthers ? (string[])["… and more; the property Conflicts has them."] : [],
    ]);
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

/// <summary>A new entity's key is taken by a stored row, or by another new entity of the unit.</summary>
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

/// <summary>
/// What a transaction had read has changed. As the error of one read it is among the <see cref="ConflictException.Conflicts"/>; as the end of
/// <c>TransactionAsync</c> it says that every attempt met a conflict, the last of which is the inner exception.
/// </summary>
public sealed class TransactionConflictException : ConflictException
{
    internal TransactionConflictException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>How often the work was run; 0 for the error of one read.</summary>
    public int Attempts { get; internal init; }
}
