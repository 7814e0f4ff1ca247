using Rom.Errors;
using Rom.Serialization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>A row and what to look for beside it.</summary>
internal sealed record VerifyItem(RedisKey Row, StoredEntry[] Probes);

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
            VerifyItem[] part = new VerifyItem[count];
            List<RedisKey> names = [keys.Schema, keys.Counter, keys.Versions];
            List<RedisValue> arguments = [keys.Fingerprint, BytesPerCall, columns.Length, .. columns.ConvertAll(column => keys.Fields[column])];
            for (int i = 0; i < count; i++) Add(part[i] = items[replies.Count + i], names, arguments);
            RedisValue[] reply = await SendAsync(RomScript.Verify, [.. names], [.. arguments]).ConfigureAwait(false);
            Take(columns, part, reply, replies);
        }

        return replies;
    }

    /// <summary>Members of some sets, sorted sets and hashes, each with its score or value; where it goes on is put into the queue again.</summary>
    public async Task<List<(StoredKey Key, byte[] Item, byte[] Value)>> MembersAsync(Queue<(StoredKey Key, RedisValue From)> waiting, Action<StoredKey> isForeign)
    {
        List<RedisKey> names = [keys.Schema];
        List<RedisValue> arguments = [keys.Fingerprint, MembersPerCall];
        foreach ((StoredKey key, RedisValue from) in waiting)
        {
            if (names.Count > KeysPerCall) break;
            names.Add(key.Name);
            arguments.AddRange([key.RedisType, from]);
        }

        RedisValue[] reply = await SendAsync(RomScript.Members, [.. names], [.. arguments]).ConfigureAwait(false);
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
        engine.CountRoundTrip(cancellationToken);
        RedisValue[] reply = await connection.EvaluateAsync(script, names, arguments, mayWrite: false, cancellationToken).ConfigureAwait(false);
        return (long)reply[0] < 0 ? throw Conflicts.Schema(keys.Model, (string)reply[1]!) : reply;
    }

    private void Take(int[] columns, VerifyItem[] items, RedisValue[] reply, List<VerifyReply> to)
    {
        int at = 4;
        foreach (VerifyItem item in items[..(int)reply[0]])
        {
            byte[]?[] row = new byte[]?[keys.Fields.Length];
            foreach (int column in columns) row[column] = (byte[]?)reply[at++];
            ProbeResult[] results = Array.ConvertAll(reply[at..(at + item.Probes.Length)], result => (ProbeResult)(int)result);
            at += results.Length;
            to.Add(new VerifyReply(row, results, (int)reply[1] == 1, (byte[]?)reply[2], (byte[]?)reply[3]));
        }
    }

    /// <summary>In loops, as all that works on values here: LINQ's iterators are compiled again for each pair of value types.</summary>
    private static void Add(VerifyItem item, List<RedisKey> names, List<RedisValue> arguments)
    {
        names.Add(item.Row);
        arguments.Add(item.Probes.Length);
        foreach (StoredEntry probe in item.Probes)
        {
            names.Add(probe.Key);
            arguments.AddRange([probe.Letter.ToString(), probe.Item, probe.Expected]);
        }
    }
}
