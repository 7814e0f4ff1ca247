namespace Rom.CompilerServices;

public ref partial struct MessagePackWriter
{
    /// <summary>Puts the values written since some offsets in order of their bytes, so that equal sets are equal bytes.</summary>
    internal readonly void Sort(Span<int> offsets)
    {
        if (offsets.Length < 2) return;
        int start = offsets[0];
        Range[] items = new Range[offsets.Length];
        for (int i = 0; i < items.Length; i++) items[i] = offsets[i]..(i + 1 < items.Length ? offsets[i + 1] : _length);
        byte[] written = _buffer.AsSpan(start, _length - start).ToArray();
        Array.Sort(items, (x, y) => Slice(x).SequenceCompareTo(Slice(y)));
        int at = start;
        foreach (Range item in items)
        {
            Slice(item).CopyTo(_buffer.AsSpan(at));
            at += item.End.Value - item.Start.Value;
        }

        ReadOnlySpan<byte> Slice(Range item) => written.AsSpan((item.Start.Value - start)..(item.End.Value - start));
    }
}
