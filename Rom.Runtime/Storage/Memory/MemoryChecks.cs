using Rom.Serialization;

namespace Rom.Storage.Memory;

/// <summary>Whether what was read is still so.</summary>
internal static class MemoryChecks
{
    public static bool Holds(ReadCheck check, MemoryTable table) => check switch
    {
        RowCheck row => Same(row, table.Row(row.Model, row.Key)),
        FreeValueCheck free => !table.Unique(free.Unique.Name).ContainsKey(free.Value),
        CountCheck count => table.Rows.Values.Count(fields => RowFilter.Matches(count.Filter, MemoryTable.Row(count.Model, fields))) == count.Count,
        _ => throw new InvalidOperationException($"{check.GetType().Name} is no check that this engine knows."),
    };

    private static bool Same(RowCheck read, byte[]?[]? stored)
    {
        if (read.Row is null || stored is null) return read.Row is null && stored is null;
        return read.Columns is { } columns
            ? columns.All(column => ByteArrayComparer.Instance.Equals(read.Row[column], stored[column]))
            : ByteArrayComparer.AreEqual(read.Row, stored);
    }
}
