using System.Text;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>Columns whose text a converter makes, when it makes another now than when a row was stored.</summary>
internal static class ConvertedColumns
{
    /// <summary>
    /// A row in which each converted column that an index or unique is over has the text that its converter writes now. Those that have it already keep their arrays, and
    /// those of the key, which never change, too.
    /// </summary>
    public static byte[]?[] Recode(ModelMetadata model, byte[]?[] row)
    {
        byte[]?[] next = [.. row];
        foreach (IndexMetadata index in model.AllIndexes) Recode(model, index.Inputs, next);
        foreach (UniqueMetadata unique in model.AllUniques) Recode(model, unique.Inputs, next);
        return next;
    }

    private static void Recode(ModelMetadata model, ReadOnlySpan<int> columns, byte[]?[] row)
    {
        foreach (int ordinal in columns)
        {
            ColumnMetadata column = model.Columns[ordinal];
            if (column.Recode is null || ordinal == 0 || model.KeyParts.Contains(ordinal) || !StoredText.TryGetValue(column, row[ordinal], out ReadOnlySpan<byte> text)) continue;
            byte[] made = Recode(column, text.ToArray(), row);
            if (text.SequenceEqual(made)) continue;
            row[ordinal] = column.StoresNull && made is [0, ..] ? [0, .. made] : made;
        }
    }

    private static byte[] Recode(ColumnMetadata column, byte[] text, byte[]?[] row)
    {
        try
        {
            return column.Recode!(text) ?? throw Unreadable(column, row, null);
        }
        catch (Exception e) when (e is not InvalidValueException)
        {
            throw Unreadable(column, row, e);
        }
    }

    private static InvalidValueException Unreadable(ColumnMetadata column, byte[]?[] row, Exception? cause)
    {
        string key = Encoding.UTF8.GetString(row[0]!);
        return new InvalidValueException(
            $"{column.Property} of {column.Model.Name} '{key}' holds a text that its converter does not read, so nothing was changed. It must read what an older revision wrote.", cause)
        {
            Model = column.Model.Name, Key = key, Column = column.Property,
        };
    }
}
