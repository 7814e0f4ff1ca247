using Rom.Storage.Redis;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>Notes every call, each of which a caller waits for once.</summary>
internal sealed class CountingConnection(IRedisConnection inner) : PassingConnection(inner)
{
    private readonly List<string> _calls = [];

    public static async Task<(RomDatabase Database, CountingConnection Connection)> OpenAsync(string address, RomOptions options)
    {
        CountingConnection connection = new(await RedisConnection.OpenAsync(address, options, CancellationToken.None));
        return (new RomDatabase(new RedisEngine(connection, options), options), connection);
    }

    /// <summary>The calls since the last time this was asked for.</summary>
    public string[] TakeCalls()
    {
        string[] calls = [.. _calls];
        _calls.Clear();
        return calls;
    }

    public override Task<T> EvaluateAsync<T>(ScriptCall<T> call, CancellationToken cancellationToken)
    {
        _calls.Add(call.MayWrite ? $"{call.Script.Name}, writing" : call.Script.Name);
        return base.EvaluateAsync(call, cancellationToken);
    }

    public override Task<RedisValue[]> EvaluateAsync(
        RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken)
    {
        _calls.Add(mayWrite ? $"{script.Name}, writing" : script.Name);
        return base.EvaluateAsync(script, keys, arguments, mayWrite, cancellationToken);
    }

    public override Task<T> HashGetAsync<TState, T>(RedisKey key, RedisValue[] fields, TState state, Func<TState, RedisValue[], T> read, CancellationToken cancellationToken)
    {
        _calls.Add("HMGET");
        return base.HashGetAsync(key, fields, state, read, cancellationToken);
    }

    public override Task<RedisValue[][]> HashGetAsync(IReadOnlyList<RedisKey> keys, RedisValue[] fields, CancellationToken cancellationToken)
    {
        _calls.Add($"HMGET of {keys.Count}, pipelined");
        return base.HashGetAsync(keys, fields, cancellationToken);
    }

    public override Task<string> InfoAsync(string section, CancellationToken cancellationToken)
    {
        _calls.Add("INFO");
        return base.InfoAsync(section, cancellationToken);
    }
}
