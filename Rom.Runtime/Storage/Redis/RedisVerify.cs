using Rom.Maintenance;
using Rom.Serialization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>
/// Holds the rows of a model and everything that is stored beside them against each other, both ways, in one scan over the keys of the node. It only
/// reads, and keeps nobody out.
/// </summary>
internal sealed class RedisVerify(RedisEngine engine, IRedisConnection connection, KeySpace keys, VerifyFindings findings, CancellationToken cancellationToken)
{
    private const int KeysPerCall = 1_000, RowsPerPart = 100;

    public async Task RunAsync(IProgress<VerifyProgress>? progress)
    {
        StoredKeys names = new(keys);
        VerifyCalls calls = new(engine, connection, keys, cancellationToken);
        RowVerifier rows = new(calls, keys, findings);
        EntryVerifier entries = new(calls, keys, names, findings);
        RedisValue cursor = "0";
        do
        {
            engine.CountRoundTrip(cancellationToken);
            RedisValue[] reply = await connection.EvaluateAsync(
                RomScript.Keys, [keys.Schema], [cursor, keys.Pattern, KeysPerCall], mayWrite: false, cancellationToken).ConfigureAwait(false);
            cursor = reply[0];
            ILookup<StoredKeyKind, StoredKey> page = reply[1..].ConvertAll(key => names.Of((byte[])key!)).ToLookup(key => key.Kind);
            foreach (StoredKey[] part in page[StoredKeyKind.Row].Chunk(RowsPerPart)) await rows.VerifyAsync(part.ConvertAll(names.KeyIn)).ConfigureAwait(false);
            await entries.VerifyNativesAsync([.. page[StoredKeyKind.Native]]).ConfigureAwait(false);
            await entries.VerifyAsync(page.Where(IsOfMembers).SelectMany(stored => stored)).ConfigureAwait(false);
            foreach (StoredKey unknown in page[StoredKeyKind.Unknown]) findings.Add(VerifyFindingKind.UnknownIndex, null, stored: VerifyFindings.Show(unknown.Name));
            progress?.Report(findings.Progress);
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (cursor != "0");
        // That nobody has rebuilt the indexes since the last entry was read.
        await calls.ReadAsync([0], [new VerifyItem(keys.Schema, [])]).ConfigureAwait(false);
    }

    private static bool IsOfMembers(IGrouping<StoredKeyKind, StoredKey> stored) =>
        stored.Key is not (StoredKeyKind.Other or StoredKeyKind.Row or StoredKeyKind.Native or StoredKeyKind.Unknown);
}
