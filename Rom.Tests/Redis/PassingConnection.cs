using Rom.Storage.Redis;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>Hands every call on to another connection; what a test wants otherwise it overrides.</summary>
internal abstract class PassingConnection(IRedisConnection inner) : IRedisConnection
{
    public virtual Task<T> EvaluateAsync<T>(ScriptCall<T> call, CancellationToken cancellationToken) => inner.EvaluateAsync(call, cancellationToken);

    public virtual Task<RedisValue[]> EvaluateAsync(
        RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken) =>
        inner.EvaluateAsync(script, keys, arguments, mayWrite, cancellationToken);

    public virtual Task<RedisValue[]> EvaluateOnReplicaAsync(RomScript script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken) =>
        inner.EvaluateOnReplicaAsync(script, keys, arguments, cancellationToken);

    public virtual Task<T> HashGetAsync<TState, T>(RedisKey key, RedisValue[] fields, TState state, Func<TState, RedisValue[], T> read, CancellationToken cancellationToken) =>
        inner.HashGetAsync(key, fields, state, read, cancellationToken);

    public virtual Task<RedisValue[][]> HashGetAsync(IReadOnlyList<RedisKey> keys, RedisValue[] fields, CancellationToken cancellationToken) =>
        inner.HashGetAsync(keys, fields, cancellationToken);

    public virtual Task<string> InfoAsync(string section, CancellationToken cancellationToken) => inner.InfoAsync(section, cancellationToken);

    public virtual ValueTask DisposeAsync() => inner.DisposeAsync();
}
