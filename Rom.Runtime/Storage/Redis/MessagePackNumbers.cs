using System.Buffers.Binary;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>Small numbers of a call as one argument, which <c>cmsgpack.unpack</c> turns into as many values: MessagePack's unsigned integers.</summary>
internal static class MessagePackNumbers
{
    private const int MaxSize = 5;

    public static RedisValue Of(scoped ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[MaxSize * numbers.Length];
        int length = 0;
        foreach (int number in numbers)
        {
            if (number < 0x80)
            {
                bytes[length++] = (byte)number;
            }
            else if (number <= ushort.MaxValue)
            {
                bytes[length] = 0xCD;
                BinaryPrimitives.WriteUInt16BigEndian(bytes[(length + 1)..], (ushort)number);
                length += 3;
            }
            else
            {
                bytes[length] = 0xCE;
                BinaryPrimitives.WriteUInt32BigEndian(bytes[(length + 1)..], (uint)number);
                length += MaxSize;
            }
        }

        return bytes[..length].ToArray();
    }
}
