using Rom.CompilerServices;
using Rom.Serialization;

namespace Rom.Indexing;

/// <summary>A row's index entries: a function of its stored fields and of nothing else.</summary>
internal static class IndexEntries
{
    /// <summary>Adds the entries of a row in one index.</summary>
    public static void Append(IndexMetadata index, byte[]?[] row, List<IndexEntry> to)
    {
        switch (index.Kind)
        {
            case IndexKind.Ordered:
                to.Add(new IndexEntry(index.Ordinal, Ordered(index, row)));
                break;
            case IndexKind.Exact:
                to.Add(new IndexEntry(index.Ordinal, Exact(index, row)));
                break;
            case IndexKind.FullText:
                byte[]? field = row[index.ColumnOrdinals[0]];
                if (!StoredText.TryGetValue(index.Column, field, out ReadOnlySpan<byte> text)) to.Add(new IndexEntry(index.Ordinal, null));
                else foreach (string word in Words(text)) to.Add(new IndexEntry(index.Ordinal, ScalarText.Utf8.GetBytes(word)));
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

    /// <summary>The token of a row in an Exact index; null when its value is null.</summary>
    public static byte[]? Exact(IndexMetadata index, byte[]?[] row)
    {
        byte[]? field = row[index.ColumnOrdinals[0]];
        return StoredText.TryGetValue(index.Column, field, out _) ? EqualityToken.Of(index.Column, field!) : null;
    }

    /// <summary>The value that a row has in a unique; null when it has none.</summary>
    public static byte[]? Unique(UniqueMetadata unique, byte[]?[] row)
    {
        byte[]? field = row[unique.Column.Ordinal];
        return StoredText.TryGetValue(unique.Column, field, out _) ? EqualityToken.Of(unique.Column, field!) : null;
    }

    /// <summary>The distinct words of a stored text.</summary>
    public static HashSet<string> Words(ReadOnlySpan<byte> text) => TextTokenizer.Words(System.Text.Encoding.UTF8.GetString(text));

    /// <summary>Leaves in each list only what the other lacks.</summary>
    public static void Subtract(List<IndexEntry> removed, List<IndexEntry> added)
    {
        if (removed.Count == 0 || added.Count == 0) return;
        HashSet<IndexEntry> kept = new(removed, ByToken.Instance);
        kept.IntersectWith(added);
        if (kept.Count == 0) return;
        removed.RemoveAll(kept.Contains);
        added.RemoveAll(kept.Contains);
    }

    private sealed class ByToken : IEqualityComparer<IndexEntry>
    {
        public static readonly ByToken Instance = new();

        public bool Equals(IndexEntry x, IndexEntry y) =>
            x.Index == y.Index && (x.Token is null ? y.Token is null : y.Token is not null && x.Token.AsSpan().SequenceEqual(y.Token));

        public int GetHashCode(IndexEntry entry)
        {
            HashCode hash = default;
            hash.Add(entry.Index);
            if (entry.Token is not null) hash.AddBytes(entry.Token);
            return hash.ToHashCode();
        }
    }
}
