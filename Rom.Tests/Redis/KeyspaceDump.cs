using System.Globalization;
using System.Text;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>All that a server stores, as readable lines: bytes outside of ASCII's printable characters as <c>\xNN</c>.</summary>
internal static class KeyspaceDump
{
    /// <summary>For each key its type and content, sorted by key; the members of sets and the fields of hashes sorted too.</summary>
    public static async Task<SortedDictionary<string, string>> ReadAsync(IDatabase redis, string prefix = "")
    {
        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        string cursor = "0";
        do
        {
            RedisResult[] page = (RedisResult[])(await redis.ExecuteAsync("SCAN", cursor, "MATCH", prefix + "*", "COUNT", "1000"))!;
            cursor = (string)page[0]!;
            foreach (byte[] key in (byte[][])page[1]!) found[Text(key)] = await ReadAsync(redis, key);
        }
        while (cursor != "0");
        return found;
    }

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        foreach (byte b in bytes)
        {
            if (b is < 0x20 or > 0x7E or (byte)'\\') text.Append(CultureInfo.InvariantCulture, $"\\x{b:X2}");
            else text.Append((char)b);
        }

        return text.ToString();
    }

    private static async Task<string> ReadAsync(IDatabase redis, byte[] key) => await redis.KeyTypeAsync(key) switch
    {
        RedisType.String => $"string {Text((byte[])(await redis.StringGetAsync(key))!)}",
        RedisType.Hash => $"hash {Join((await redis.HashGetAllAsync(key)).Select(field => $"{Text((byte[])field.Name!)}={Text((byte[])field.Value!)}"))}",
        RedisType.Set => $"set {Join((await redis.SetMembersAsync(key)).Select(member => Text((byte[])member!)))}",
        // In the server's order, which is the index's; every score must be 0.
        RedisType.SortedSet => $"zset {string.Join(" | ", (await redis.SortedSetRangeByRankWithScoresAsync(key)).Select(Entry))}",
        var other => $"{other}",
    };

    private static string Entry(SortedSetEntry entry) => Text((byte[])entry.Element!) + (entry.Score == 0 ? "" : $" (score {entry.Score})");

    private static string Join(IEnumerable<string> items) => string.Join(" | ", items.Order(StringComparer.Ordinal));
}
