using System.Text;
using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.Storage.Memory;

/// <summary>What <c>commit.lua</c> does, over dictionaries: read and decide on every row first, then write.</summary>
internal sealed class MemoryCommit(CommitPlan plan, Func<ModelMetadata, MemoryTable> tableOf)
{
    private readonly List<byte[]> _assigned = [];
    private readonly byte[][] _keys = new byte[plan.Rows.Count][];
    private readonly Dictionary<MemoryTable, long> _counters = [];
    private readonly HashSet<(MemoryTable Table, string Key)> _chosen = [];

    public CommitResult Run()
    {
        for (int i = 0; i < plan.Rows.Count; i++)
        {
            if (CheckRow(plan.Rows[i], i) is { } refused) return refused;
        }

        for (int i = 0; i < plan.Rows.Count; i++)
        {
            if (CheckUniques(plan.Rows[i], i) is { } refused) return refused;
        }

        for (int i = 0; i < plan.Rows.Count; i++)
        {
            if (ChooseKey(plan.Rows[i], i) is { } refused) return refused;
        }

        for (int i = 0; i < plan.Rows.Count; i++)
        {
            if (AssignKey(plan.Rows[i], i) is { } refused) return refused;
        }

        for (int i = 0; i < plan.Rows.Count; i++) Write(plan.Rows[i], _keys[i]);
        ReleaseUniques();
        return new CommitResult { Status = CommitStatus.Done, AssignedKeys = _assigned };
    }

    private CommitResult? CheckRow(RowWrite write, int row)
    {
        MemoryTable table = tableOf(write.Model);
        if (table.Schema is { } schema && schema != write.Model.SchemaDescription)
            return new CommitResult { Status = CommitStatus.SchemaDiffers, Row = row, StoredSchema = schema };
        if (write.Key is null) return null;
        _keys[row] = write.Key;
        byte[]?[]? stored = table.Row(write.Model, write.Key);
        if (stored is null) return write.MustExist ? new CommitResult { Status = CommitStatus.RowMissing, Row = row } : null;
        byte[]?[] present = [.. write.Guards.Select(guard => stored[guard.Column])];
        if (!write.MustExist) return new CommitResult { Status = CommitStatus.RowExists, Row = row, Present = present };
        for (int i = 0; i < present.Length; i++)
        {
            if (!ByteArrayComparer.Instance.Equals(present[i], write.Guards[i].Expected))
                return new CommitResult { Status = CommitStatus.GuardFailed, Row = row, Present = present };
        }

        return null;
    }

    /// <summary>Against the final state: a value that another row of the plan releases is free.</summary>
    private CommitResult? CheckUniques(RowWrite write, int row)
    {
        for (int i = 0; i < write.Takes.Count; i++)
        {
            UniqueEntry take = write.Takes[i];
            if (!Owners(write, take).TryGetValue(take.Value, out byte[]? owner)) owner = null;
            if (owner is not null && ByteArrayComparer.Instance.Equals(owner, write.Key)) owner = null;
            if (owner is not null && plan.Rows.Any(other => Has(other, other.Releases, write, take) && ByteArrayComparer.Instance.Equals(owner, other.Key)))
                owner = null;
            int twin = plan.Rows.Take(row).ToList().FindIndex(other => Has(other, other.Takes, write, take));
            if (owner is not null || twin >= 0)
                return new CommitResult { Status = CommitStatus.UniqueTaken, Row = row, Take = i, Owner = owner ?? plan.Rows[twin].Key };
        }

        return null;
    }

    /// <summary>A key that a caller chose is chosen once, and the counter goes beyond it.</summary>
    private CommitResult? ChooseKey(RowWrite write, int row)
    {
        if (write.Key is null || write.MustExist) return null;
        MemoryTable table = tableOf(write.Model);
        if (!_chosen.Add((table, Convert.ToHexString(write.Key)))) return new CommitResult { Status = CommitStatus.RowExists, Row = row };
        // A chosen key near the end of the range does not use up the keys below it.
        if (write.Model.KeyIsAssignedByStore && write.Key[0] != '-' && write.Key.Length < MaxText(write.Model).Length)
            _counters[table] = Math.Max(_counters.GetValueOrDefault(table, table.Counter), KeyText.DecodeInt64(write.Key));
        return null;
    }

    private CommitResult? AssignKey(RowWrite write, int row)
    {
        if (write.Key is not null) return null;
        MemoryTable table = tableOf(write.Model);
        long counter = _counters.GetValueOrDefault(table, table.Counter);
        long max = write.Model.KeyKind == KeyKind.Int32 ? int.MaxValue : long.MaxValue;
        do
        {
            if (counter == max) return new CommitResult { Status = CommitStatus.KeysExhausted, Row = row };
            _keys[row] = Encoding.ASCII.GetBytes((++counter).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        while (table.Rows.ContainsKey(_keys[row]) || _chosen.Contains((table, Convert.ToHexString(_keys[row]))));
        _counters[table] = counter;
        _assigned.Add(_keys[row]);
        return null;
    }

    private void Write(RowWrite write, byte[] key)
    {
        MemoryTable table = tableOf(write.Model);
        table.Schema ??= write.Model.SchemaDescription;
        if (_counters.TryGetValue(table, out long counter)) table.Counter = counter;
        if (write.Delete)
        {
            table.Rows.Remove(key);
            return;
        }

        if (!table.Rows.TryGetValue(key, out Dictionary<string, byte[]>? fields))
            table.Rows.Add(key, fields = new Dictionary<string, byte[]>(StringComparer.Ordinal));
        if (write.DropOtherFields) fields.Clear();
        fields[write.Model.Key.StoredName] = key;
        foreach (FieldValue set in write.Sets) fields[write.Model.Columns[set.Column].StoredName] = set.Value;
        foreach (int clear in write.Clears) fields.Remove(write.Model.Columns[clear].StoredName);
        foreach (UniqueEntry take in write.Takes) Owners(write, take)[take.Value] = key;
    }

    private void ReleaseUniques()
    {
        for (int i = 0; i < plan.Rows.Count; i++)
        {
            foreach (UniqueEntry release in plan.Rows[i].Releases)
            {
                Dictionary<byte[], byte[]> owners = Owners(plan.Rows[i], release);
                if (owners.TryGetValue(release.Value, out byte[]? owner) && ByteArrayComparer.Instance.Equals(owner, _keys[i])) owners.Remove(release.Value);
            }
        }
    }

    private static bool Has(RowWrite other, List<UniqueEntry> entries, RowWrite write, UniqueEntry entry) =>
        other.Model == write.Model && entries.Any(one => one.Unique == entry.Unique && one.Value.AsSpan().SequenceEqual(entry.Value));

    private Dictionary<byte[], byte[]> Owners(RowWrite write, UniqueEntry entry) => tableOf(write.Model).Unique(write.Model.Uniques[entry.Unique].Name);

    private static string MaxText(ModelMetadata model) => model.KeyKind == KeyKind.Int32 ? "2147483647" : "9223372036854775807";
}
