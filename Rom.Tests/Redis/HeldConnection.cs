using Rom.Storage.Redis;

namespace Rom.Tests.Redis;

/// <summary>A network that may hold a commit, or its answer, back: its caller learns no outcome, and the call may still arrive.</summary>
internal sealed class HeldConnection(IRedisConnection inner) : PassingConnection(inner)
{
    private readonly IRedisConnection _inner = inner;

    /// <summary>Whether the next writing script waits.</summary>
    public bool HoldsCalls { get; set; }

    /// <summary>Whether the answer of the next writing script is lost.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>Lets the call that was held arrive.</summary>
    public Func<Task>? Arrive { get; private set; }

    public static async Task<(RomDatabase Database, HeldConnection Connection)> OpenAsync(string address, RomOptions options)
    {
        HeldConnection connection = new(await RedisConnection.OpenAsync(address, options, CancellationToken.None));
        return (new RomDatabase(new RedisEngine(connection, options), options), connection);
    }

    public override async Task<T> EvaluateAsync<T>(ScriptCall<T> call, CancellationToken cancellationToken)
    {
        if (!call.MayWrite || !(HoldsCalls || LosesAnswers)) return await base.EvaluateAsync(call, cancellationToken);
        if (LosesAnswers) await _inner.EvaluateAsync(call, cancellationToken);
        else Arrive = () => _inner.EvaluateAsync(call, cancellationToken);
        (HoldsCalls, LosesAnswers) = (false, false);
        CommitOutcomeUnknownException error = new("The network holds it.");
        call.Explain(error);
        throw error;
    }
}
