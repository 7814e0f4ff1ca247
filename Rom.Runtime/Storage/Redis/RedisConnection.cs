using System.Globalization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>
/// The one place that calls StackExchange.Redis. It keeps to calls that bind alike in every version from 1.2.6 to 3.4: every
/// optional argument is passed, and commands newer than 1.2.6 go through <c>ExecuteAsync</c>.
/// </summary>
internal sealed class RedisConnection : IRedisConnection
{
    private const int MovingSlotAttempts = 20;

    /// <summary>From within a script, because clients from 3.0 on refuse a bare INFO as a command of administrators.</summary>
    private const string InfoText = "return redis.call('INFO', ARGV[1])";

    /// <summary>Its name differs between versions of the client, its number does not.</summary>
    private const CommandFlags PreferReplica = (CommandFlags)8;

    private readonly IConnectionMultiplexer _multiplexer;
    private readonly IDatabase _database;
    private readonly bool _owned;
    private readonly TimeSpan _timeout;
    private readonly Deadlines _deadlines;

    private RedisConnection(IConnectionMultiplexer multiplexer, bool owned, RomOptions options)
    {
        _multiplexer = multiplexer;
        _database = multiplexer.GetDatabase(-1, null);
        _owned = owned;
        _timeout = options.CommandTimeout;
        _deadlines = new Deadlines(_timeout);
    }

    public static RedisConnection Over(IConnectionMultiplexer multiplexer, RomOptions options) => new(multiplexer, owned: false, options);

    public static async Task<RedisConnection> OpenAsync(string configuration, RomOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        try
        {
            ConnectionMultiplexer multiplexer = await ConnectAsync(Options(configuration, options), cancellationToken).ConfigureAwait(false);
#if STACKEXCHANGE_REDIS_1
            // On by default in 1.x, and a deadlock when a continuation blocks; gone in later versions.
            multiplexer.PreserveAsyncOrder = false;
#endif
            return new RedisConnection(multiplexer, owned: true, options);
        }
        catch (RedisConnectionException e)
        {
            throw new StoreException("Redis cannot be reached with the given configuration. Is the server running, and are address and password right?", e);
        }
    }

    /// <summary>The user's configuration, in which a client that has a timeout of its own does not give up before Rom does.</summary>
    private static ConfigurationOptions Options(string configuration, RomOptions options)
    {
        ConfigurationOptions.Parse(configuration, ignoreUnknown: false);
        long milliseconds = Math.Min((long)options.CommandTimeout.TotalMilliseconds + 1_000, int.MaxValue);
        return ConfigurationOptions.Parse(string.Create(CultureInfo.InvariantCulture, $"{configuration},asyncTimeout={milliseconds}"), ignoreUnknown: true);
    }

