using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.Storage;

/// <summary>One column of an order.</summary>
/// <param name="Column">The column.</param>
/// <param name="IsReversed">Whether it runs against the direction of the plan.</param>
/// <param name="IsNullHigh">Whether null is above all values rather than below, before the plan's direction is applied.</param>
/// <param name="From">Of a point: what its distance is taken from, which no index has in order.</param>
internal sealed record OrderColumn(ColumnMetadata Column, bool IsReversed = false, bool IsNullHigh = false, GeoPoint? From = null)
{
    /// <summary>Whether an index over the column has this order.</summary>
    public bool IsOfIndex => this is { IsReversed: false, IsNullHigh: false, From: null };

    /// <summary>What a value is ordered by.</summary>
    public byte[] Encode(ReadOnlySpan<byte> text)
    {
        if (From is not { } from || !PointFormat.TryRead(text, out GeoPoint point)) return OrderedEncoding.Encode(Column.Kind, text);
        byte[] distance = new byte[sizeof(double)];
        System.Buffers.Binary.BinaryPrimitives.WriteDoubleBigEndian(distance, from.DistanceTo(point));
        return distance;
    }
}

/// <summary>A place in an order: what the columns of a row are ordered by, and the key's stored text.</summary>
internal sealed record OrderPosition(byte[] Entry, byte[] Key)
{
    /// <summary>What precedes bytes that are not those of an index, so that null is below or above all of them whatever they are.</summary>
    private const byte NullLow = 0, Value = 1, NullHigh = 2;

    public static OrderPosition Of(SearchPlan plan, byte[]?[] row)
    {
        EncodingBuffer entry = new(stackalloc byte[EncodingBuffer.StackSize]);
        foreach (OrderColumn order in plan.Order)
        {
            if (!StoredText.TryGetValue(order.Column, row[order.Column.Ordinal], out ReadOnlySpan<byte> text))
            {
                entry.Add(order.IsOfIndex ? OrderedEncoding.Null : order.IsNullHigh ? [NullHigh] : [NullLow]);
                continue;
            }

            byte[] encoded = order.Encode(text);
            if (order.IsReversed) for (int i = 0; i < encoded.Length; i++) encoded[i] = (byte)~encoded[i];
            if (!order.IsOfIndex) entry.Add(Value);
            entry.Add(encoded);
        }

        return new OrderPosition(entry.ToArrayAndFree(), row[0]!);
    }

    /// <summary>The same place in the index that gives an order: there null is always below.</summary>
    public byte[] IndexEntry(IReadOnlyList<OrderColumn> order, byte[] member) => (order, Entry) switch
    {
        ([{ IsNullHigh: true }], [NullHigh]) => [.. OrderedEncoding.Null, .. member],
        ([{ IsNullHigh: true }], [Value, .. byte[] value]) => [.. value, .. member],
        _ => [.. Entry, .. member],
    };

    public int CompareTo(OrderPosition other) =>
        Entry.AsSpan().SequenceCompareTo(other.Entry) is not 0 and int byEntry ? byEntry : Key.AsSpan().SequenceCompareTo(other.Key);
}

/// <summary>An ordered index that gives the order of a plan.</summary>
/// <param name="Index">The index; null: the set of all keys.</param>
/// <param name="Ranges">What to read of it, in the plan's order before its direction is applied.</param>
/// <param name="Covers">The condition that the ranges are, so that it need not be tested.</param>
internal sealed record SearchWalk(IndexMetadata? Index, IReadOnlyList<ByteRange> Ranges, RangeFilter? Covers)
{
    public static readonly IReadOnlyList<ByteRange> Everything = [new ByteRange([], null)];

    /// <summary>Only what comes after an entry, in either direction.</summary>
    public SearchWalk After(byte[] entry, bool descending)
    {
        int at = 0;
        ByteRange[] ranges = [.. descending ? Ranges.Reverse() : Ranges];
        // The ranges of null may come last, so that they are not in the order of their bytes; the entry's own tells what is done.
        while (at < ranges.Length && !ranges[at].Contains(entry) && IsDone(ranges, at, entry, descending)) at++;
        if (at < ranges.Length && ranges[at].Contains(entry))
        {
            ranges[at] = descending ? ranges[at] with { High = entry } : ranges[at] with { Low = [.. entry, 0] };
        }

        ByteRange[] rest = Array.FindAll(ranges[at..], range => range.High is null || range.Low.AsSpan().SequenceCompareTo(range.High) < 0);
        if (descending) Array.Reverse(rest);
        return this with { Ranges = rest };
    }

    private static bool IsDone(ByteRange[] ranges, int at, byte[] entry, bool descending)
    {
        // An entry in a later range leaves all before it done.
        for (int later = at + 1; later < ranges.Length; later++) if (ranges[later].Contains(entry)) return true;
        return descending ? entry.AsSpan().SequenceCompareTo(ranges[at].Low) <= 0 : ranges[at].High is { } high && entry.AsSpan().SequenceCompareTo(high) >= 0;
    }
}
