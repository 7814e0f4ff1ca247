using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>What a transaction has read, each row as it was first seen.</summary>
internal sealed class ReadSet
{
    private readonly Dictionary<RowIdentity, RowCheck> _rows = [];
    private readonly Dictionary<RowIdentity, RowCheck> _brought = [];
    private readonly List<ReadCheck> _others = [];

    public int Count => _rows.Count + _brought.Count + _others.Count;

    public IEnumerable<ReadCheck> Checks => _rows.Values.Concat(_brought.Values).Concat(_others);

    public void Add(ModelMetadata model, byte[] key, byte[]?[]? row) => Add(new RowCheck(model, key, row));

    public void Add(FetchPlan plan, byte[]?[]?[] rows)
    {
        for (int i = 0; i < rows.Length; i++) Add(plan.Model, plan.Keys[i], rows[i]);
    }

    public void Add(LookupPlan plan, byte[]?[]? row)
    {
        if (row is null) _others.Add(new FreeValueCheck(plan.Unique, plan.Value));
        else Add(plan.Unique.Model, row[0]!, row);
    }

    public void Add(SearchPlan plan, SearchResult result)
    {
        int[]? columns = plan.Columns is { } read ? [0, .. read.Where(column => column != 0)] : null;
        foreach (byte[]?[] row in result.Rows) Add(new RowCheck(plan.Model, row[0]!, row) { Columns = columns });
    }

    /// <summary>Each column as it was first seen: of a row that was read in part, another read may add what that left out.</summary>
    private void Add(RowCheck read)
    {
        RowIdentity row = new(read.Model, read.Key);
        if (_rows.TryAdd(row, read) || _rows[row] is not { Columns: { } known } first || read.Row is null) return;
        byte[]?[] merged = [.. read.Row];
        foreach (int column in known) merged[column] = first.Row![column];
        _rows[row] = read with { Row = merged, Columns = read.Columns is null ? null : [.. known.Union(read.Columns)] };
    }

    public void Add(CountCheck check) => _others.Add(check);

    /// <summary>A row as an entity that was loaded elsewhere had it when it joined.</summary>
    public void Bring(RowIdentity row, byte[]?[] stored)
    {
        if (!_rows.TryGetValue(row, out RowCheck? read) || read.Columns is not null) _brought.TryAdd(row, new RowCheck(row.Model, row.Key, stored));
    }

    /// <summary>Rows that were read again. What was brought is replaced; what this transaction has read before must still be so.</summary>
    public void Refresh(FetchPlan plan, byte[]?[]?[] rows)
    {
        foreach (byte[] key in plan.Keys) _brought.Remove(new RowIdentity(plan.Model, key));
        Add(plan, rows);
    }

    /// <summary>Refuses a write at once that would contradict a number which the commit verifies.</summary>
    /// <exception cref="InvalidOperationException">The number of rows of this model was read.</exception>
    public void RequireNotCounted(ModelMetadata model)
    {
        if (!_others.Exists(check => check is CountCheck && check.Model == model)) return;
        throw new InvalidOperationException(
            $"The transaction verifies how many rows of {model.Name} it found, which a write at once may change; nothing was written. Use Add and Remove of the transaction, "
            + "and change entities that it loaded: its commit writes them.");
    }

    /// <summary>What the transaction itself wrote at once is not what it read: rows, and values that it took.</summary>
    public void Forget(CommitPlan plan)
    {
        foreach (RowWrite write in plan.Rows)
        {
            if (write.Key is { } key) Forget(write.Model, key);
            foreach (UniqueEntry take in write.AllTakes) Forget(write.Model, take);
        }
    }

    /// <summary>The same of one row.</summary>
    public void Forget(ModelMetadata model, byte[] key)
    {
        RowIdentity row = new(model, key);
        _rows.Remove(row);
        _brought.Remove(row);
    }

    private void Forget(ModelMetadata model, UniqueEntry taken) => _others.RemoveAll(check =>
        check is FreeValueCheck free && free.Model == model && free.Unique.Ordinal == taken.Unique && free.Value.AsSpan().SequenceEqual(taken.Value));
}
