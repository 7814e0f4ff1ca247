using Rom.CompilerServices;

namespace Rom.Storage;

/// <summary>What to do with an advisory lock.</summary>
internal enum LockAction
{
    /// <summary>Takes it if it is free.</summary>
    Acquire,

    /// <summary>Holds it for longer, if the token still holds it.</summary>
    Renew,

    /// <summary>Gives it back, if the token still holds it.</summary>
    Release,
}

/// <summary>A call about the advisory lock of a row. The answer is the fencing number of the lock, or 0 when the token does not hold it.</summary>
internal sealed record LockPlan(LockAction Action, ModelMetadata Model, byte[] Key, string Token, TimeSpan TimeToLive);
