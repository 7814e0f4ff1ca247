using Rom.Errors;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>A row and what to look for beside it.</summary>
internal readonly record struct VerifyItem(RedisKey Row, StoredEntry[] Probes);

/// <summary>What a probe found; the numbers are those of <c>verify.lua</c>.</summary>
internal enum ProbeResult
{
    Absent = 0,
    Found = 1,
    Other = 2,
    ForeignType = 3,
}

/// <summary>One moment of a row, of what was looked for beside it, and of what the model has once.</summary>
/// <param name="Row">The row in column order; only the columns that were asked for.</param>
/// <param name="Results">What each probe found.</param>
/// <param name="HasRecord">Whether there is a schema record.</param>
/// <param name="LastKey">The last assigned key.</param>
/// <param name="LastVersion">The last version of a row.</param>
internal sealed record VerifyReply(byte[]?[] Row, ProbeResult[] Results, bool HasRecord, byte[]? LastKey, byte[]? LastVersion);

/// <summary>Sends what a verification reads in calls of bounded work, and refuses to go on when the schema record is another.</summary>
internal sealed class VerifyCalls(RedisEngine engine, IRedisConnection connection, KeySpace keys, CancellationToken cancellationToken)
{
    private const int ItemsPerCall = 500, ProbesPerCall = 2_000, BytesPerCall = 1_000_000, KeysPerCall = 200, MembersPerCall = 500;

    /// <summary>A row with more entries is verified in parts.</summary>
    public const int ProbesPerItem = 1_000;

    /// <summary>Each item's reply is of one moment; those of different items may not be.</summary>
    public async Task<List<VerifyReply>> ReadAsync(int[] columns, IReadOnlyList<VerifyItem> items)
    {
        List<VerifyReply> replies = new(items.Count);
        while (replies.Count < items.Count)
        {
            int count = 0;
            for (int probes = 0; count < ItemsPerCall && replies.Count + count < items.Count && (count == 0 || probes < ProbesPerCall); count++)
                probes += items[replies.Count + count].Probes.Length;
            VerifyItem[] part = [.. items.Skip(replies.Count).Take(count)];
            RedisValue[] reply = await SendAsync(RomScript.Verify, [keys.Schema, keys.Counter, keys.Versions, .. part.SelectMany(Keys)],
                [keys.Fingerprint, BytesPerCall, columns.Length, .. columns.Select(column => keys.Fields[column]), .. part.SelectMany(Arguments)]).ConfigureAwait(false);
            Take(columns, part, reply, replies);
        }

        return replies;
    }

    /// <summary>Members of some sets, sorted sets and hashes, each with its score or value; where it goes on is put into the queue again.</summary>
    public async Task<List<(StoredKey Key, byte[] Item, byte[] Value)>> MembersAsync(Queue<(StoredKey Key, RedisValue From)> waiting, Action<StoredKey> isForeign)
    {
        (StoredKey Key, RedisValue From)[] part = [.. waiting.Take(KeysPerCall)];
        RedisValue[] reply = await SendAsync(RomScript.Members, [keys.Schema, .. part.Select(one => (RedisKey)one.Key.Name)],
            [keys.Fingerprint, MembersPerCall, .. part.SelectMany(one => new RedisValue[] { one.Key.RedisType, one.From })]).ConfigureAwait(false);
        List<(StoredKey, byte[], byte[])> members = [];
        int at = 1;
        for (int i = 0; i < (int)reply[0]; i++)
        {
            StoredKey key = waiting.Dequeue().Key;
            (RedisValue next, int values) = (reply[at], (int)reply[at + 1]);
            at += 2;
            if (values < 0) isForeign(key);
            int step = key.RedisType == "set" ? 1 : 2;
            for (int v = 0; v < values; v += step) members.Add((key, (byte[])reply[at + v]!, (byte[])reply[at + v + step - 1]!));
            at += Math.Max(values, 0);
            if (next != "0") waiting.Enqueue((key, next));
        }

        return members;
    }

    private async Task<RedisValue[]> SendAsync(RomScript script, RedisKey[] names, RedisValue[] arguments)
    {
        engine.CountRoundTrip();
        RedisValue[] reply = await connection.EvaluateAsync(script, names, arguments, mayWrite: false, cancellationToken).ConfigureAwait(false);
        return (long)reply[0] < 0 ? throw Conflicts.Schema(keys.Model, (string)reply[1]!) : reply;
    }

    private void Take(int[] columns, VerifyItem[] items, RedisValue[] reply, List<VerifyReply> to)
    {
        int at = 4;
        foreach (VerifyItem item in items.Take((int)reply[0]))
        {
            byte[]?[] row = new byte[]?[keys.Fields.Length];
            foreach (int column in columns) row[column] = (byte[]?)reply[at++];
            ProbeResult[] results = Array.ConvertAll(reply[at..(at + item.Probes.Length)], result => (ProbeResult)(int)result);
            at += results.Length;
            to.Add(new VerifyReply(row, results, (int)reply[1] == 1, (byte[]?)reply[2], (byte[]?)reply[3]));
        }
    }

    private static IEnumerable<RedisKey> Keys(VerifyItem item) => item.Probes.Select(probe => probe.Key).Prepend(item.Row);

    private static IEnumerable<RedisValue> Arguments(VerifyItem item) =>
        item.Probes.SelectMany(probe => new RedisValue[] { probe.Letter.ToString(), probe.Item, probe.Expected }).Prepend(item.Probes.Length);
}
