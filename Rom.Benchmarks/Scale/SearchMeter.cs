using Rom.Storage.Redis;
using StackExchange.Redis;

namespace Rom.Benchmarks.Scale;

/// <summary>Counts the calls that go through a connection, and the rows or index entries that its searches looked at.</summary>
internal sealed class SearchMeter(IRedisConnection inner) : IRedisConnection
{
    private long _calls, _visited;

    public static RomDatabase Open(IConnectionMultiplexer multiplexer, out SearchMeter meter)
    {
        RomOptions options = new();
        meter = new SearchMeter(RedisConnection.Over(multiplexer, options));
        return new RomDatabase(new RedisEngine(meter, options), options);
    }

    /// <summary>What was counted since the last time this was asked for.</summary>
    public (long Calls, long Visited) Take() => (Interlocked.Exchange(ref _calls, 0), Interlocked.Exchange(ref _visited, 0));

    public async Task<RedisValue[]> EvaluateAsync(RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken)
    {
        RedisValue[] reply = await inner.EvaluateAsync(script, keys, arguments, mayWrite, cancellationToken).ConfigureAwait(false);
        Interlocked.Increment(ref _calls);
        if (script == RomScript.Search || script == RomScript.Page) Interlocked.Add(ref _visited, (long)reply[0]);
        return reply;
    }

    public Task<T> EvaluateAsync<T>(ScriptCall<T> call, CancellationToken cancellationToken) => inner.EvaluateAsync(call, cancellationToken);

    public Task<RedisValue[]> EvaluateOnReplicaAsync(RomScript script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken) =>
        inner.EvaluateOnReplicaAsync(script, keys, arguments, cancellationToken);

    public Task<T> HashGetAsync<TState, T>(RedisKey key, RedisValue[] fields, TState state, Func<TState, RedisValue[], T> read, CancellationToken cancellationToken) =>
        inner.HashGetAsync(key, fields, state, read, cancellationToken);

    public Task<RedisValue[][]> HashGetAsync(IReadOnlyList<RedisKey> keys, RedisValue[] fields, CancellationToken cancellationToken) =>
        inner.HashGetAsync(keys, fields, cancellationToken);

    public Task<string> InfoAsync(string section, CancellationToken cancellationToken) => inner.InfoAsync(section, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
