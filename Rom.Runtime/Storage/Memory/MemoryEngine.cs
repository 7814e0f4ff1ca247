using Rom.CompilerServices;
using Rom.Errors;
using Rom.Indexing;
using Rom.Maintenance;

namespace Rom.Storage.Memory;

/// <summary>
/// A store in this process. It keeps rows and uniques, no indexes: a search evaluates its filter on every row, so that this engine
/// is the specification of what the scripts must answer.
/// </summary>
internal sealed class MemoryEngine : IEngine
{
    private readonly Dictionary<string, MemoryTable> _tables = new(StringComparer.Ordinal);
    private readonly object _lock = new();
    private long _roundTrips;

    public long RoundTrips => Interlocked.Read(ref _roundTrips);

    public Task<CommitResult> CommitAsync(CommitPlan plan, CancellationToken cancellationToken) =>
        Run(() => new MemoryCommit(plan, Table).Run(), cancellationToken);

    public Task<CommitResult> PatchAsync(PatchPlan plan, CancellationToken cancellationToken) =>
        Run(() => new MemoryPatch(plan).Run(Table), cancellationToken);

    public Task<byte[]?[]?> FetchAsync(ModelMetadata model, byte[] key, CancellationToken cancellationToken) =>
        Run(() => Table(model).Row(model, key), cancellationToken);

    public Task<byte[]?[]?[]> FetchAsync(FetchPlan plan, CancellationToken cancellationToken) =>
        Run(() => plan.Keys.Select(key => Table(plan.Model).Row(plan.Model, key)).ToArray(), cancellationToken);

    public Task<byte[]?[]?> LookupAsync(LookupPlan plan, CancellationToken cancellationToken) =>
        Run(() => Readable(plan.Unique.Model).Unique(plan.Unique.Name).TryGetValue(plan.Value, out byte[]? key)
            ? Table(plan.Unique.Model).Row(plan.Unique.Model, key)
            : null, cancellationToken);

    public Task<SearchResult> SearchAsync(SearchPlan plan, CancellationToken cancellationToken) =>
        Run(() => MemorySearch.Run(plan, Readable(plan.Model)), cancellationToken);

    public async Task VisitAsync(SearchPlan plan, Action<byte[]?[]> visit, CancellationToken cancellationToken)
    {
        foreach (byte[]?[] row in (await SearchAsync(plan, cancellationToken).ConfigureAwait(false)).Rows) visit(row);
    }

    public Task<SearchTrace> ExplainAsync(SearchPlan plan, CancellationToken cancellationToken) =>
        Run(() => MemorySearch.Explain(plan, Readable(plan.Model)), cancellationToken);

    public Task<byte[]?[]?> NativeAsync(NativePlan plan, CancellationToken cancellationToken) =>
        Run(() => Table(plan.Model).Rows.ContainsKey(plan.Key) ? Table(plan.Model).Native(plan.Name, plan.Key).Run(plan.Command, plan.Arguments) : null, cancellationToken);

    public Task ReindexAsync(ModelMetadata model, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken) => Run(() =>
    {
        MemoryTable table = Table(model);
        UniqueCheck uniques = new(model);
        byte[]?[][] rows = [.. table.Rows.Values.Select(fields => ConvertedColumns.Recode(model, MemoryTable.Row(model, fields)))];
        foreach (byte[]?[] row in rows)
        {
            DerivedColumns.Fill(model, row, before: null);
            List<IndexEntry> entries = [];
            foreach (IndexMetadata index in model.AllIndexes) IndexEntries.Append(index, row, entries);
            uniques.Add(row);
        }

        uniques.ThrowOnDuplicates();
        table.Rebuild(model, rows);
        progress?.Report(new ReindexProgress(ReindexPhase.Filling, rows.Length, rows.Length));
        return true;
    }, cancellationToken);

    public Task VerifyAsync(ModelMetadata model, VerifyFindings findings, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken) => Run(() =>
    {
        new MemoryVerify(model, Readable(model), findings).Run();
        progress?.Report(findings.Progress);
        return true;
    }, cancellationToken);

    public Task<long> LockAsync(LockPlan plan, CancellationToken cancellationToken) => Run(() => Table(plan.Model).Locks.Run(plan), cancellationToken);

    public Task<CommitResult> ReserveAsync(ModelMetadata model, int count, CancellationToken cancellationToken) =>
        Run(() => Table(model).Reserve(model, count), cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<T> Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return CancelledCall.Of<T>(cancellationToken);
        Interlocked.Increment(ref _roundTrips);
        lock (_lock) return Task.FromResult(work());
    }

    /// <summary>The table, if its writers' indexes are those of the reader.</summary>
    private MemoryTable Readable(ModelMetadata model)
    {
        MemoryTable table = Table(model);
        return table.Schema is { } schema && schema != model.SchemaDescription ? throw Conflicts.Schema(model, schema) : table;
    }

    internal MemoryTable Table(ModelMetadata model)
    {
        string name = $"{model.Group}}}{model.Name}";
        if (!_tables.TryGetValue(name, out MemoryTable? table)) _tables.Add(name, table = new MemoryTable());
        return table;
    }
}
