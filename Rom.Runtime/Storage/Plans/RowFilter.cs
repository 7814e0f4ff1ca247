using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.Storage;

/// <summary>What conditions mean: each of them on the stored fields of one row. The scripts must answer the same.</summary>
internal static class RowFilter
{
    /// <summary>Whether a row meets a condition.</summary>
    public static bool Matches(SearchFilter filter, byte[]?[] row) => filter switch
    {
        ConstantFilter constant => constant.Value,
        AndFilter and => and.Parts.All(part => Matches(part, row)),
        OrFilter or => or.Parts.Any(part => Matches(part, row)),
        RangeFilter range => InRange(range, row),
        PostingFilter posting => HasToken(posting, row) != posting.Negated,
        WordFilter words => HasWord(words, row) != words.Negated,
        UniqueFilter unique => HasValue(unique, row) != unique.Negated,
        NullFilter isNull => !StoredText.TryGetValue(isNull.Column, row[isNull.Column.Ordinal], out _) != isNull.Negated,
        KeyFilter keys => keys.Keys.Any(key => key.AsSpan().SequenceEqual(row[0])) != keys.Negated,
        SuffixFilter suffix => EndsWith(suffix, row) != suffix.Negated,
        GeoFilter geo => IsWithin(geo, row) != geo.Negated,
        LikeFilter like => IsLike(like, row) != like.Negated,
        CompareFilter compare => Compares(compare, row) != compare.Negated,
        _ => throw new InvalidOperationException($"{filter.GetType().Name} is no filter that this engine knows."),
    };

    private static bool InRange(RangeFilter filter, byte[]?[] row)
    {
        byte[] encoded = IndexEntries.Ordered(filter.Index, row);
        return filter.Ranges.Any(range => range.Contains(encoded));
    }

    private static bool HasToken(PostingFilter filter, byte[]?[] row)
    {
        List<IndexEntry> entries = [];
        IndexEntries.Append(filter.Index, row, entries);
        return entries.Any(entry => filter.Tokens.Any(token => token is null ? entry.Token is null : entry.Token is not null && token.AsSpan().SequenceEqual(entry.Token)));
    }

    private static bool HasWord(WordFilter filter, byte[]?[] row)
    {
        List<IndexEntry> entries = [];
        IndexEntries.Append(filter.Index, row, entries);
        return entries.Any(entry => entry.Token is { } word && (filter.Reversed ? OrderedEncoding.Reverse(word) : word).AsSpan().StartsWith(filter.Prefix) && filter.Pattern?.Matches(word.AsSpan(0, Math.Min(word.Length, KeyLimits.MaxTextLength))) != false);
    }

    private static bool HasValue(UniqueFilter filter, byte[]?[] row) =>
        IndexEntries.Unique(filter.Unique, row) is { } value && filter.Values.Any(one => one.AsSpan().SequenceEqual(value));

    private static bool EndsWith(SuffixFilter filter, byte[]?[] row) =>
        StoredText.TryGetValue(filter.Index.Column, row[filter.Index.Column.Ordinal], out ReadOnlySpan<byte> text) && text.EndsWith(filter.Suffix);

    private static bool IsWithin(GeoFilter filter, byte[]?[] row) =>
        IndexValues.Of(filter.Index, row) is { } text && PointFormat.TryRead(text, out GeoPoint point) && filter.Area.Contains(point);

    private static bool IsLike(LikeFilter filter, byte[]?[] row) =>
        StoredText.TryGetValue(filter.Index.Column, row[filter.Index.Column.Ordinal], out ReadOnlySpan<byte> text) && filter.Pattern.Matches(text);

    private static bool Compares(CompareFilter filter, byte[]?[] row)
    {
        bool hasLeft = StoredText.TryGetValue(filter.Left, row[filter.Left.Ordinal], out ReadOnlySpan<byte> left);
        bool hasRight = StoredText.TryGetValue(filter.Right, row[filter.Right.Ordinal], out ReadOnlySpan<byte> right);
        if (!hasLeft || !hasRight) return filter.Operator == ColumnOperator.Equal && !hasLeft && !hasRight;
        if (filter.Left.Kind == ValueKind.Double && (left.SequenceEqual("NaN"u8) || right.SequenceEqual("NaN"u8))) return false;
        if (filter.Operator == ColumnOperator.Equal)
            return OrderedEncoding.Encode(filter.Left.Kind, left).AsSpan().SequenceEqual(OrderedEncoding.Encode(filter.Right.Kind, right));
        int order = OrderedEncoding.EncodeBound(filter.Left.Kind, left).AsSpan().SequenceCompareTo(OrderedEncoding.EncodeBound(filter.Right.Kind, right));
        return filter.Operator == ColumnOperator.Less ? order < 0 : order <= 0;
    }

    /// <summary>The columns that a condition looks at.</summary>
    public static IEnumerable<int> Columns(SearchFilter filter) => filter switch
    {
        AndFilter or OrFilter => filter.Parts.SelectMany(Columns),
        RangeFilter range => range.Index.Columns,
        PostingFilter posting => Columns(posting.Index),
        WordFilter words => Columns(words.Index),
        SuffixFilter suffix => Columns(suffix.Index),
        GeoFilter geo => Columns(geo.Index),
        LikeFilter like => Columns(like.Index),
        UniqueFilter unique => unique.Unique.Inputs.ToArray(),
        NullFilter isNull => [isNull.Column.Ordinal],
        CompareFilter compare => [compare.Left.Ordinal, compare.Right.Ordinal],
        _ => [],
    };

    private static IEnumerable<int> Columns(IndexMetadata index) => index.Columns.Concat(index.Inputs.ToArray());
}
