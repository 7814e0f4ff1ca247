using Rom.Storage;
using Rom.Storage.Memory;
using Rom.Storage.Redis;
using StackExchange.Redis;

namespace Rom;

/// <summary>A store of entities. Safe to use from any number of threads; it remembers no entities.</summary>
public sealed class RomDatabase : RomContext, IAsyncDisposable
{
    private readonly IEngine _engine;

    internal RomDatabase(IEngine engine, RomOptions options) => (_engine, Options) = (engine, options);

    /// <summary>How many calls were sent to the store; a pipelined batch counts once, and a script that the server did not know and is sent again as text counts once.</summary>
    public long RoundTrips => _engine.RoundTrips;

    internal override IEngine Engine => _engine;

    internal override RomOptions Options { get; }

    /// <summary>
    /// Connects to Redis and checks that Rom can keep its promises there: a server of version 7.0 or later that evicts no keys.
    /// </summary>
    /// <param name="configuration">A StackExchange.Redis configuration string, such as <c>localhost:6379</c>.</param>
    /// <param name="options">How the database is used; null: the defaults.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StoreException">The server cannot be reached, is too old, or evicts keys.</exception>
    public static async Task<RomDatabase> ConnectAsync(
        string configuration, RomOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new RomOptions();
        RedisConnection connection = await RedisConnection.OpenAsync(configuration, options, cancellationToken).ConfigureAwait(false);
        try
        {
            await ServerRequirements.CheckAsync(connection, options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new RomDatabase(new RedisEngine(connection, options), options);
    }

    /// <summary>Uses an existing connection, which stays the caller's to dispose. The server is not checked.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="options">How the database is used; null: the defaults.</param>
    public static RomDatabase Over(IConnectionMultiplexer connection, RomOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        options ??= new RomOptions();
        return new RomDatabase(new RedisEngine(RedisConnection.Over(connection, options), options), options);
    }

    /// <summary>A database in this process, with the same semantics and no server: for a first try and for tests.</summary>
    /// <param name="options">How the database is used; null: the defaults.</param>
    public static RomDatabase InMemory(RomOptions? options = null) => new(new MemoryEngine(), options ?? new RomOptions());

    /// <summary>Begins a unit of work. Costs nothing until it is used; a session that only reads holds nothing at the store.</summary>
    public RomSession OpenSession() => new(this);

    /// <summary>
    /// Rebuilds every index and unique of a model from its rows, after indexes were added, removed or changed, or to mend what a stopped commit left.
    /// Reads of rows by key go on; everything else on the model is refused until it is done, also when it is stopped after the checks: run it again
    /// then, it goes on where it was. Calls of bounded work: two scans over the keys of the node, and two walks over the rows, 100 a call.
    /// </summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="progress">Told how far it is after each call.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    /// <exception cref="DuplicateValuesException">Rows share values of a unique. Nothing was changed.</exception>
    /// <exception cref="SchemaException">Another call took over.</exception>
    public Task ReindexAsync<TModel>(IProgress<ReindexProgress>? progress = null, CancellationToken cancellationToken = default)
        where TModel : class, IRomModel => _engine.ReindexAsync(TModel.Metadata, progress, cancellationToken);

    /// <summary>Closes the connection, if it is Rom's own.</summary>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
