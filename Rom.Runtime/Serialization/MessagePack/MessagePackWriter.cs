using System.Buffers;
using System.Buffers.Binary;
using System.ComponentModel;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>
/// Writes one value as MessagePack into a pooled buffer: the shortest form of every number and length, so that equal values are equal
/// bytes.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct MessagePackWriter
{
    private const int InitialSize = 256;

    private byte[] _buffer;
    private int _length;
    private int _depth;
    private byte[]? _member;

    /// <summary>A writer with an empty buffer, which <see cref="Dispose"/> gives back.</summary>
    public MessagePackWriter() => _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);

    /// <summary>What was written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Null.</summary>
    public void Nil() => Byte(MessagePackCode.Nil);

    /// <summary>A bool.</summary>
    public void Boolean(bool value) => Byte(value ? MessagePackCode.True : MessagePackCode.False);

    /// <summary>A signed integer in its shortest form.</summary>
    public void Int64(long value)
    {
        if (value >= 0) UInt64((ulong)value);
        else if (value >= -32) Byte((byte)value);
        else if (value >= sbyte.MinValue) Head(MessagePackCode.Int8, 1)[0] = (byte)value;
        else if (value >= short.MinValue) BinaryPrimitives.WriteInt16BigEndian(Head(MessagePackCode.Int16, 2), (short)value);
        else if (value >= int.MinValue) BinaryPrimitives.WriteInt32BigEndian(Head(MessagePackCode.Int32, 4), (int)value);
        else BinaryPrimitives.WriteInt64BigEndian(Head(MessagePackCode.Int64, 8), value);
    }

    /// <summary>An unsigned integer in its shortest form.</summary>
    public void UInt64(ulong value)
    {
        if (value <= MessagePackCode.MaxPositiveFixInt) Byte((byte)value);
        else if (value <= byte.MaxValue) Head(MessagePackCode.UInt8, 1)[0] = (byte)value;
        else if (value <= ushort.MaxValue) BinaryPrimitives.WriteUInt16BigEndian(Head(MessagePackCode.UInt16, 2), (ushort)value);
        else if (value <= uint.MaxValue) BinaryPrimitives.WriteUInt32BigEndian(Head(MessagePackCode.UInt32, 4), (uint)value);
        else BinaryPrimitives.WriteUInt64BigEndian(Head(MessagePackCode.UInt64, 8), value);
    }

    /// <summary>A float of 32 bits.</summary>
    public void Single(float value) => BinaryPrimitives.WriteSingleBigEndian(Head(MessagePackCode.Float32, 4), value);

    /// <summary>A float of 64 bits.</summary>
    public void Double(double value) => BinaryPrimitives.WriteDoubleBigEndian(Head(MessagePackCode.Float64, 8), value);

    /// <summary>A text; a lone surrogate is refused.</summary>
    public void String(string value)
    {
        if (StoredText.Measure(value, out int length) is { } obstacle) throw Refused(obstacle);
        StringHead(length);
        _length += ScalarText.Utf8.GetBytes(value, Space(length));
    }

    /// <summary>A text that is UTF-8 already.</summary>
    public void String(scoped ReadOnlySpan<byte> utf8)
    {
        StringHead(utf8.Length);
        Raw(utf8);
    }

    /// <summary>Bytes.</summary>
    public void Bytes(scoped ReadOnlySpan<byte> value)
    {
        Length(value.Length, MessagePackCode.Bin8, MessagePackCode.Bin16, MessagePackCode.Bin32);
        Raw(value);
    }

    /// <summary>An array of that many values, which must follow, and then <see cref="End"/>.</summary>
    public void BeginArray(int count)
    {
        Enter();
        if (count < 16) Byte((byte)(MessagePackCode.FixArray | count));
        else Length(count, 0, MessagePackCode.Array16, MessagePackCode.Array32);
    }

    /// <summary>A map of that many keys and values, which must follow, and then <see cref="End"/>.</summary>
    public void BeginMap(int count)
    {
        Enter();
        if (count < 16) Byte((byte)(MessagePackCode.FixMap | count));
        else Length(count, 0, MessagePackCode.Map16, MessagePackCode.Map32);
    }

    /// <summary>The map of an object's members: each must follow after its <see cref="Member"/>, and then <see cref="End"/>.</summary>
    public void BeginObject<T>(NestedMembers members, T value)
    {
        if (value is null) throw Null();
        if (!typeof(T).IsValueType && value.GetType() != typeof(T))
            throw Refused($"holds a value of type {value.GetType().Name} where its type says {typeof(T).Name}, and would lose what only the former has");
        BeginMap(members.Count);
    }

    /// <summary>The name of an object's member.</summary>
    public void Member(NestedMembers members, int ordinal)
    {
        _member = members.Encoded(ordinal);
        Raw(_member);
    }

    /// <summary>The end of an array or map.</summary>
    public void End() => _depth--;

    /// <summary>The error of null where the type says that it never is.</summary>
    internal readonly UnplacedValueException Null() => new($"holds null{Place}, but its type says that it never does", isMissing: true);

    /// <summary>The error of a value that cannot be written.</summary>
    internal readonly UnplacedValueException Refused(string why) => new(why + Place);

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer is { Length: > 0 } buffer) ArrayPool<byte>.Shared.Return(buffer);
        _buffer = [];
    }

    private readonly string Place => _member is null ? "" : $" (at the member '{NestedMembers.Display(_member)}')";

    private void Enter()
    {
        if (++_depth > MessagePackCode.MaxDepth)
            throw Refused($"is nested deeper than {MessagePackCode.MaxDepth} levels; an object that contains itself cannot be stored");
    }

    private void StringHead(int length)
    {
        if (length < 32) Byte((byte)(MessagePackCode.FixString | length));
        else Length(length, MessagePackCode.String8, MessagePackCode.String16, MessagePackCode.String32);
    }

    /// <summary>A length after the code of its width; arrays and maps have no code for one byte.</summary>
    private void Length(int length, byte code8, byte code16, byte code32)
    {
        if (code8 != 0 && length <= byte.MaxValue) Head(code8, 1)[0] = (byte)length;
        else if (length <= ushort.MaxValue) BinaryPrimitives.WriteUInt16BigEndian(Head(code16, 2), (ushort)length);
        else BinaryPrimitives.WriteUInt32BigEndian(Head(code32, 4), (uint)length);
    }

    private void Byte(byte value) => Space(1)[0] = Counted(value, 1);

    private Span<byte> Head(byte code, int size)
    {
        Span<byte> space = Space(1 + size);
        space[0] = Counted(code, 1 + size);
        return space.Slice(1, size);
    }

    private void Raw(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Space(bytes.Length));
        _length += bytes.Length;
    }

    private byte Counted(byte value, int size)
    {
        _length += size;
        return value;
    }

    private Span<byte> Space(int size)
    {
        if (_buffer.Length - _length < size) Grow(size);
        return _buffer.AsSpan(_length);
    }

    private void Grow(int size)
    {
        if ((long)_length + size > RowLimits.MaxValueLength) throw Refused("is longer than the 512 MiB that a Redis value may have");
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + size, 2 * _buffer.Length));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
