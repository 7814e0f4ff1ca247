using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>
/// The one place that calls StackExchange.Redis. It keeps to calls that bind alike in every version from 1.2.6 to 3.4: every
/// optional argument is passed, and commands newer than 1.2.6 go through <c>ExecuteAsync</c>.
/// </summary>
internal sealed class RedisConnection : IRedisConnection
{
    private const int MovingSlotAttempts = 20;

    private readonly IConnectionMultiplexer _multiplexer;
    private readonly IDatabase _database;
    private readonly bool _owned;
    private readonly TimeSpan _timeout;

    private RedisConnection(IConnectionMultiplexer multiplexer, bool owned, RomOptions options)
    {
        _multiplexer = multiplexer;
        _database = multiplexer.GetDatabase(-1, null);
        _owned = owned;
        _timeout = options.CommandTimeout;
    }

    public static RedisConnection Over(IConnectionMultiplexer multiplexer, RomOptions options) => new(multiplexer, owned: false, options);

    public static async Task<RedisConnection> OpenAsync(string configuration, RomOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        try
        {
            ConnectionMultiplexer multiplexer = await ConnectionMultiplexer.ConnectAsync(ConfigurationOptions.Parse(configuration), null)
                .WaitAsync(cancellationToken).ConfigureAwait(false);
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

    public Task<RedisValue[]> EvaluateAsync(
        RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken) =>
        RunAsync(async () => (RedisValue[])await EvaluateAsync(script, keys, arguments, mayWrite).ConfigureAwait(false), mayWrite, cancellationToken);

    public Task<RowsReply> EvaluateRowsAsync(RomScript script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken) =>
        RunAsync(async () =>
        {
            RedisResult[] reply = (RedisResult[])await EvaluateAsync(script, keys, arguments, mayWrite: false).ConfigureAwait(false);
            RedisValue[][] rows = new RedisValue[reply.Length - 2][];
            for (int i = 0; i < rows.Length; i++) rows[i] = (RedisValue[])reply[i + 2];
            return new RowsReply((long)reply[0], (long)reply[1], rows);
        }, mayWrite: false, cancellationToken);

    public Task<RedisValue[]> HashGetAsync(RedisKey key, RedisValue[] fields, CancellationToken cancellationToken) =>
        RunAsync(() => _database.HashGetAsync(key, fields, CommandFlags.None), mayWrite: false, cancellationToken);

    public Task<RedisValue[][]> HashGetAsync(IReadOnlyList<RedisKey> keys, RedisValue[] fields, CancellationToken cancellationToken) =>
        RunAsync(() =>
        {
            // The client pipelines what is not awaited one by one.
            Task<RedisValue[]>[] replies = new Task<RedisValue[]>[keys.Count];
            for (int i = 0; i < replies.Length; i++) replies[i] = _database.HashGetAsync(keys[i], fields, CommandFlags.None);
            return Task.WhenAll(replies);
        }, mayWrite: false, cancellationToken);

    public Task<string> ExecuteTextAsync(string command, string argument, CancellationToken cancellationToken) =>
        RunAsync(async () => (string)await _database.ExecuteAsync(command, [argument], CommandFlags.None).ConfigureAwait(false), mayWrite: false, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_owned) await _multiplexer.CloseAsync(allowCommandsToComplete: true).ConfigureAwait(false);
    }

    private async Task<RedisResult> EvaluateAsync(RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite)
    {
        CommandFlags flags = mayWrite ? CommandFlags.DemandMaster : CommandFlags.None;
        try
        {
            return await _database.ScriptEvaluateAsync(script.Hash, keys, arguments, flags).ConfigureAwait(false);
        }
        catch (RedisServerException e) when (e.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            // The only answer that says that the script did not run; sending its text also loads it.
            object[] command = [script.Text, keys.Length, .. keys, .. arguments];
            return await _database.ExecuteAsync("EVAL", command, flags).ConfigureAwait(false);
        }
    }

    private async Task<T> RunAsync<T>(Func<Task<T>> command, bool mayWrite, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await command().WaitAsync(_timeout, cancellationToken).ConfigureAwait(false);
            }
            catch (RedisServerException e) when (IsMovingSlot(e) && attempt < MovingSlotAttempts)
            {
                await Task.Delay(Random.Shared.Next(1, 10 * attempt), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (RedisErrors.Translate(e, mayWrite, _timeout) is { } translated)
            {
                throw translated;
            }
        }
    }

    /// <summary>Errors of a cluster that is moving a slot; Redis gives them before a script's first write, so nothing has happened.</summary>
    private static bool IsMovingSlot(RedisServerException e) =>
        e.Message.StartsWith("TRYAGAIN", StringComparison.Ordinal) || e.Message.Contains("non local key", StringComparison.Ordinal);
}
