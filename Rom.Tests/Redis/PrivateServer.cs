using Rom.CompilerServices;
using Rom.Storage.Redis;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>A server that one test may disturb, a database on it, and an administrator's connection.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    private readonly List<ConnectionMultiplexer> _connections = [];
    private ConnectionMultiplexer? _admin;

    private PrivateServer(RedisServer server) => Server = server;

    public RedisServer Server { get; }

    public RomDatabase Db { get; private set; } = null!;

    public static async Task<PrivateServer> StartAsync(bool appendOnly = false, RomOptions? options = null)
    {
        RedisProgram.Require();
        PrivateServer started = new(await RedisServer.StartAsync(appendOnly));
        started.Db = await RomDatabase.ConnectAsync(started.Server.Address, options ?? Patience.Options());
        return started;
    }

    /// <summary>A database of little patience, for calls that are to fail; it opens without asking the server anything.</summary>
    public async Task<RomDatabase> OpenHastyAsync(bool commitReceipts = false)
    {
        RomOptions options = new() { CommandTimeout = TimeSpan.FromMilliseconds(300), CommitReceipts = commitReceipts };
        return new RomDatabase(new RedisEngine(await RedisConnection.OpenAsync(Server.Address, options, CancellationToken.None), options), options);
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
            Metadata<Player, long, Player.Columns>(), Metadata<Review, int, Review.Columns>(),
        ];
        await KeyspaceVerifier.VerifyAsync(await OpenAsync(), "", models);
        await using RomDatabase fresh = await RomDatabase.ConnectAsync(Server.Address, Patience.Options());
        await Clean.VerifyAsync(fresh, models);
    }

    /// <summary>Waits until a condition on the server holds; that it does not in a minute is an error.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using CancellationTokenSource patience = new(Patience.Limit);
        while (!await holds()) await Task.Delay(5, patience.Token);
    }

    /// <summary>Asks until the store answers.</summary>
    public static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask)
    {
        T? answer = default;
        await UntilAsync(async () =>
        {
            try
            {
                answer = await ask();
                return true;
            }
            catch (StoreException)
            {
                return false;
            }
        });
        return answer!;
    }

    /// <summary>Waits until the client has connected again.</summary>
    public async Task UntilConnectedAsync()
    {
        // One answer is not enough: a client that has just connected may refuse the next call while it looks at the server again.
        for (int answers = 0; answers < 5; answers++, await Task.Delay(10)) await UntilAnsweredAsync(() => Person.GetAsync(Db, 1));
    }

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
