using Rom.Indexing;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>
/// Fields that an Ordered index keeps in the row because its values are computed or case-folded: scripts can then test a row, and entries
/// stay a function of what is stored. They are columns of the row after the declared ones, and no property has them.
/// </summary>
internal static class DerivedColumns
{
    /// <summary>The field's name. No declared column begins so, because stored names may not hold a colon.</summary>
    public static string StoredName(string name) => ":" + name;

    /// <summary>The derived columns of some indexes, to follow the declared columns; each index then has its own as its only column.</summary>
    public static IEnumerable<ColumnMetadata> Of(ColumnMetadata[] declared, IndexMetadata[] indexes)
    {
        int ordinal = declared.Length;
        foreach (IndexMetadata index in indexes)
        {
            if (index.Kind != IndexKind.Ordered || (index.Computed is null && !index.IgnoreCase)) continue;
            ColumnMetadata column = index.Computed?.Column
                ?? new ColumnMetadata(declared[index.Inputs[0]].Property, StoredName(index.Name), ValueKind.Text, mayHaveDefault: false);
            column.DerivedBy = index;
            index.StoreIn(ordinal++);
            yield return column;
        }
    }

    /// <summary>Computes the derived fields of a row whose declared ones are known; one that stays as it was keeps its array.</summary>
    public static void Fill(ModelMetadata model, byte[]?[] row, byte[]?[]? before)
    {
        for (int i = model.DeclaredColumns; i < row.Length; i++)
        {
            IndexMetadata index = model.Columns[i].DerivedBy!;
            if (before is not null && !DependsOnChange(index.Inputs, before, row))
            {
                row[i] = before[i];
                continue;
            }

            byte[]? value = IndexValues.Of(index, row);
            row[i] = before is not null && ByteArrayComparer.Instance.Equals(value, before[i]) ? before[i] : value;
        }
    }

    /// <summary>Whether any of some columns holds other bytes than before.</summary>
    public static bool DependsOnChange(ReadOnlySpan<int> inputs, byte[]?[] before, byte[]?[] after)
    {
        foreach (int input in inputs)
        {
            if (!ReferenceEquals(before[input], after[input])) return true;
        }

        return false;
    }
}
