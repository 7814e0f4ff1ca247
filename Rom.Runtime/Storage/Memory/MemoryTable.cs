using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.Storage.Memory;

/// <summary>The rows, uniques, counter and schema record of one model. Fields are kept by stored name, as a hash keeps them.</summary>
internal sealed class MemoryTable
{
    private readonly Dictionary<string, Dictionary<byte[], byte[]>> _uniques = new(StringComparer.Ordinal);

    private readonly Dictionary<byte[], Dictionary<string, MemoryNative>> _natives = new(ByteArrayComparer.Instance);

    public Dictionary<byte[], Dictionary<string, byte[]>> Rows { get; } = new(ByteArrayComparer.Instance);

    /// <summary>The last key that was assigned, or passed by one that a caller chose.</summary>
    public long Counter { get; set; }

    /// <summary>The last version that a row got.</summary>
    public long Version { get; set; }

    public MemoryLocks Locks { get; } = new();

    /// <summary>The description of the schema that the first writer stored.</summary>
    public string? Schema { get; set; }

    /// <summary>Keys that no later row is assigned.</summary>
    public CommitResult Reserve(ModelMetadata model, int count)
    {
        long max = model.KeyKind == KeyKind.Int32 ? int.MaxValue : long.MaxValue;
        List<byte[]> keys = [];
        while (keys.Count < count)
        {
            if (Counter == max) return new CommitResult { Status = CommitStatus.KeysExhausted };
            byte[] key = KeyText.Encode(++Counter)!;
            if (!Rows.ContainsKey(key)) keys.Add(key);
        }

        return new CommitResult { Status = CommitStatus.Done, AssignedKeys = keys };
    }

    /// <summary>The uniques that ever had a value.</summary>
    public IEnumerable<string> UniqueNames => _uniques.Keys;

    /// <summary>The native structures, each of a row.</summary>
    public IEnumerable<(byte[] Key, string Name)> NativeNames => _natives.SelectMany(row => row.Value.Keys, (row, name) => (row.Key, name));

    /// <summary>A native structure of a row.</summary>
    public MemoryNative Native(string name, byte[] key)
    {
        if (!_natives.TryGetValue(key, out Dictionary<string, MemoryNative>? natives))
            _natives.Add(key, natives = new Dictionary<string, MemoryNative>(StringComparer.Ordinal));
        if (!natives.TryGetValue(name, out MemoryNative? native)) natives.Add(name, native = new MemoryNative());
        return native;
    }

    /// <summary>Removes a row with its native structures.</summary>
    public void Remove(byte[] key)
    {
        Rows.Remove(key);
        _natives.Remove(key);
    }

    public Dictionary<byte[], byte[]> Unique(string name)
    {
        if (!_uniques.TryGetValue(name, out Dictionary<byte[], byte[]>? owners))
            _uniques.Add(name, owners = new Dictionary<byte[], byte[]>(ByteArrayComparer.Instance));
        return owners;
    }

    /// <summary>Replaces what follows from the rows.</summary>
    public void Rebuild(ModelMetadata model, byte[]?[][] rows)
    {
        _uniques.Clear();
        foreach (byte[]?[] row in rows)
        {
            Dictionary<string, byte[]> fields = Rows[row[0]!];
            foreach (ColumnMetadata column in model.Columns)
            {
                if (row[column.Ordinal] is { } value) fields[column.StoredName] = value;
                else fields.Remove(column.StoredName);
            }

            foreach (UniqueMetadata unique in model.Uniques)
            {
                if (IndexEntries.Unique(unique, row) is { } value) Unique(unique.Name)[value] = row[0]!;
            }
        }

        Schema = model.SchemaDescription;
    }

    /// <summary>The fields of a row in column order, or null.</summary>
    public byte[]?[]? Row(ModelMetadata model, byte[] key) =>
        Rows.TryGetValue(key, out Dictionary<string, byte[]>? fields) ? Row(model, fields) : null;

    public static byte[]?[] Row(ModelMetadata model, Dictionary<string, byte[]> fields)
    {
        byte[]?[] row = new byte[]?[model.Columns.Count];
        for (int i = 0; i < row.Length; i++) row[i] = fields.GetValueOrDefault(model.Columns[i].StoredName);
        return row;
    }
}
