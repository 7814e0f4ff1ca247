namespace Rom;

/// <summary>What became of one entity of a bulk call.</summary>
public enum EntityOutcome
{
    /// <summary>Its row was written or deleted.</summary>
    Written,

    /// <summary>There was nothing to do: nothing had changed, or the row to delete was gone.</summary>
    Unchanged,

    /// <summary>It was refused, and its row is as it was.</summary>
    Refused,

    /// <summary>No answer came for the call that it was part of.</summary>
    Unknown,

    /// <summary>It was not sent, because an earlier call failed as a whole or the caller cancelled.</summary>
    NotSent,
}

/// <summary>What became of one entity of a bulk call.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Error">Why, unless it was written or unchanged.</param>
public sealed record EntityResult(IRomEntity Entity, EntityOutcome Outcome, RomException? Error);

/// <summary>Some entities of a bulk call were not written. The others were; <see cref="Results"/> tells of each.</summary>
public sealed class BulkException : RomException
{
    internal BulkException(string message, IReadOnlyList<EntityResult> results, Exception inner)
        : base(message, inner) => Results = results;

    /// <summary>What became of each entity, in the order in which they were given.</summary>
    public IReadOnlyList<EntityResult> Results { get; }
}
