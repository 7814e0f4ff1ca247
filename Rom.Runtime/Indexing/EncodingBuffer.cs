using System.Buffers;

namespace Rom.Indexing;

/// <summary>Bytes in the making: on the stack while they are few, in a rented array beyond.</summary>
internal ref struct EncodingBuffer(Span<byte> initial)
{
    /// <summary>What callers put on the stack: enough for every encoding but that of long text.</summary>
    public const int StackSize = 256;

    private Span<byte> _bytes = initial;
    private byte[]? _rented;
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _bytes[.._length];

    public void Add(byte value)
    {
        if (_length == _bytes.Length) Grow(1);
        _bytes[_length++] = value;
    }

    public void Add(scoped ReadOnlySpan<byte> values)
    {
        if (values.Length > _bytes.Length - _length) Grow(values.Length);
        values.CopyTo(_bytes[_length..]);
        _length += values.Length;
    }

    /// <summary>The bytes in an array of their own; the buffer is done with.</summary>
    public readonly byte[] ToArrayAndFree()
    {
        byte[] made = Written.ToArray();
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
        return made;
    }

    private void Grow(int needed)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, _length + needed));
        Written.CopyTo(larger);
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
        _bytes = _rented = larger;
    }
}
