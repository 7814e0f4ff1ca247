using System.Buffers.Binary;
using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>Small numbers of a call as one argument, which <c>cmsgpack.unpack</c> turns into as many values: MessagePack's unsigned integers.</summary>
internal static class MessagePackNumbers
{
    private const int MaxSize = 5, CachedLength = 6, MaxCached = 1_000;

    private static readonly ConcurrentDictionary<ulong, byte[]> Cache = new();

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

        return length > CachedLength ? bytes[..length].ToArray() : Cached(bytes[..length]);
    }

    /// <summary>Few numbers, all small, are those of most changes, and few different ones.</summary>
    private static byte[] Cached(ReadOnlySpan<byte> bytes)
    {
        ulong key = (ulong)bytes.Length;
        foreach (byte one in bytes) key = (key << 8) | one;
        if (Cache.TryGetValue(key, out byte[]? known)) return known;
        byte[] made = bytes.ToArray();
        if (Cache.Count < MaxCached) Cache.TryAdd(key, made);
        return made;
    }
}
