using Rom.CompilerServices;

namespace Rom.Storage;

/// <summary>
/// Changes of columns of one row, each of which the store computes exactly from what the row holds, in one step. Every index that depends on one of them is
/// ordered, over fields as they are stored. The result says <see cref="CommitStatus.NotExact"/> where the row holds what the store cannot compute with.
/// </summary>
internal sealed record PatchPlan(ModelMetadata Model, byte[] Key, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>The indexes whose entries may change.</summary>
    public IEnumerable<IndexMetadata> Indexes =>
        Model.Indexes.Where(index => Changes.Any(change => index.Inputs.Contains(change.Column.Ordinal)));

    /// <summary>Whether the store can keep what depends on a column: no unique, and only indexes whose keys do not hold values.</summary>
    public static bool Covers(ColumnMetadata column)
    {
        foreach (IndexMetadata index in column.Model.AllIndexes)
        {
            if (index.Inputs.Contains(column.Ordinal) && !IsComputable(index)) return false;
        }

        foreach (UniqueMetadata unique in column.Model.AllUniques)
        {
            if (unique.Inputs.Contains(column.Ordinal)) return false;
        }

        return true;
    }

    private static bool IsComputable(IndexMetadata index)
    {
        if (index.Kind != IndexKind.Ordered || !index.IsOverField || index.Suffix) return false;
        foreach (int column in index.ColumnOrdinals)
        {
            if (index.Model.Columns[column].Kind is ValueKind.Version or ValueKind.Address or ValueKind.Ranked) return false;
        }

        return true;
    }
}

/// <summary>A change of one column by what its field holds.</summary>
/// <param name="Column">The column.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Value">What the field is set to, or what is added or appended; null: the field goes.</param>
/// <param name="Bounds">Of an integer, the least and greatest value of its type.</param>
/// <param name="AbsentIsNull">Whether a field that the row lacks is null, rather than a default or an error.</param>
internal sealed record FieldChange(ColumnMetadata Column, FieldChangeKind Kind, byte[]? Value, (string Least, string Greatest) Bounds, bool AbsentIsNull);

/// <summary>What is done to a field; the numbers are those of <c>patch.lua</c>.</summary>
internal enum FieldChangeKind
{
    Set = 0,
    AddInteger = 1,
    AddDecimal = 2,
    Append = 3,
}
