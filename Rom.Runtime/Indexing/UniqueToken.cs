using Rom.CompilerServices;

namespace Rom.Indexing;

/// <summary>The text by which a unique tells values apart.</summary>
internal static class UniqueToken
{
    /// <summary>
    /// The token of the stored texts of all parts. Of one part it is its equality token. Several are written one after the other, each with
    /// NUL as 00 FF and the end as 00 01, so that different values never meet. Null in any part: there is no value.
    /// </summary>
    public static byte[]? Of(UniqueMetadata unique, ReadOnlySpan<byte[]?> parts)
    {
        if (!unique.IsComposite)
            return parts[0] is { } value ? EqualityToken.Of(unique.Column.Kind, unique.IgnoreCase ? CaseFolding.Fold(value) : value) : null;
        EncodingBuffer bytes = new(stackalloc byte[EncodingBuffer.StackSize]);
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not { } part) return null;
            ColumnMetadata column = unique.Model.Columns[unique.Inputs[i]];
            if (unique.IgnoreCase && column.Kind == ValueKind.Text) part = CaseFolding.Fold(part);
            OrderedEncoding.Append(ValueKind.Text, EqualityToken.Of(column.Kind, part), ref bytes);
        }

        return bytes.ToArrayAndFree();
    }
}
