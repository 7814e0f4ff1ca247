using System.Buffers.Binary;
using Rom.Serialization;

namespace Rom.CompilerServices;

public ref partial struct MessagePackReader
{
    /// <summary>An integer that fits in a long.</summary>
    public long Int64() =>
        Integer("integer", out bool isBeyond) is var value && !isBeyond ? value : throw OutOfRange("long");

    /// <summary>An integer that fits in a ulong.</summary>
    public ulong UInt64() =>
        Integer("integer", out bool isBeyond) is var value && (isBeyond || value >= 0) ? (ulong)value : throw OutOfRange("ulong");

    /// <summary>A float of either width, or an integer that is exact as one: some writers shorten 2.0 to 2.</summary>
    public double Double()
    {
        switch (Peek())
        {
            case MessagePackCode.Float64:
                _at++;
                return BinaryPrimitives.ReadDoubleBigEndian(Take(8));
            case MessagePackCode.Float32:
                _at++;
                return BinaryPrimitives.ReadSingleBigEndian(Take(4));
            default:
                long value = Integer("float", out bool isBeyond);
                double exact = isBeyond ? (ulong)value : value;
                return (isBeyond ? (long)(ulong)exact : (long)exact) == value ? exact : throw OutOfRange("double without loss");
        }
    }

    /// <param name="expected">What the value should be.</param>
    /// <param name="isBeyond">Whether the number is greater than a long and the result its 64 bits.</param>
    private long Integer(string expected, out bool isBeyond)
    {
        isBeyond = false;
        byte code = Code(expected);
        switch (code)
        {
            case <= MessagePackCode.MaxPositiveFixInt: return code;
            case >= MessagePackCode.MinNegativeFixInt: return (sbyte)code;
            case MessagePackCode.UInt8: return Take(1)[0];
            case MessagePackCode.UInt16: return BinaryPrimitives.ReadUInt16BigEndian(Take(2));
            case MessagePackCode.UInt32: return BinaryPrimitives.ReadUInt32BigEndian(Take(4));
            case MessagePackCode.Int8: return (sbyte)Take(1)[0];
            case MessagePackCode.Int16: return BinaryPrimitives.ReadInt16BigEndian(Take(2));
            case MessagePackCode.Int32: return BinaryPrimitives.ReadInt32BigEndian(Take(4));
            case MessagePackCode.Int64: return BinaryPrimitives.ReadInt64BigEndian(Take(8));
            case MessagePackCode.UInt64:
                long value = BinaryPrimitives.ReadInt64BigEndian(Take(8));
                isBeyond = value < 0;
                return value;
            default: throw Unexpected(expected, code);
        }
    }
}
