using Rom.Storage;

namespace Rom;

/// <summary>
/// The base of every error that Rom raises. <see cref="Exception.Message"/> names the model, the key and the column and never holds a
/// stored value; values are in typed properties, and in the message only with <see cref="RomOptions.IncludeValuesInErrors"/>.
/// </summary>
public class RomException : Exception
{
    internal RomException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <inheritdoc/>
    public override string Message => Detail is null ? base.Message : $"{base.Message} {Detail}";

    /// <summary>What was found out after the error.</summary>
    internal string? Detail { get; set; }

    /// <summary>The stored name of the model concerned.</summary>
    public string? Model { get; internal set; }

    /// <summary>The stored text of the key concerned; null for an entity that has none yet.</summary>
    public string? Key { get; internal set; }

    /// <summary>The property concerned.</summary>
    public string? Column { get; internal set; }
}

/// <summary>A query cannot be answered as it was written.</summary>
public sealed class QueryException : RomException
{
    internal QueryException(string message)
        : base(message)
    {
    }
}

/// <summary>The stored schema record differs from the program's: nothing was written.</summary>
public sealed class SchemaException : RomException
{
    internal SchemaException(string message)
        : base(message)
    {
    }
}

/// <summary>A row lacks a field that its column must have, or a required property holds null.</summary>
public sealed class MissingValueException : RomException
{
    internal MissingValueException(string message)
        : base(message)
    {
    }
}

/// <summary>A value cannot be stored, or a stored text is no value of the column's type.</summary>
public sealed class InvalidValueException : RomException
{
    internal InvalidValueException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>The store could not be reached, or refused a command as a whole: nothing was written.</summary>
public sealed class StoreException : RomException
{
    internal StoreException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>Somebody else holds an advisory lock, and did not give it back in time.</summary>
public sealed class LockNotAcquiredException : RomException
{
    internal LockNotAcquiredException(string message)
        : base(message)
    {
    }
}

/// <summary>
/// The connection failed, the time ran out or the caller cancelled after a commit may have been sent. It happens whole or not at all, and
/// may still happen later. For an entity that has a key, <c>RefreshAsync</c> tells; a new one whose key the store assigns is found by a
/// unique or a query. Saving it again without looking may store it twice. With <see cref="RomOptions.CommitReceipts"/>,
/// <see cref="WasCommittedAsync"/> tells for every commit.
/// </summary>
public sealed class CommitOutcomeUnknownException : RomException
{
    internal CommitOutcomeUnknownException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Asks the store; null when the write left no receipt.</summary>
    internal Func<CancellationToken, Task<bool>>? Ask { get; set; }

    /// <summary>
    /// Whether the commit has happened, exactly: false also sees to it that the call never will, should it still be on its way, so that the same may be saved
    /// again. May be asked again when the store did not answer. One round trip.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="InvalidOperationException">There is no receipt: <see cref="RomOptions.CommitReceipts"/> is off, or what was sent was no commit.</exception>
    /// <exception cref="StoreException">The store gave no answer.</exception>
    /// <exception cref="RomException">More than <see cref="RomOptions.ReceiptLifetime"/> has gone by since the commit was sent.</exception>
    public Task<bool> WasCommittedAsync(CancellationToken cancellationToken = default)
    {
        if (Ask is not { } ask)
        {
            throw new InvalidOperationException(
                "This write left no receipt. Only commits do (saves, deletes, patches, transfers, units), when RomOptions.CommitReceipts is set before they are sent.");
        }

        return cancellationToken.IsCancellationRequested ? CancelledCall.Of<bool>(cancellationToken) : ask(cancellationToken);
    }
}

/// <summary>
/// A foreign key of another type under the model's tag, or a user without the right to one of the script's commands, stopped a commit in
/// its middle: rows may be stored without some of their index entries, old ones may be left, and further rows of a unit are not written. <c>VerifyAsync</c> tells what
/// is wrong. Remove the cause and call <c>ReindexAsync</c>, which makes all entries anew from the rows; then look which rows are as they should be.
/// </summary>
public sealed class IncompleteCommitException : RomException
{
    internal IncompleteCommitException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
