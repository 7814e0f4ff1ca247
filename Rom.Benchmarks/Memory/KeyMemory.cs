using StackExchange.Redis;

namespace Rom.Benchmarks.Memory;

/// <summary>What all keys of one kind take together.</summary>
/// <param name="Kind">How the table names it.</param>
/// <param name="Keys">How many there are.</param>
/// <param name="Entries">Rows, or the members or fields of all its sets, sorted sets and hashes of an index.</param>
/// <param name="Bytes">What <c>MEMORY USAGE</c> says.</param>
internal sealed record KeyMemory(string Kind, long Keys, long Entries, long Bytes)
{
    public static async Task<List<KeyMemory>> OfAllAsync(IDatabase database, Func<string, string> kindOf)
    {
        Dictionary<string, KeyMemory> kinds = new(StringComparer.Ordinal);
        string cursor = "0";
        do
        {
            RedisResult[] page = (RedisResult[])(await database.ExecuteAsync("SCAN", [cursor, "COUNT", "500"], CommandFlags.None).ConfigureAwait(false))!;
            cursor = (string)page[0]!;
            string[] keys = (string[])page[1]!;
            KeyMemory[] measured = await Task.WhenAll(keys.Select(key => OfAsync(database, key, kindOf(key)))).ConfigureAwait(false);
            foreach (KeyMemory one in measured)
            {
                kinds[one.Kind] = kinds.TryGetValue(one.Kind, out KeyMemory? sum)
                    ? new KeyMemory(one.Kind, sum.Keys + 1, sum.Entries + one.Entries, sum.Bytes + one.Bytes)
                    : one;
            }
        }
        while (cursor != "0");
        return [.. kinds.Values];
    }

    private static async Task<KeyMemory> OfAsync(IDatabase database, string key, string kind)
    {
        // All members, not a sample of them.
        Task<RedisResult> bytes = database.ExecuteAsync("MEMORY", ["USAGE", key, "SAMPLES", "0"], CommandFlags.None);
        string type = (string)(await database.ExecuteAsync("TYPE", [key], CommandFlags.None).ConfigureAwait(false))!;
        string? count = type switch { "set" => "SCARD", "zset" => "ZCARD", "hash" when kind != "row" => "HLEN", _ => null };
        long entries = count is null ? 1 : (long)await database.ExecuteAsync(count, [key], CommandFlags.None).ConfigureAwait(false);
        return new KeyMemory(kind, 1, entries, (long)await bytes.ConfigureAwait(false));
    }
}
