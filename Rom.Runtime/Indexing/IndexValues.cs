using System.Text;
using Rom.CompilerServices;
using Rom.Serialization;

namespace Rom.Indexing;

/// <summary>The values that an index or unique is over in one row: a column's, or what the model's method computes; case-folded if asked.</summary>
internal static class IndexValues
{
    /// <summary>The one value that an index has; null when there is none.</summary>
    public static byte[]? Of(IndexMetadata index, byte[]?[] row) => One(index.Computed, index.Model, index.Inputs, index.IgnoreCase, index.Name, row);

    /// <summary>The one value that a unique of one column has; null when there is none.</summary>
    public static byte[]? Of(UniqueMetadata unique, byte[]?[] row) => One(unique.Computed, unique.Model, unique.Inputs, unique.IgnoreCase, unique.Name, row);

    /// <summary>All values that an index has; null when there is none, not even an empty list.</summary>
    public static List<byte[]>? All(IndexMetadata index, byte[]?[] row)
    {
        List<byte[]>? texts = index.Computed is { } computed
            ? Compute(computed, index.Model, index.Name, row)
            : Stored(index.Model.Columns[index.Inputs[0]], row) is { } text ? [text] : null;
        for (int i = 0; index.IgnoreCase && i < texts?.Count; i++) texts[i] = CaseFolding.Fold(texts[i]);
        return texts;
    }

    private static byte[]? One(ComputedKeys? computed, ModelMetadata model, ReadOnlySpan<int> inputs, bool ignoreCase, string name, byte[]?[] row)
    {
        byte[]? text = computed is not null
            ? Compute(computed, model, name, row) is [{ } first, ..] ? first : null
            : Stored(model.Columns[inputs[0]], row);
        return text is not null && ignoreCase ? CaseFolding.Fold(text) : text;
    }

    /// <summary>The text of a column's field; the very array where nothing marks null in it.</summary>
    private static byte[]? Stored(ColumnMetadata column, byte[]?[] row)
    {
        byte[]? field = row[column.Ordinal];
        if (!StoredText.TryGetValue(column, field, out ReadOnlySpan<byte> text)) return null;
        return text.Length == field!.Length ? field : text.ToArray();
    }

    private static List<byte[]>? Compute(ComputedKeys computed, ModelMetadata model, string name, byte[]?[] row)
    {
        KeyWriter keys = new(model);
        try
        {
            computed.Compute(new RowReader(model, row), keys);
        }
        catch (Exception e)
        {
            throw Failed(model, name, computed.Method, row, e);
        }

        return keys.Texts;
    }

    /// <summary>What the user's code threw, with the place.</summary>
    public static RomException Failed(ModelMetadata model, string name, string code, byte[]?[] row, Exception cause)
    {
        string? key = row[0] is { } text ? Encoding.UTF8.GetString(text) : null;
        string of = key is null ? $"a new {model.Name}" : $"{model.Name} '{key}'";
        return new RomException($"{code}, which makes the keys of the index or unique {name}, failed on {of}; nothing was written. The inner exception says why.", cause)
        {
            Model = model.Name, Key = key, Column = name,
        };
    }
}
