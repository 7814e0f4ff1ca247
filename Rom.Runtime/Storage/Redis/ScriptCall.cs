using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>One call of a script, and what its reply means.</summary>
/// <remarks>The connection awaits the reply and reads it at once: a state machine of its own for each layer would cost a call 150 bytes.</remarks>
internal abstract class ScriptCall<T>
{
    public abstract RomScript Script { get; }

    /// <summary>Whether the script may write, so that a lost reply leaves its outcome unknown.</summary>
    public virtual bool MayWrite => false;

    /// <summary>Whether a replica runs it, or the primary when there is none.</summary>
    public virtual bool OnReplica => false;

    public RedisKey[] Keys { get; protected init; } = [];

    public RedisValue[] Arguments { get; protected init; } = [];

    public abstract T Read(RedisResult reply);

    /// <summary>Another call, when the reply asks for one.</summary>
    public virtual Task<T>? Again(T result, CancellationToken cancellationToken) => null;

    /// <summary>Adds what the call was about to an error.</summary>
    public virtual void Explain(RomException error)
    {
    }
}