    private static async Task<ConnectionMultiplexer> ConnectAsync(ConfigurationOptions options, CancellationToken cancellationToken)
    {
        Task<ConnectionMultiplexer> connecting = ConnectionMultiplexer.ConnectAsync(options, null);
        try
        {
            return await connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Nobody will use what the client is still opening.
            _ = connecting.ContinueWith(static opened => opened.Result.CloseAsync(allowCommandsToComplete: false), CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    public Task<RedisValue[]> EvaluateAsync(
        RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken) =>
        EvaluateAsync(new FlatCall(script, keys, arguments, mayWrite), cancellationToken);

    public Task<RedisValue[]> EvaluateOnReplicaAsync(RomScript script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken) =>
        EvaluateAsync(new FlatCall(script, keys, arguments, mayWrite: false, onReplica: true), cancellationToken);

    public async Task<T> HashGetAsync<TState, T>(RedisKey key, RedisValue[] fields, TState state, Func<TState, RedisValue[], T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return read(state, await _deadlines.WaitAsync(_database.HashGetAsync(key, fields, CommandFlags.None), cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (RedisErrors.Translate(Deadlines.Cause(e, cancellationToken), script: null, _timeout) is { } translated)
        {
            return await FailAsync<T>(translated, [key]).ConfigureAwait(false);
        }
    }

    public async Task<RedisValue[][]> HashGetAsync(IReadOnlyList<RedisKey> keys, RedisValue[] fields, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(
                static (database, read) =>
                {
                    // The client pipelines what is not awaited one by one.
                    Task<RedisValue[]>[] replies = new Task<RedisValue[]>[read.keys.Count];
                    for (int i = 0; i < replies.Length; i++) replies[i] = database.HashGetAsync(read.keys[i], read.fields, CommandFlags.None);
                    return Task.WhenAll(replies);
                },
                (keys, fields), cancellationToken).ConfigureAwait(false);
        }
        catch (RomException e) when (RedisErrors.IsOfWrongType(e))
        {
            return await FailAsync<RedisValue[][]>(e, [.. keys]).ConfigureAwait(false);
        }
    }

    public async Task<string> InfoAsync(string section, CancellationToken cancellationToken) =>
        (string)(await ReadAsync(SendInfoAsync, section, cancellationToken).ConfigureAwait(false))!;

    public async ValueTask DisposeAsync()
    {
        if (_owned) await _multiplexer.CloseAsync(allowCommandsToComplete: true).ConfigureAwait(false);
    }

    private static async Task<RedisResult> SendInfoAsync(IDatabase database, string section)
    {
        try
        {
            return await database.ExecuteAsync("EVAL_RO", [InfoText, 0, section], CommandFlags.None).ConfigureAwait(false);
        }
        catch (RedisServerException e) when (e.Message.Contains("unknown command", StringComparison.OrdinalIgnoreCase))
        {
            // A server before 7.0, which is about to be refused by its version or was allowed on purpose.
            return await database.ExecuteAsync("EVAL", [InfoText, 0, section], CommandFlags.None).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a reading command; a static lambda and its state spare the closure.</summary>
    private async Task<T> ReadAsync<TState, T>(Func<IDatabase, TState, Task<T>> send, TState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await _deadlines.WaitAsync(send(_database, state), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (RedisErrors.Translate(Deadlines.Cause(e, cancellationToken), script: null, _timeout) is { } translated)
        {
            throw translated;
        }
    }

    public async Task<T> EvaluateAsync<T>(ScriptCall<T> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RedisResult? reply;
        RomException? failure = null;
        try
        {
            reply = await _deadlines.WaitAsync(Send(call, withText: false), cancellationToken).ConfigureAwait(false);
        }
        catch (RedisServerException e) when (IsUnknownScript(e) || IsMovingSlot(e))
        {
            // The script did not run.
            reply = null;
        }
        catch (Exception e) when (Translate(call, e, cancellationToken) is { } translated)
        {
            (reply, failure) = (null, translated);
        }

        // Nothing is awaited in a catch block here, which would make every call larger.
        if (reply is null) return await (failure is null ? EvaluateTextAsync(call, cancellationToken) : FailAsync<T>(failure, call.Keys)).ConfigureAwait(false);
        T result = call.Read(reply);
        return call.Again(result, cancellationToken) is { } again ? await again.ConfigureAwait(false) : result;
    }

    /// <summary>Sends the script's text, which also loads it, and again while the slot of its keys moves.</summary>
    private async Task<T> EvaluateTextAsync<T>(ScriptCall<T> call, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                T result = call.Read(await _deadlines.WaitAsync(Send(call, withText: true), cancellationToken).ConfigureAwait(false));
                return call.Again(result, cancellationToken) is { } again ? await again.ConfigureAwait(false) : result;
            }
            catch (RedisServerException e) when (IsMovingSlot(e) && attempt < MovingSlotAttempts)
            {
                await Task.Delay(Random.Shared.Next(1, 10 * attempt), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (Translate(call, e, cancellationToken) is { } translated)
            {
                return await FailAsync<T>(translated, call.Keys).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Throws an error, which says which key holds what it should not, if that was its cause.</summary>
    private async Task<T> FailAsync<T>(RomException error, RedisKey[] keys)
    {
        if (RedisErrors.IsOfWrongType(error))
        {
            try
            {
                object[] arguments = [RomScript.Types.Text, keys.Length, .. keys];
                error.Detail = ForeignKeys.Describe(keys, (string[])(await _deadlines.WaitAsync(_database.ExecuteAsync("EVAL", arguments, CommandFlags.None), default).ConfigureAwait(false))!);
            }
            catch (Exception e) when (RedisErrors.Translate(Deadlines.Cause(e, default), script: null, _timeout) is not null)
            {
                // The first error is what the caller has to know.
            }
        }

        throw error;
    }

    private RomException? Translate<T>(ScriptCall<T> call, Exception error, CancellationToken cancellationToken)
    {
        RomException? translated = RedisErrors.Translate(Deadlines.Cause(error, cancellationToken), call.MayWrite ? call.Script : null, _timeout);
        if (translated is not null) call.Explain(translated);
        return translated;
    }

    private Task<RedisResult> Send<T>(ScriptCall<T> call, bool withText)
    {
        CommandFlags flags = call.MayWrite ? CommandFlags.DemandMaster : call.OnReplica ? PreferReplica : CommandFlags.None;
        if (!withText && !call.OnReplica) return _database.ScriptEvaluateAsync(call.Script.Hash, call.Keys, call.Arguments, flags);
        string command = call.OnReplica ? (withText ? "EVAL_RO" : "EVALSHA_RO") : "EVAL";
        return _database.ExecuteAsync(command, [withText ? call.Script.Text : call.Script.HashText, call.Keys.Length, .. call.Keys, .. call.Arguments], flags);
    }

    /// <summary>The only answer, but for those of a moving slot, that says that a script did not run.</summary>
    private static bool IsUnknownScript(RedisServerException e) => e.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal);

    /// <summary>Errors of a cluster that is moving a slot; Redis gives them before a script's first write, so nothing has happened.</summary>
    private static bool IsMovingSlot(RedisServerException e) =>
        e.Message.StartsWith("TRYAGAIN", StringComparison.Ordinal) || e.Message.Contains("non local key", StringComparison.Ordinal);

    /// <summary>A call whose reply is one flat array.</summary>
    private sealed class FlatCall : ScriptCall<RedisValue[]>
    {
        public FlatCall(RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, bool onReplica = false) =>
            (Script, Keys, Arguments, MayWrite, OnReplica) = (script, keys, arguments, mayWrite, onReplica);

        public override RomScript Script { get; }

        public override bool MayWrite { get; }

        public override bool OnReplica { get; }

        public override RedisValue[] Read(RedisResult reply) => ((RedisValue[])reply)!;
    }
}
