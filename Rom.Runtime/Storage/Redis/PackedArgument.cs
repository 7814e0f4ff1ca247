using System.Buffers.Binary;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>A tree of maps, arrays, texts and numbers as one argument, which <c>cmsgpack.unpack</c> turns into tables: MessagePack.</summary>
internal sealed class PackedArgument
{
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>A map of so many fields, each a name and a value.</summary>
    public void Map(int count) => Head(count, small: 15, fix: 0x80, wide: 0xDE);

    /// <summary>An array of so many values.</summary>
    public void Array(int count) => Head(count, small: 15, fix: 0x90, wide: 0xDC);

    public void Add(ReadOnlySpan<byte> text)
    {
        if (text.Length < 32) Byte(0xA0 | text.Length);
        else if (text.Length <= ushort.MaxValue) Wide(0xDA, text.Length);
        else Wider(0xDB, text.Length);
        text.CopyTo(Room(text.Length));
    }

    public void Add(bool value) => Byte(value ? 0xC3 : 0xC2);

    /// <summary>A number; Lua's are exact to 2^53, and nothing of a greater size is sent as one.</summary>
    public void Add(long number)
    {
        if (number is >= 0 and < 128)
        {
            Byte((int)number);
            return;
        }

        Byte(0xD3);
        BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), number);
    }

    public void Add(ReadOnlySpan<byte> name, double number)
    {
        Add(name);
        Byte(0xCB);
        BinaryPrimitives.WriteDoubleBigEndian(Room(sizeof(double)), number);
    }

    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        Add(name);
        Add(text);
    }

    public void Add(ReadOnlySpan<byte> name, long number)
    {
        Add(name);
        Add(number);
    }

    public void Add(ReadOnlySpan<byte> name, bool value)
    {
        Add(name);
        Add(value);
    }

    public RedisValue ToArgument() => _bytes.AsSpan(0, _length).ToArray();

    private void Head(int count, int small, int fix, int wide)
    {
        if (count <= small) Byte(fix | count);
        else if (count <= ushort.MaxValue) Wide(wide, count);
        else Wider(wide + 1, count);
    }

    private void Byte(int value) => Room(1)[0] = (byte)value;

    private void Wide(int head, int length)
    {
        Byte(head);
        BinaryPrimitives.WriteUInt16BigEndian(Room(sizeof(ushort)), (ushort)length);
    }

    private void Wider(int head, int length)
    {
        Byte(head);
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), length);
    }

    private Span<byte> Room(int size)
    {
        if (_length + size > _bytes.Length) System.Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + size));
        _length += size;
        return _bytes.AsSpan(_length - size, size);
    }
}
