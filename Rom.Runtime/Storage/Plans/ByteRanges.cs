namespace Rom.Storage;

/// <summary>From <paramref name="Low"/> up to but not including <paramref name="High"/>, in byte order; a null end is open.</summary>
internal readonly record struct ByteRange(byte[] Low, byte[]? High)
{
    public bool Contains(ReadOnlySpan<byte> bytes) =>
        bytes.SequenceCompareTo(Low) >= 0 && (High is null || bytes.SequenceCompareTo(High) < 0);
}

/// <summary>Algebra on disjoint, ascending ranges.</summary>
internal static class ByteRanges
{
    /// <summary>Sorts ranges and joins those that overlap or touch.</summary>
    public static IReadOnlyList<ByteRange> Normalize(IEnumerable<ByteRange> ranges)
    {
        List<ByteRange> sorted = [.. ranges];
        sorted.RemoveAll(range => range.High is not null && range.Low.AsSpan().SequenceCompareTo(range.High) >= 0);
        sorted.Sort((x, y) => x.Low.AsSpan().SequenceCompareTo(y.Low));
        List<ByteRange> joined = [];
        foreach (ByteRange range in sorted)
        {
            if (joined.Count > 0 && (joined[^1].High is null || range.Low.AsSpan().SequenceCompareTo(joined[^1].High) <= 0))
                joined[^1] = new ByteRange(joined[^1].Low, Greater(joined[^1].High, range.High));
            else
                joined.Add(range);
        }

        return joined;
    }

    /// <summary>The range, if it holds anything.</summary>
    public static IReadOnlyList<ByteRange> Of(ByteRange range) =>
        range.High is null || range.Low.AsSpan().SequenceCompareTo(range.High) < 0 ? [range] : [];

    /// <summary>What the ranges leave out.</summary>
    public static IReadOnlyList<ByteRange> Complement(IReadOnlyList<ByteRange> ranges)
    {
        List<ByteRange> gaps = [];
        byte[]? low = [];
        foreach (ByteRange range in ranges)
        {
            if (low is not null && low.AsSpan().SequenceCompareTo(range.Low) < 0) gaps.Add(new ByteRange(low, range.Low));
            low = range.High;
        }

        if (low is not null) gaps.Add(new ByteRange(low, null));
        return gaps;
    }

    /// <summary>What both lists of ranges have.</summary>
    public static IReadOnlyList<ByteRange> Intersect(IReadOnlyList<ByteRange> left, IReadOnlyList<ByteRange> right)
    {
        List<ByteRange> common = [];
        for (int l = 0, r = 0; l < left.Count && r < right.Count;)
        {
            byte[] low = left[l].Low.AsSpan().SequenceCompareTo(right[r].Low) > 0 ? left[l].Low : right[r].Low;
            byte[]? high = Less(left[l].High, right[r].High);
            if (high is null || low.AsSpan().SequenceCompareTo(high) < 0) common.Add(new ByteRange(low, high));
            if (ReferenceEquals(high, left[l].High)) l++;
            else r++;
        }

        return common;
    }

    private static byte[]? Greater(byte[]? x, byte[]? y) => x is null || y is null ? null : x.AsSpan().SequenceCompareTo(y) > 0 ? x : y;

    private static byte[]? Less(byte[]? x, byte[]? y) => x is null ? y : y is null ? x : x.AsSpan().SequenceCompareTo(y) <= 0 ? x : y;
}
