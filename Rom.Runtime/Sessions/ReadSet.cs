using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>What a transaction has read, each row as it was first seen.</summary>
internal sealed class ReadSet
{
    private readonly Dictionary<RowIdentity, byte[]?[]?> _rows = [];
    private readonly HashSet<RowIdentity> _brought = [];
    private readonly List<ReadCheck> _others = [];

    public int Count => _rows.Count + _others.Count;

    public IEnumerable<ReadCheck> Checks => _rows.ConvertAll(pair => (ReadCheck)new RowCheck(pair.Key.Model, pair.Key.Key, pair.Value)).Concat(_others);

    public void Add(ModelMetadata model, byte[] key, byte[]?[]? row) => _rows.TryAdd(new RowIdentity(model, key), row);

    public void Add(FetchPlan plan, byte[]?[]?[] rows)
    {
        for (int i = 0; i < rows.Length; i++) _rows.TryAdd(new RowIdentity(plan.Model, plan.Keys[i]), rows[i]);
    }

    public void Add(LookupPlan plan, byte[]?[]? row)
    {
        if (row is null) _others.Add(new FreeValueCheck(plan.Unique, plan.Value));
        else _rows.TryAdd(new RowIdentity(plan.Unique.Model, row[0]!), row);
    }

    public void Add(SearchPlan plan, SearchResult result)
    {
        // Of rows that were read in part nothing is known but that part.
        if (plan.Columns is not null) return;
        foreach (byte[]?[] row in result.Rows) _rows.TryAdd(new RowIdentity(plan.Model, row[0]!), row);
    }

    public void Add(CountCheck check) => _others.Add(check);

    /// <summary>A row as an entity that was loaded elsewhere had it when it joined.</summary>
    public void Bring(RowIdentity row, byte[]?[] stored)
    {
        if (_rows.TryAdd(row, stored)) _brought.Add(row);
    }

    /// <summary>Rows that were read again. What was brought is replaced; what this transaction has read before must still be so.</summary>
    public void Refresh(FetchPlan plan, byte[]?[]?[] rows)
    {
        foreach (byte[] key in plan.Keys)
        {
            RowIdentity row = new(plan.Model, key);
            if (_brought.Remove(row)) _rows.Remove(row);
        }

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
