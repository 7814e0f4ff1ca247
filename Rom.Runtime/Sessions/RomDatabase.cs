using Rom.CompilerServices;
using Rom.Maintenance;
using Rom.Sessions;
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
        cancellationToken.ThrowIfCancellationRequested();
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
    /// Reads of rows by key go on; everything else on the model is refused until it is done.
    /// </summary>
    /// <remarks>
    /// Cancelled, or stopped by an error, before it has changed anything (while <see cref="ReindexPhase.Collecting"/> and <see cref="ReindexPhase.Checking"/>), it gives the model back
    /// to the programs that could use it before. Stopped later, or killed at any time, it leaves the model refused, with a <see cref="SchemaException"/> that says so, until it is
    /// run again: by the same program, and it goes on where it was, or by another one, also the old one. Calls of bounded work: two scans over the keys of the node, and two walks
    /// over the rows, 100 a call or 1 MB of them. A row is written by one call, however many entries it has.
    /// </remarks>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="progress">Told how far it is after each call.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    /// <exception cref="DuplicateValuesException">Rows share values of a unique. Nothing was changed.</exception>
    /// <exception cref="SchemaException">Another call of it took over, and goes on.</exception>
    public Task ReindexAsync<TModel>(IProgress<ReindexProgress>? progress = null, CancellationToken cancellationToken = default)
        where TModel : class, IRomModel => _engine.ReindexAsync(TModel.Metadata, progress, cancellationToken);

    /// <summary>
    /// Holds the rows of a model and everything that is stored beside them against each other, both ways: that each row has every index entry, unique value and
    /// place in the set of all keys that it implies, and that each of these, each distinct word and each native structure has a row that implies it. It only reads, keeps
    /// nobody out, and writers may go on: a row and its entries are always read by one call, so that what changes meanwhile is not reported, only what is wrong at one moment.
    /// </summary>
    /// <remarks>
    /// One scan over the keys of the node; of the model, each row's indexed columns are read twice and each of its entries is looked up, and each entry is read with the indexed
    /// columns of its row. A call looks at some 500 rows, members or keys, 2,000 entries or 1 MB, whatever the model's size. Rows that are saved while it runs may
    /// or may not be looked at. The client keeps 16 bytes for each finding.
    /// </remarks>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="maxFindings">How many findings to list; all are counted.</param>
    /// <param name="progress">Told how far it is after each part.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    /// <exception cref="SchemaException">What is stored belongs to a program with other indexes, or they are being rebuilt.</exception>
    public async Task<VerifyReport> VerifyAsync<TModel>(
        int maxFindings = 100, IProgress<VerifyProgress>? progress = null, CancellationToken cancellationToken = default)
        where TModel : class, IRomModel
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxFindings);
        VerifyFindings findings = new(TModel.Metadata, maxFindings, Options.IncludeValuesInErrors);
        await _engine.VerifyAsync(TModel.Metadata, findings, progress, cancellationToken).ConfigureAwait(false);
        return findings.Report();
    }

    /// <summary>
    /// Runs work and commits it with a check of everything that it read; when another writer was faster, the work is run again, on a new transaction
    /// and with fresh reads. Between attempts it pauses for some milliseconds, at random and longer each time.
    /// </summary>
    /// <param name="work">Loads and changes entities through the transaction that it is given. It may run several times, so it should do nothing else that lasts.</param>
    /// <param name="maxAttempts">How often it is run at most.</param>
    /// <param name="cancellationToken">Handed to the work; stops also the pauses.</param>
    /// <exception cref="TransactionConflictException">Every attempt met a conflict; nothing was written.</exception>
    /// <exception cref="ConflictException">A unique value or key is taken, which the work had not looked for; nothing was written.</exception>
    /// <exception cref="CommitOutcomeUnknownException">No answer came to a commit. The work is not run again, because it may have happened.</exception>
    public Task TransactionAsync(Func<RomTransaction, CancellationToken, Task> work, int maxAttempts = 10, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return TransactionRunner.RunAsync<object?>(
            this,
            async (transaction, token) =>
            {
                await work(transaction, token).ConfigureAwait(false);
                return null;
            },
            maxAttempts, cancellationToken);
    }

    /// <summary>As <see cref="TransactionAsync(Func{RomTransaction, CancellationToken, Task}, int, CancellationToken)"/>, with a result: that of the attempt that was committed.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="work">Loads and changes entities through the transaction that it is given.</param>
    /// <param name="maxAttempts">How often it is run at most.</param>
    /// <param name="cancellationToken">Handed to the work; stops also the pauses.</param>
    public Task<T> TransactionAsync<T>(Func<RomTransaction, CancellationToken, Task<T>> work, int maxAttempts = 10, CancellationToken cancellationToken = default) =>
        TransactionRunner.RunAsync(this, work, maxAttempts, cancellationToken);

    /// <summary>
    /// Takes the advisory lock of an entity's row, which need not exist, and holds it until it is disposed. It keeps out only those who ask for it.
    /// </summary>
    /// <param name="entity">An entity with a key.</param>
    /// <param name="timeToLive">After how long the lock ends by itself when this process dies; at least 100 ms, at most 24 days. It is renewed thrice in that time.</param>
    /// <param name="wait">How long to wait for another holder; zero: not at all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="LockNotAcquiredException">Another holder did not give it back in time.</exception>
    public Task<HeldLock> LockAsync(IRomEntity entity, TimeSpan timeToLive, TimeSpan wait, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentOutOfRangeException.ThrowIfLessThan(timeToLive, TimeSpan.FromMilliseconds(100));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(timeToLive, TimeSpan.FromDays(24));
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return HeldLock.AcquireAsync(this, entity, timeToLive, wait, cancellationToken);
    }

    /// <summary>
    /// Moves an amount from one entity's row to another's, exactly, with their index entries, and marks a receipt, so that the same transfer cannot happen
    /// twice: all in one script call, or nothing. It is computed from what the entities were loaded with; when somebody changed the rows since, they are read and
    /// it goes again. The entities get the new values; what else of them was changed is not saved.
    /// </summary>
    /// <param name="from">The stored entity that gives.</param>
    /// <param name="to">The stored entity that gets.</param>
    /// <param name="column">The column to move between: a decimal, or an integer of up to 64 bits.</param>
    /// <param name="amount">How much; above zero, and whole when the column is an integer.</param>
    /// <param name="receipt">A stored entity that stands for the transfer.</param>
    /// <param name="done">Its column, a bool, that says that the transfer has happened.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="InvalidValueException">A row would hold more than its type can, or digits that a decimal has no room for; nothing was written.</exception>
    /// <exception cref="CommitOutcomeUnknownException">No answer came: call it again with the same receipt, and it happens once.</exception>
    public Task<TransferOutcome> TransferAsync<TModel, TKey, TColumns, TReceipt, TReceiptKey, TReceiptColumns>(
        IRomModel<TModel, TKey, TColumns> from,
        IRomModel<TModel, TKey, TColumns> to,
        Func<TColumns, INumberColumn<TModel>> column,
        decimal amount,
        IRomModel<TReceipt, TReceiptKey, TReceiptColumns> receipt,
        Func<TReceiptColumns, IFlagColumn<TReceipt>> done,
        CancellationToken cancellationToken = default)
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class
        where TReceipt : class, IRomModel<TReceipt, TReceiptKey, TReceiptColumns>
        where TReceiptKey : notnull
        where TReceiptColumns : class
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(done);
        TransferRow marked = new TransferRow<TReceipt, TReceiptKey, TReceiptColumns>((TReceipt)receipt, number: null, done(TReceipt.TypedColumns));
        return TransferAsync(from, to, column, amount, marked, cancellationToken);
    }

    /// <summary>
    /// As <see cref="TransferAsync{TModel, TKey, TColumns, TReceipt, TReceiptKey, TReceiptColumns}"/>, without a receipt: after a commit of unknown outcome nothing
    /// tells whether it happened.
    /// </summary>
    public Task<TransferOutcome> TransferAsync<TModel, TKey, TColumns>(
        IRomModel<TModel, TKey, TColumns> from,
        IRomModel<TModel, TKey, TColumns> to,
        Func<TColumns, INumberColumn<TModel>> column,
        decimal amount,
        CancellationToken cancellationToken = default)
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TransferAsync(from, to, column, amount, receipt: null, cancellationToken);

    /// <summary>
    /// Saves many entities, each by itself and of any models: one that is refused keeps no other from being saved. They travel together, some 500 in one
    /// script call.
    /// </summary>
    /// <param name="entities">New or changed entities; those without changes cost nothing.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; what is not sent yet is not sent.</param>
    /// <returns>What became of each, in their order: written or unchanged.</returns>
    /// <exception cref="BulkException">Some were not saved, also because the caller cancelled meanwhile; it tells of each.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the call: nothing was done.</exception>
    public Task<IReadOnlyList<EntityResult>> SaveAllAsync(IEnumerable<IRomEntity> entities, CancellationToken cancellationToken = default) =>
        BulkAsync(entities, delete: false, cancellationToken);

    /// <summary>Deletes many entities, each by itself and of any models, whoever changed them meanwhile. They travel together, some 500 in one script call.</summary>
    /// <param name="entities">Stored entities, or new ones with nothing but their key.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; what is not sent yet is not sent.</param>
    /// <returns>What became of each, in their order: deleted, or unchanged where there was no row.</returns>
    /// <exception cref="BulkException">Some were not deleted, also because the caller cancelled meanwhile; it tells of each.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the call: nothing was done.</exception>
    public Task<IReadOnlyList<EntityResult>> DeleteAllAsync(IEnumerable<IRomEntity> entities, CancellationToken cancellationToken = default) =>
        BulkAsync(entities, delete: true, cancellationToken);

    /// <summary>Closes the connection, if it is Rom's own.</summary>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private Task<IReadOnlyList<EntityResult>> BulkAsync(IEnumerable<IRomEntity> entities, bool delete, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entities);
        return new BulkWrite(this, [.. entities], delete).RunAsync(cancellationToken);
    }

    private Task<TransferOutcome> TransferAsync<TModel, TKey, TColumns>(
        IRomModel<TModel, TKey, TColumns> from,
        IRomModel<TModel, TKey, TColumns> to,
        Func<TColumns, INumberColumn<TModel>> column,
        decimal amount,
        TransferRow? receipt,
        CancellationToken cancellationToken)
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(column);
        INumberColumn<TModel> number = column(TModel.TypedColumns);
        if (amount <= 0 || (number.IsInteger && amount != decimal.Truncate(amount)))
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount is above zero, and whole when the column holds integers.");
        TransferRow source = new TransferRow<TModel, TKey, TColumns>((TModel)from, number, flag: null);
        TransferRow destination = new TransferRow<TModel, TKey, TColumns>((TModel)to, number, flag: null);
        return new Transfer(this, amount).RunAsync(source, destination, receipt, cancellationToken);
    }
}
