using System.Buffers.Binary;
using System.ComponentModel;
using System.Text;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>
/// Reads one MessagePack value from bytes that anybody may have written: every form of a number or length is understood, and no length
/// is believed that the bytes cannot hold.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct MessagePackReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private int _depth;
    private ReadOnlySpan<byte> _member;

    /// <summary>A reader at the start of some bytes.</summary>
    public MessagePackReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    internal readonly bool IsAtEnd => _at == _bytes.Length;

    /// <summary>Reads null if it comes next.</summary>
    public bool TryNil()
    {
        if (_at >= _bytes.Length || _bytes[_at] != MessagePackCode.Nil) return false;
        _at++;
        return true;
    }

    /// <summary>A bool.</summary>
    public bool Boolean() => Code("bool") switch
    {
        MessagePackCode.True => true,
        MessagePackCode.False => false,
        byte other => throw Unexpected("bool", other),
    };

    /// <summary>A text as UTF-8.</summary>
    public ReadOnlySpan<byte> String()
    {
        byte code = Code("string");
        int? length = StringLength(code) ?? throw Unexpected("string", code);
        return Take(length.Value);
    }

    /// <summary>A text.</summary>
    public string Text()
    {
        try
        {
            return ScalarText.Utf8.GetString(String());
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("a string is no UTF-8 text");
        }
    }

    /// <summary>Bytes, also those that a writer without such a type, as Lua's, wrote as a string.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        byte code = Code("binary");
        int? length = BinaryLength(code) ?? StringLength(code) ?? throw Unexpected("binary", code);
        return Take(length.Value);
    }

    /// <summary>The count of an array whose values follow, and then <see cref="End"/>.</summary>
    public int BeginArray()
    {
        byte code = Code("array");
        int count = code switch
        {
            >= MessagePackCode.FixArray and < MessagePackCode.FixString => code & 15,
            MessagePackCode.Array16 => Length(2),
            MessagePackCode.Array32 => Length(4),
            _ => throw Unexpected("array", code),
        };
        return Enter(count, bytesEach: 1);
    }

    /// <summary>An array of exactly that many values, which follow, and then <see cref="End"/>.</summary>
    public void BeginTuple(int count)
    {
        if (BeginArray() is var found && found != count) throw Malformed($"a tuple of {count} has {found} values");
    }

    /// <summary>The count of a map whose keys and values follow, and then <see cref="End"/>; Lua writes an empty one as an array.</summary>
    public int BeginMap()
    {
        byte code = Code("map");
        int count = code switch
        {
            MessagePackCode.FixArray => 0,
            >= MessagePackCode.FixMap and < MessagePackCode.FixArray => code & 15,
            MessagePackCode.Map16 => Length(2),
            MessagePackCode.Map32 => Length(4),
            _ => throw Unexpected("map", code),
        };
        return Enter(count, bytesEach: 2);
    }

    /// <summary>The map of an object's members.</summary>
    public MemberReader BeginObject(NestedMembers members) => new(members, BeginMap());

    /// <summary>The end of an array or map.</summary>
    public void End() => _depth--;

    /// <summary>Refuses bytes after the value.</summary>
    public readonly void EndOfBytes()
    {
        if (!IsAtEnd) throw Malformed($"{_bytes.Length - _at} bytes follow the value");
    }

    internal int Member(NestedMembers members, int expected)
    {
        _member = String();
        return members.Find(_member, expected);
    }

    /// <summary>What comes next.</summary>
    internal readonly byte Peek() => _at < _bytes.Length ? _bytes[_at] : throw Malformed("the bytes end too early");

    /// <summary>The error of bytes that are no value of the type.</summary>
    internal readonly UnplacedValueException Malformed(string why) =>
        new($"{why} (before byte {_at}{Place})");

    internal readonly UnplacedValueException OutOfRange(string type) => Malformed($"a number does not fit in {type}");

    internal readonly UnplacedValueException Unexpected(string expected, byte code) => code == MessagePackCode.Nil
        ? new($"it holds null where its type says that it never does (before byte {_at}{Place})", isMissing: true)
        : Malformed($"a value beginning with 0x{code:X2} is no {expected}");

    private readonly string Place => _member.IsEmpty ? "" : $", member '{Encoding.UTF8.GetString(_member)}'";

    private int? StringLength(byte code) => code switch
    {
        >= MessagePackCode.FixString and < MessagePackCode.Nil => code & 31,
        MessagePackCode.String8 => Length(1),
        MessagePackCode.String16 => Length(2),
        MessagePackCode.String32 => Length(4),
        _ => null,
    };

    private int? BinaryLength(byte code) => code switch
    {
        MessagePackCode.Bin8 => Length(1),
        MessagePackCode.Bin16 => Length(2),
        MessagePackCode.Bin32 => Length(4),
        _ => null,
    };

    private int Enter(int count, int bytesEach)
    {
        if ((long)count * bytesEach > _bytes.Length - _at) throw Malformed($"a count of {count} is more than the bytes can hold");
        if (++_depth > MessagePackCode.MaxDepth) throw Malformed($"it is nested deeper than {MessagePackCode.MaxDepth} levels");
        return count;
    }

    private byte Code(string expected) =>
        _at < _bytes.Length ? _bytes[_at++] : throw Malformed($"the bytes end where {expected} should be");

    private int Length(int size)
    {
        ReadOnlySpan<byte> bytes = Take(size);
        uint length = size switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        };
        // A length of 2 GiB and more is no length of what is left.
        return length <= _bytes.Length - _at ? (int)length : throw Malformed($"a length of {length} is more than the bytes can hold");
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _bytes.Length - _at) throw Malformed("the bytes end too early");
        ReadOnlySpan<byte> taken = _bytes.Slice(_at, length);
        _at += length;
        return taken;
    }
}
