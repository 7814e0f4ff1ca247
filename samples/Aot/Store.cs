using Rom;
using StackExchange.Redis;

namespace AotSample;

/// <summary>The database that is checked, a second client of the same data and, on Redis, the server itself. Its keys have a prefix of their own.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly ConnectionMultiplexer? _server;
    private readonly string _name;
    private readonly string _prefix;

    private Store(RomDatabase db, RomDatabase other, ConnectionMultiplexer? server, string name, string prefix) =>
        (Db, Other, _server, _name, _prefix) = (db, other, server, name, prefix);

    public RomDatabase Db { get; }

    public RomDatabase Other { get; }

    /// <summary>Opens the database only, so that the time of the first query is that of a program which has one.</summary>
    public static async Task<Store> OpenAsync(string? redis)
    {
        string name = $"rom-aot-{Guid.NewGuid():n}";
        RomOptions options = new()
        {
            KeyPrefix = name + ":", CommandTimeout = TimeSpan.FromSeconds(10), IncludeValuesInErrors = true, AllowEviction = false, AllowOlderServer = false,
        };
        if (redis is null)
        {
            RomDatabase memory = RomDatabase.InMemory(options);
            return new Store(memory, memory, null, name, options.KeyPrefix);
        }

        RomDatabase db = await RomDatabase.ConnectAsync($"{redis},name={name}", options);
        return new Store(db, db, null, name, options.KeyPrefix);
    }

    /// <summary>The same, with a second client that shares a connection of the program's own.</summary>
    public async Task<Store> WithOtherAsync(string? redis)
    {
        if (redis is null) return this;
        ConnectionMultiplexer server = await ConnectionMultiplexer.ConnectAsync($"{redis},allowAdmin=true");
        return new Store(Db, RomDatabase.Over(server, new RomOptions { KeyPrefix = _prefix }), server, _name, _prefix);
    }

    /// <summary>The numbers that the server gave the database's connections.</summary>
    public async Task<string[]> ConnectionsAsync()
    {
        string clients = (string)(await _server!.GetDatabase().ExecuteAsync("CLIENT", "LIST"))!;
        return [.. clients.Split('\n').Select(client => client.Split(' ')).Where(fields => fields.Contains($"name={_name}")).Select(fields => fields[0]["id=".Length..])];
    }

    /// <summary>Drops connections of the database, and nobody else's.</summary>
    public Task KillAsync(string[] connections) =>
        Task.WhenAll(connections.Select(id => _server!.GetDatabase().ExecuteAsync("CLIENT", "KILL", "ID", id)));

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await Other.DisposeAsync();
        if (_server is null) return;
        await DeleteKeysAsync(_server.GetDatabase());
        await _server.CloseAsync();
        _server.Dispose();
    }

    private async Task DeleteKeysAsync(IDatabase server)
    {
        string cursor = "0";
        do
        {
            RedisResult[] page = (RedisResult[])(await server.ExecuteAsync("SCAN", cursor, "MATCH", _prefix + "*", "COUNT", "1000"))!;
            cursor = (string)page[0]!;
            foreach (string key in (string[])page[1]!) await server.KeyDeleteAsync(key, CommandFlags.None);
        }
        while (cursor != "0");
    }
}
