using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>
/// Uses an index over several columns: values that the query fixes for the first columns, with a range or the order of the next,
/// are one contiguous range of it.
/// </summary>
internal static class CompositeIndexes
{
    /// <summary>Replaces the conditions that the best composite index answers by one range on it.</summary>
    /// <returns>The order of the plan: the composite's when it gives the one asked for.</returns>
    public static IndexMetadata? Apply(ModelMetadata model, List<SearchFilter> parts, IndexMetadata? order)
    {
        Match? best = null;
        foreach (IndexMetadata index in model.Indexes)
        {
            if (index.Columns.Count < 2) continue;
            Match match = Fit(index, parts, order);
            if (match.Score >= 2 && match.Score > (best?.Score ?? 0)) best = match;
        }

        if (best is null) return order;
        parts.RemoveAll(best.Used.Contains);
        parts.Insert(0, best.Range);
        return best.GivesOrder ? best.Range.Index : order;
    }

    private static Match Fit(IndexMetadata index, List<SearchFilter> parts, IndexMetadata? order)
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
        bool hasNext = column > 0 && column < index.Columns.Count;
        bool givesOrder = hasNext && column == index.Columns.Count - 1 && order?.Columns is [int ordered] && ordered == index.Columns[column];
        RangeFilter? next = hasNext
            ? parts.OfType<RangeFilter>().FirstOrDefault(part => part.Index.Columns is [int ranged] && ranged == index.Columns[column])
            : null;
        if (next is not null)
        {
            used.Add(next);
            ranges = [.. next.Ranges.Select(range => ByteRange(prefix, range.Low, range.High))];
        }

        return new Match(new RangeFilter(index, ranges), used, givesOrder);
    }

    /// <summary>The condition that fixes a column to one value, whose encoding is added to the prefix.</summary>
    private static SearchFilter? FixedValue(ModelMetadata model, int column, List<SearchFilter> parts, List<byte> prefix)
    {
        foreach (SearchFilter part in parts)
        {
            switch (part)
            {
                case PostingFilter { Negated: false, Index.Kind: IndexKind.Exact, Tokens: [{ } token] } posting when posting.Index.Columns[0] == column:
                    prefix.AddRange(OrderedEncoding.Encode(model.Columns[column].Kind, token));
                    return part;
                case UniqueFilter { Negated: false, Values: [{ } value] } unique when unique.Unique.Column.Ordinal == column:
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
        return new ByteRange(start, high is null ? OrderedEncoding.Successor([.. prefix]) : [.. prefix, .. high]);
    }

    private sealed record Match(RangeFilter Range, List<SearchFilter> Used, bool GivesOrder)
    {
        public int Score => Used.Count + (GivesOrder ? 1 : 0);
    }
}
