using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>
/// Uses an index over several columns: values that the query fixes for the first columns, with a range or the order of the next,
/// are one contiguous range of it.
/// </summary>
internal static class CompositeIndexes
{
    /// <summary>Replaces the conditions that the best composite index answers by one range on it.</summary>
    /// <returns>The index, when it gives the order that is asked for.</returns>
    public static IndexMetadata? Apply(ModelMetadata model, List<SearchFilter> parts, IReadOnlyList<OrderColumn> order)
    {
        Match? best = null;
        foreach (IndexMetadata index in model.AllIndexes)
        {
            if (index.Columns.Count < 2) continue;
            Match match = Fit(index, parts, order);
            if (match.Score >= 2 && match.Score > (best?.Score ?? 0)) best = match;
        }

        if (best is null) return null;
        parts.RemoveAll(best.Used.Contains);
        if (best.Used.Count > 0) parts.Insert(0, best.Range);
        return best.Ordered > 0 ? best.Range.Index : null;
    }

    private static Match Fit(IndexMetadata index, List<SearchFilter> parts, IReadOnlyList<OrderColumn> order)
    {
        List<byte> prefix = [];
        List<SearchFilter> used = [];
        int column = 0;
        for (; column < index.Columns.Count; column++)
        {
            if (FixedValue(model: index.Model, index.Columns[column], parts, prefix) is not { } part) break;
            used.Add(part);
        }

        IReadOnlyList<ByteRange> ranges = [ByteRange(prefix, [], null)];
        bool hasNext = column < index.Columns.Count && (column > 0 || order.Count > 1);
        bool givesOrder = hasNext && order.Count > 0 && index.Columns.Skip(column).SequenceEqual(order.Select(one => one.Column.Ordinal))
            && order.All(one => one.IsOfIndex);
        RangeFilter? next = hasNext
            ? parts.OfType<RangeFilter>().FirstOrDefault(part => part.Index.Columns is [int ranged] && ranged == index.Columns[column])
            : null;
        if (next is not null)
        {
            used.Add(next);
            ranges = next.Ranges.ConvertAll(range => ByteRange(prefix, range.Low, range.High));
        }

        return new Match(new RangeFilter(index, ranges), used, givesOrder ? order.Count : 0);
    }

    /// <summary>The condition that fixes a column to one value, whose encoding is added to the prefix.</summary>
    private static SearchFilter? FixedValue(ModelMetadata model, int column, List<SearchFilter> parts, List<byte> prefix)
    {
        foreach (SearchFilter part in parts)
        {
            switch (part)
            {
                case PostingFilter { Negated: false, Index.Kind: IndexKind.Exact, Tokens: [{ } token], Index.IsOverField: true } posting when posting.Index.Column.Ordinal == column:
                    prefix.AddRange(OrderedEncoding.Encode(model.Columns[column].Kind, token));
                    return part;
                case UniqueFilter { Negated: false, Values: [{ } value], Unique.IsOverField: true } unique when unique.Unique.Column.Ordinal == column:
                    prefix.AddRange(OrderedEncoding.Encode(model.Columns[column].Kind, value));
                    return part;
                case RangeFilter { Index.Columns: [int ranged], Ranges: [{ High: { } high } range] } when ranged == column && IsOneValue(model.Columns[column].Kind, range.Low, high):
                    prefix.AddRange(range.Low);
                    return part;
                default:
                    continue;
            }
        }

        return null;
    }

    /// <summary>Whether a range holds one whole encoding only, rather than, say, all texts with a prefix.</summary>
    private static bool IsOneValue(ValueKind kind, byte[] low, byte[] high)
    {
        if (!OrderedEncoding.Successor(low).AsSpan().SequenceEqual(high)) return false;
        return kind switch
        {
            ValueKind.Number => low.Length >= 2 && low[^1] is (byte)' ' or (byte)'~',
            ValueKind.Instant => low.Length == Serialization.ScalarText.ClockLength,
            ValueKind.Double => low.Length == 8,
            ValueKind.Version => low is [.., 1],
            ValueKind.Address => low is [(byte)'4', ..] and { Length: 5 } or [(byte)'6', ..] and { Length: 21 },
            _ => low is [.., 0, 1] && low.Length > 2 || low is [0, 1] && high is [0, 2],
        };
    }

    private static ByteRange ByteRange(List<byte> prefix, byte[] low, byte[]? high)
    {
        byte[] start = [.. prefix, .. low];
        return new ByteRange(start, high is not null ? [.. prefix, .. high] : prefix.Count > 0 ? OrderedEncoding.Successor([.. prefix]) : null);
    }

    /// <param name="Range">What the index answers.</param>
    /// <param name="Used">The conditions that this replaces.</param>
    /// <param name="Ordered">How many columns of the order the index gives: all or none.</param>
    private sealed record Match(RangeFilter Range, List<SearchFilter> Used, int Ordered)
    {
        public int Score => Used.Count + Ordered;
    }
}
