using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>What Rom asks of a Redis client. Tests implement it too, to count and to disturb.</summary>
internal interface IRedisConnection : IAsyncDisposable
{
    /// <summary>Runs a script and reads its reply.</summary>
    Task<T> EvaluateAsync<T>(ScriptCall<T> call, CancellationToken cancellationToken);

    /// <summary>Runs a script whose reply is one flat array.</summary>
    Task<RedisValue[]> EvaluateAsync(RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken);

    /// <summary>Runs a script that only reads on a replica, or on the primary when there is none.</summary>
    Task<RedisValue[]> EvaluateOnReplicaAsync(RomScript script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken);

    /// <summary>HMGET, and what its reply means to a static lambda.</summary>
    Task<T> HashGetAsync<TState, T>(RedisKey key, RedisValue[] fields, TState state, Func<TState, RedisValue[], T> read, CancellationToken cancellationToken);

    /// <summary>One HMGET for each key, pipelined.</summary>
    Task<RedisValue[][]> HashGetAsync(IReadOnlyList<RedisKey> keys, RedisValue[] fields, CancellationToken cancellationToken);

    /// <summary>A section of what the server says of itself with INFO.</summary>
    Task<string> InfoAsync(string section, CancellationToken cancellationToken);
}
