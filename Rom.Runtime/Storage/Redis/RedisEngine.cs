using System.Collections.Concurrent;
using System.Globalization;
using Rom.CompilerServices;
using Rom.Errors;
using Rom.Maintenance;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>A store in Redis: each plan is one script call, or one command where that is enough.</summary>
internal sealed class RedisEngine(IRedisConnection connection, RomOptions options) : IEngine
{
    private readonly ConcurrentDictionary<ModelMetadata, KeySpace> _keySpaces = new();
    private long _roundTrips;

    public long RoundTrips => Interlocked.Read(ref _roundTrips);

    public Task<CommitResult> CommitAsync(CommitPlan plan, CancellationToken cancellationToken) => CommitAsync(plan, withSchemas: false, cancellationToken);

    /// <summary>
    /// The first writer of a model stores what its indexes are. The description travels until it is known to be stored, and again,
    /// <paramref name="withSchemas"/>, when a commit finds that somebody emptied the database since.
    /// </summary>
    public Task<CommitResult> CommitAsync(CommitPlan plan, bool withSchemas, CancellationToken cancellationToken)
    {
        CountRoundTrip(cancellationToken);
        return connection.EvaluateAsync(new CommitCall(this, plan, withSchemas, receipt: options.CommitReceipts ? ReceiptOf(plan) : null), cancellationToken);
    }

    /// <summary>A receipt in the slot of the plan's first key.</summary>
    private CommitReceipt ReceiptOf(CommitPlan plan) => ReceiptOf(KeySpaceOf(plan.Count > 0 ? plan.First.Model : plan.Checks[0].Model));

    private CommitReceipt ReceiptOf(KeySpace keys) => new(connection, keys.Receipt(Guid.NewGuid()), options.ReceiptLifetime);

    public Task<CommitResult> PatchAsync(PatchPlan plan, CancellationToken cancellationToken)
    {
        KeySpace keys = KeySpaceOf(plan.Model);
        CountRoundTrip(cancellationToken);
        return connection.EvaluateAsync(new PatchCall(plan, keys, options.CommitReceipts ? ReceiptOf(keys) : null), cancellationToken);
    }

    public Task<byte[]?[]?> FetchAsync(ModelMetadata model, byte[] key, CancellationToken cancellationToken)
    {
        KeySpace keys = KeySpaceOf(model);
        CountRoundTrip(cancellationToken);
        return connection.HashGetAsync(keys.Row(key), keys.Fields, (model, key), static (asked, fields) => Row(asked.model, asked.key, fields), cancellationToken);
    }

