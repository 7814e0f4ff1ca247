using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>A server that one test may disturb, a database on it, and an administrator's connection.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<ConnectionMultiplexer> _connections = [];
    private ConnectionMultiplexer? _admin;

    private PrivateServer(RedisServer server) => Server = server;

    public RedisServer Server { get; }

    public RomDatabase Db { get; private set; } = null!;

    public static async Task<PrivateServer> StartAsync(bool appendOnly = false, RomOptions? options = null)
    {
        RedisProgram.Require();
        PrivateServer started = new(await RedisServer.StartAsync(appendOnly));
        started.Db = await RomDatabase.ConnectAsync(started.Server.Address, options);
        return started;
    }

    /// <summary>The reply to a command, on a connection that outlives no restart.</summary>
    public async Task<string> AdminAsync(string command, params object[] arguments) => (await ExecuteAsync(command, arguments)).ToString()!;

    /// <summary>The reply to a command that answers with a list.</summary>
    public async Task<string[]> ListAsync(string command, params object[] arguments) => (string[])(await ExecuteAsync(command, arguments))!;

    /// <summary>What is stored.</summary>
    public async Task<SortedDictionary<string, string>> DumpAsync() => await KeyspaceDump.ReadAsync(await OpenAsync());

    /// <summary>Everything stored is what the rows of the models that these tests store imply.</summary>
    public async Task VerifyAsync()
    {
        ModelMetadata[] models =
        [
            Metadata<Person, long, Person.Columns>(), Metadata<Page, string, Page.Columns>(), Metadata<BlogPost, long, BlogPost.Columns>(), Metadata<Author, long, Author.Columns>(),
            Metadata<BankAccount, long, BankAccount.Columns>(), Metadata<BankOrder, long, BankOrder.Columns>(),
        ];
        await KeyspaceVerifier.VerifyAsync(await OpenAsync(), "", models);
        await using RomDatabase fresh = await RomDatabase.ConnectAsync(Server.Address);
        await Clean.VerifyAsync(fresh, models);
    }

    /// <summary>Waits until a condition on the server holds; that it does not in a minute is an error.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using CancellationTokenSource patience = new(Patience);
        while (!await holds()) await Task.Delay(5, patience.Token);
    }

    /// <summary>Waits until the client has connected again.</summary>
    public Task UntilConnectedAsync() => UntilAsync(async () =>
    {
        try
        {
            await Person.GetAsync(Db, 1);
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    });

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        if (_admin is not null) _connections.Add(_admin);
        // Not Dispose, which blocks, and here perhaps the very thread that the client answers on.
        foreach (ConnectionMultiplexer connection in _connections) await connection.CloseAsync();
        await Server.DisposeAsync();
    }

    private async Task<RedisResult> ExecuteAsync(string command, object[] arguments)
    {
        _admin ??= await ConnectionMultiplexer.ConnectAsync($"{Server.Address},allowAdmin=true");
        return await _admin.GetDatabase().ExecuteAsync(command, arguments);
    }

    /// <summary>A connection of its own, because older ones may still be broken.</summary>
    private async Task<IDatabase> OpenAsync()
    {
        ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(Server.Address);
        _connections.Add(connection);
        return connection.GetDatabase();
    }

    private static ModelMetadata Metadata<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.Metadata;
}
