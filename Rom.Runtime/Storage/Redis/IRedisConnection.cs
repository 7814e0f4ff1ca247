using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>What Rom asks of a Redis client. Tests implement it too, to count and to disturb.</summary>
internal interface IRedisConnection : IAsyncDisposable
{
    /// <summary>Runs a script whose reply is one flat array.</summary>
    Task<RedisValue[]> EvaluateAsync(RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken);

    /// <summary>Runs a reading script whose reply is an array that ends in arrays, one per row.</summary>
    Task<RowsReply> EvaluateRowsAsync(RomScript script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken);

    /// <summary>HMGET.</summary>
    Task<RedisValue[]> HashGetAsync(RedisKey key, RedisValue[] fields, CancellationToken cancellationToken);

    /// <summary>One HMGET for each key, pipelined.</summary>
    Task<RedisValue[][]> HashGetAsync(IReadOnlyList<RedisKey> keys, RedisValue[] fields, CancellationToken cancellationToken);

    /// <summary>A command whose reply is text.</summary>
    Task<string> ExecuteTextAsync(string command, string argument, CancellationToken cancellationToken);
}

/// <summary>The reply of a script that returns rows.</summary>
/// <param name="Visited">How many rows or entries it looked at.</param>
/// <param name="Count">How many rows matched within the window.</param>
/// <param name="Rows">The rows' fields.</param>
internal sealed record RowsReply(long Visited, long Count, RedisValue[][] Rows);