    public async Task<byte[]?[]?[]> FetchAsync(FetchPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Keys.Count == 1) return [await FetchAsync(plan.Model, plan.Keys[0], cancellationToken).ConfigureAwait(false)];
        KeySpace keys = KeySpaceOf(plan.Model);
        CountRoundTrip(cancellationToken);
        RedisKey[] rows = [.. plan.Keys.Select(keys.Row)];
        RedisValue[][] fields = await connection.HashGetAsync(rows, keys.Fields, cancellationToken).ConfigureAwait(false);
        return [.. fields.Select((one, i) => Row(plan.Model, plan.Keys[i], one))];
    }

    public Task<byte[]?[]?> LookupAsync(LookupPlan plan, CancellationToken cancellationToken)
    {
        CountRoundTrip(cancellationToken);
        return connection.EvaluateAsync(new LookupCall(plan, KeySpaceOf(plan.Unique.Model)), cancellationToken);
    }

    public Task<SearchResult> SearchAsync(SearchPlan plan, CancellationToken cancellationToken) =>
        new RedisSearch(connection, plan, KeySpaceOf(plan.Model), options.MaxRowsVisitedPerCall, this).RunAsync(cancellationToken);

    public Task VisitAsync(SearchPlan plan, Action<byte[]?[]> visit, CancellationToken cancellationToken) =>
        new RedisSearch(connection, plan, KeySpaceOf(plan.Model), options.MaxRowsVisitedPerCall, this, visit).RunAsync(cancellationToken);

    public async Task<SearchTrace> ExplainAsync(SearchPlan plan, CancellationToken cancellationToken)
    {
        SearchTracer tracer = new(plan);
        RedisSearch search = new(connection, plan, KeySpaceOf(plan.Model), options.MaxRowsVisitedPerCall, this, tracer: tracer);
        return tracer.Trace(await search.RunAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Notes that a caller waits for the store once more, unless the caller cancelled before: then nothing is sent.</summary>
    public void CountRoundTrip(CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested) Interlocked.Increment(ref _roundTrips);
    }

    public async Task<byte[]?[]?> NativeAsync(NativePlan plan, CancellationToken cancellationToken)
    {
        KeySpace keys = KeySpaceOf(plan.Model);
        CountRoundTrip(cancellationToken);
        RedisValue[] reply = await connection.EvaluateAsync(
            RomScript.Native, [keys.Row(plan.Key), keys.Native(plan.Name, plan.Key)],
            [plan.Command.ToString().ToUpperInvariant(), .. plan.Arguments.Select(argument => (RedisValue)argument)],
            mayWrite: true, cancellationToken).ConfigureAwait(false);
        return (int)reply[0] == 0 ? null : Array.ConvertAll(reply[1..], value => (byte[]?)value);
    }

    public Task ReindexAsync(ModelMetadata model, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken) =>
        new RedisReindex(this, connection, KeySpaceOf(model), progress, cancellationToken).RunAsync();

    public Task VerifyAsync(ModelMetadata model, VerifyFindings findings, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken) =>
        new RedisVerify(this, connection, KeySpaceOf(model), findings, cancellationToken).RunAsync(progress);

    public async Task<long> LockAsync(LockPlan plan, CancellationToken cancellationToken)
    {
        KeySpace keys = KeySpaceOf(plan.Model);
        CountRoundTrip(cancellationToken);
        RedisValue[] arguments = [(int)plan.Action, plan.Token, (long)plan.TimeToLive.TotalMilliseconds];
        RedisValue[] reply = await connection
            .EvaluateAsync(RomScript.Lock, [keys.Lock(plan.Key), keys.Fences], arguments, mayWrite: true, cancellationToken).ConfigureAwait(false);
        return reply.Length == 1 ? 0 : (long)reply[1];
    }

    public async Task<CommitResult> ReserveAsync(ModelMetadata model, int count, CancellationToken cancellationToken)
    {
        KeySpace keys = KeySpaceOf(model);
        CountRoundTrip(cancellationToken);
        // A lost answer loses numbers and nothing else, so it is no write whose outcome could be unknown.
        RedisValue[] reply = await connection.EvaluateAsync(
            RomScript.Reserve, [keys.Counter], [keys.RowHead, keys.GreatestKey, count.ToString(CultureInfo.InvariantCulture)], mayWrite: false, cancellationToken).ConfigureAwait(false);
        return new CommitResult { Status = (CommitStatus)(int)reply[0], AssignedKeys = Array.ConvertAll(reply[1..], key => (byte[])key!) };
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    public KeySpace KeySpaceOf(ModelMetadata model) =>
        _keySpaces.TryGetValue(model, out KeySpace? known) ? known : _keySpaces.GetOrAdd(model, new KeySpace(model, options.KeyPrefix));

    /// <summary>The fields of a row in column order; null when its key field is absent, for then there is no row.</summary>
    private static byte[]?[]? Row(ModelMetadata model, byte[] key, RedisValue[] fields)
    {
        if (fields[0].IsNull) return null;
        byte[]?[] row = Array.ConvertAll(fields, field => (byte[]?)field);
        // A row that was copied or renamed by hand: an entity of it would be saved over the row that it was copied from.
        return row[0].AsSpan().SequenceEqual(key) ? row : throw Conflicts.OtherKey(model, key);
    }
}
