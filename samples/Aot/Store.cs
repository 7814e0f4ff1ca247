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

    /// <summary>Drops the database's connections, and nobody else's.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> KillAsync()
    {
        IDatabase server = _server!.GetDatabase();
        int killed = 0;
        foreach (string client in ((string)(await server.ExecuteAsync("CLIENT", "LIST"))!).Split('\n'))
        {
            string[] fields = client.Split(' ');
            if (!fields.Contains($"name={_name}")) continue;
            await server.ExecuteAsync("CLIENT", "KILL", "ID", fields[0]["id=".Length..]);
            killed++;
        }

        return killed;
    }

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
