using Rom.CompilerServices;
using Rom.Serialization;

namespace Rom.Indexing;

/// <summary>A row's index entries: a function of its stored fields and of nothing else.</summary>
internal static class IndexEntries
{
    /// <summary>Up to here comparing each with each beats a set.</summary>
    private const int FewEntries = 16;

    /// <summary>Adds the entries of a row in one index.</summary>
    public static void Append(IndexMetadata index, byte[]?[] row, List<IndexEntry> to)
    {
        switch (index.Kind)
        {
            case IndexKind.Ordered:
                to.Add(new IndexEntry(index.Ordinal, Ordered(index, row)));
                if (index.Suffix && Reversed(index, row) is { } reversed) to.Add(new IndexEntry(index.Ordinal, reversed, Reversed: true));
                break;
            case IndexKind.Exact when index.Computed is null:
                to.Add(new IndexEntry(index.Ordinal, Token(index, IndexValues.Of(index, row))));
                break;
            case IndexKind.Exact:
                AppendTokens(index, row, to);
                break;
            case IndexKind.Geo:
                to.Add(new IndexEntry(index.Ordinal, IndexValues.Of(index, row)));
                break;
            case IndexKind.FullText:
                AppendWords(index, row, to);
                break;
            default:
                throw new InvalidOperationException($"Index {index.Name} of {index.Model.Name} has no kind.");
        }
    }

    /// <summary>The order-preserving bytes of a row in an Ordered index.</summary>
    public static byte[] Ordered(IndexMetadata index, byte[]?[] row)
    {
        EncodingBuffer bytes = new(stackalloc byte[EncodingBuffer.StackSize]);
        foreach (int ordinal in index.ColumnOrdinals) OrderedEncoding.Append(index.Model.Columns[ordinal], row[ordinal], ref bytes);
        return bytes.ToArrayAndFree();
    }

    /// <summary>The order-preserving bytes of a row's reversed text; null when it has none.</summary>
    public static byte[]? Reversed(IndexMetadata index, byte[]?[] row)
    {
        int ordinal = index.ColumnOrdinals[0];
        return StoredText.TryGetValue(index.Model.Columns[ordinal], row[ordinal], out ReadOnlySpan<byte> text)
            ? OrderedEncoding.Encode(ValueKind.Text, OrderedEncoding.Reverse(text))
            : null;
    }

    /// <summary>The value that a row has in a unique; null when it has none.</summary>
    public static byte[]? Unique(UniqueMetadata unique, byte[]?[] row)
    {
        if (!unique.IsComposite) return IndexValues.Of(unique, row) is { } value ? EqualityToken.Of(unique.Column.Kind, value) : null;
        byte[]?[] parts = new byte[]?[unique.Inputs.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            ColumnMetadata column = unique.Model.Columns[unique.Inputs[i]];
            if (!StoredText.TryGetValue(column, row[column.Ordinal], out ReadOnlySpan<byte> text)) return null;
            parts[i] = text.ToArray();
        }

        return UniqueToken.Of(unique, parts);
    }

    private static byte[]? Token(IndexMetadata index, byte[]? value) => value is null ? null : EqualityToken.Of(index.ValueKind, value);

    private static void AppendTokens(IndexMetadata index, byte[]?[] row, List<IndexEntry> to)
    {
        if (IndexValues.All(index, row) is not { } values)
        {
            to.Add(new IndexEntry(index.Ordinal, null));
            return;
        }

        HashSet<byte[]> distinct = new(values.Count, ByteArrayComparer.Instance);
        foreach (byte[] value in values)
        {
            byte[] token = Token(index, value)!;
            if (distinct.Add(token)) to.Add(new IndexEntry(index.Ordinal, token));
        }
    }

    private static void AppendWords(IndexMetadata index, byte[]?[] row, List<IndexEntry> to)
    {
        if (IndexValues.All(index, row) is not { } texts)
        {
            to.Add(new IndexEntry(index.Ordinal, null));
            return;
        }

        HashSet<byte[]>? distinct = texts.Count > 1 ? new(ByteArrayComparer.Instance) : null;
        try
        {
            foreach (byte[] text in texts)
            {
                foreach (string word in index.Tokenizer.Words(System.Text.Encoding.UTF8.GetString(text)))
                {
                    byte[] token = ScalarText.Utf8.GetBytes(word);
                    if (token.Length > 0 && distinct?.Add(token) != false) to.Add(new IndexEntry(index.Ordinal, token));
                }
            }
        }
        catch (Exception e)
        {
            throw IndexValues.Failed(index.Model, index.Name, index.Tokenizer.Name ?? nameof(TextTokenizer), row, e);
        }
    }

    /// <summary>Leaves in each list only what the other lacks. A point that is replaced by another is not removed.</summary>
    public static void Subtract(ModelMetadata model, List<IndexEntry> removed, List<IndexEntry> added)
    {
        if (removed.Count == 0 || added.Count == 0) return;
        KeepMovedPoints(model, removed, added);
        if (removed.Count <= FewEntries && added.Count <= FewEntries)
        {
            SubtractFew(removed, added);
            return;
        }

        HashSet<IndexEntry> kept = new(removed, ByToken.Instance);
        kept.IntersectWith(added);
        if (kept.Count == 0) return;
        removed.RemoveAll(kept.Contains);
        added.RemoveAll(kept.Contains);
    }

    private static void KeepMovedPoints(ModelMetadata model, List<IndexEntry> removed, List<IndexEntry> added)
    {
        for (int i = removed.Count - 1; i >= 0; i--)
        {
            if (removed[i].Token is null || model.AllIndexes[removed[i].Index].Kind != IndexKind.Geo) continue;
            int index = removed[i].Index, replaced = added.Count - 1;
            while (replaced >= 0 && (added[replaced].Index != index || added[replaced].Token is null)) replaced--;
            if (replaced >= 0) removed.RemoveAt(i);
        }
    }

    /// <summary>The same without a set, which would cost a save of one column a tenth of what it allocates.</summary>
    private static void SubtractFew(List<IndexEntry> removed, List<IndexEntry> added)
    {
        for (int i = removed.Count - 1; i >= 0; i--)
        {
            int same = added.Count - 1;
            while (same >= 0 && !ByToken.Instance.Equals(removed[i], added[same])) same--;
            if (same < 0) continue;
            removed.RemoveAt(i);
            added.RemoveAt(same);
        }
    }

    private sealed class ByToken : IEqualityComparer<IndexEntry>
    {
        public static readonly ByToken Instance = new();

        public bool Equals(IndexEntry x, IndexEntry y) =>
            x.Index == y.Index && x.Reversed == y.Reversed && (x.Token is null ? y.Token is null : y.Token is not null && x.Token.AsSpan().SequenceEqual(y.Token));

        public int GetHashCode(IndexEntry entry)
        {
            HashCode hash = default;
            hash.Add(entry.Index);
            if (entry.Token is not null) hash.AddBytes(entry.Token);
            return hash.ToHashCode();
        }
    }
}
