using Rom.CompilerServices;
using Rom.Maintenance;
using Rom.Serialization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>
/// Holds what is stored beside the rows against them. The call that reads a row also looks whether the entry is still there, so that one which a
/// writer moves meanwhile is not reported.
/// </summary>
internal sealed class EntryVerifier(VerifyCalls calls, KeySpace keys, StoredKeys names, VerifyFindings findings)
{
    private readonly ModelMetadata _model = keys.Model;
    private readonly StoredEntries _entries = new(keys);

    /// <summary>Every member of some indexes, uniques, sets of words, and of the set of all keys.</summary>
    public async Task VerifyAsync(IEnumerable<StoredKey> stored)
    {
        Queue<(StoredKey, RedisValue)> waiting = new(stored.ConvertAll(key => (key, (RedisValue)"0")));
        while (waiting.Count > 0)
        {
            List<(StoredKey Key, byte[] Item, byte[] Value)> members = await calls.MembersAsync(
                waiting, key => findings.Add(VerifyFindingKind.ForeignType, null, NameOf(key), VerifyFindings.Show(key.Name))).ConfigureAwait(false);
            findings.Entries += members.Count;
            foreach (var group in members.GroupBy(member => (member.Key.Kind, member.Key.Ordinal)))
            {
                if (group.Key.Kind is StoredKeyKind.Words or StoredKeyKind.ReversedWords) await VerifyWordsAsync([.. group]).ConfigureAwait(false);
                else await VerifyMembersAsync([.. group]).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Native structures, each of a row.</summary>
    public async Task VerifyNativesAsync(IReadOnlyList<StoredKey> natives)
    {
        VerifyItem[] items = [.. natives.ConvertAll(native => new VerifyItem(keys.Row(names.KeyIn(native)), [new(native.Name, 'e', [], RedisValue.EmptyString, null)]))];
        List<VerifyReply> replies = await calls.ReadAsync([0], items).ConfigureAwait(false);
        findings.Entries += items.Length;
        for (int i = 0; i < items.Length; i++)
        {
            if (replies[i].Results[0] == ProbeResult.Found && replies[i].Row[0] is null)
                findings.Add(VerifyFindingKind.OrphanNative, names.KeyIn(natives[i]), _model.Natives[natives[i].Ordinal]);
        }
    }

    private async Task VerifyWordsAsync((StoredKey Key, byte[] Item, byte[] Value)[] words)
    {
        VerifyItem[] items = [.. words.ConvertAll(word => new VerifyItem(keys.Schema,
            [ProbeOf(word.Key, word.Item, word.Value), new(names.PostingOf(word.Key, word.Item), 'e', [], RedisValue.EmptyString, null)]))];
        List<VerifyReply> replies = await calls.ReadAsync([0], items).ConfigureAwait(false);
        for (int i = 0; i < items.Length; i++)
        {
            if (replies[i].Results is [not ProbeResult.Absent, ProbeResult.Absent])
                findings.Add(VerifyFindingKind.StaleWord, null, NameOf(words[i].Key), items[i].Probes[0].Shown);
        }
    }

    /// <summary>Members of one index or unique; those of one row are looked at together.</summary>
    private async Task VerifyMembersAsync((StoredKey Key, byte[] Item, byte[] Value)[] members)
    {
        Dictionary<byte[], List<(StoredKey Stored, StoredEntry Entry)>> rows = new(ByteArrayComparer.Instance);
        foreach ((StoredKey stored, byte[] item, byte[] value) in members)
        {
            StoredEntry entry = ProbeOf(stored, item, value);
            if (names.KeyOf(stored, item, value) is not { } key) findings.Add(VerifyFindingKind.StaleEntry, null, NameOf(stored), entry.Shown);
            else if (rows.TryGetValue(key, out List<(StoredKey, StoredEntry)>? met)) met.Add((stored, entry));
            else rows.Add(key, [(stored, entry)]);
        }

        if (rows.Count == 0) return;
        StoredKey first = rows.First().Value[0].Stored;
        VerifyItem[] items = [.. rows.Select(row => new VerifyItem(keys.Row(row.Key), [.. row.Value.Select(one => one.Entry)]))];
        List<VerifyReply> replies = await calls.ReadAsync(ColumnsOf(first), items).ConfigureAwait(false);
        foreach (((byte[] key, List<(StoredKey, StoredEntry)> met), VerifyReply reply) in rows.Zip(replies)) Report(first, key, met, reply);
    }

    private void Report(StoredKey first, byte[] key, List<(StoredKey Stored, StoredEntry Entry)> met, VerifyReply reply)
    {
        if (reply.Row[0] is not null && first.Kind == StoredKeyKind.AllKeys) return;
        HashSet<byte[]>? implied = reply.Row[0] is null ? [] : ImpliedBy(first, key, reply.Row);
        for (int i = 0; i < met.Count && implied is not null; i++)
        {
            (StoredKey stored, StoredEntry entry) = met[i];
            // Gone, or registered for another row, since it was met.
            if (reply.Results[i] == ProbeResult.Absent || (reply.Results[i] == ProbeResult.Other && entry.Letter == 'h')) continue;
            if (implied.Contains(entry.Identity)) continue;
            VerifyFindingKind kind = stored.Kind == StoredKeyKind.AllKeys ? VerifyFindingKind.OrphanKey
                : reply.Row[0] is null ? VerifyFindingKind.OrphanEntry : VerifyFindingKind.StaleEntry;
            findings.Add(kind, key, NameOf(stored), kind == VerifyFindingKind.OrphanKey ? null : entry.Shown);
        }
    }

    /// <summary>What a row implies in one index or unique; null when it cannot be told.</summary>
    private HashSet<byte[]>? ImpliedBy(StoredKey stored, byte[] key, byte[]?[] row)
    {
        List<StoredEntry> implied = [];
        try
        {
            if (stored.Kind == StoredKeyKind.Unique) _entries.Append(_model.Uniques[stored.Ordinal], row, implied);
            else _entries.Append(_model.Indexes[stored.Ordinal], row, implied);
            return implied.Select(one => one.Identity).ToHashSet(ByteArrayComparer.Instance);
        }
        catch (Exception e)
        {
            findings.Add(VerifyFindingKind.UnreadableRow, key, cause: e);
            return null;
        }
    }

    /// <summary>The entry as it was met.</summary>
    private StoredEntry ProbeOf(StoredKey stored, byte[] item, byte[] value)
    {
        char letter = stored.RedisType switch { "set" => 's', "hash" => 'h', _ => 'z' };
        return new StoredEntry(stored.Name, letter, item, value, NameOf(stored));
    }

    private int[] ColumnsOf(StoredKey stored) => stored.Kind switch
    {
        StoredKeyKind.AllKeys => [0],
        StoredKeyKind.Unique => [.. _model.Uniques[stored.Ordinal].Inputs.ToArray().Prepend(0).Distinct()],
        _ => [.. _model.Indexes[stored.Ordinal].Inputs.ToArray().Concat(_model.Indexes[stored.Ordinal].Columns).Prepend(0).Distinct()],
    };

    private string? NameOf(StoredKey stored) => stored.Kind switch
    {
        StoredKeyKind.AllKeys => null,
        StoredKeyKind.Unique => _model.Uniques[stored.Ordinal].Name,
        _ => _model.Indexes[stored.Ordinal].Name,
    };
}
