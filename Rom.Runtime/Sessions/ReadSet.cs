using Rom.CompilerServices;
using Rom.Serialization;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>What a transaction has read, each row as it was first seen.</summary>
internal sealed class ReadSet
{
    private readonly Dictionary<RowIdentity, byte[]?[]?> _rows = [];
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

    /// <summary>A row that the transaction itself wrote at once is not what it read.</summary>
    public void Forget(CommitPlan plan)
    {
        foreach (RowWrite write in plan.Rows)
        {
            if (write.Key is { } key) Forget(write.Model, key);
        }
    }

    /// <summary>The same of one row.</summary>
    public void Forget(ModelMetadata model, byte[] key) => _rows.Remove(new RowIdentity(model, key));
}
