using Rom.CompilerServices;
using Rom.Maintenance;
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
        Queue<(StoredKey, RedisValue)> waiting = new(stored.Select(key => (key, (RedisValue)"0")));
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
        VerifyItem[] items = [.. natives.Select(native => new VerifyItem(keys.Row(names.KeyIn(native)), [new(native.Name, 'e', [], RedisValue.EmptyString, null)]))];
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
        VerifyItem[] items = [.. words.Select(word => new VerifyItem(keys.Schema,
            [ProbeOf(word.Key, word.Item, word.Value), new(names.PostingOf(word.Key, word.Item), 'e', [], RedisValue.EmptyString, null)]))];
        List<VerifyReply> replies = await calls.ReadAsync([0], items).ConfigureAwait(false);
        for (int i = 0; i < items.Length; i++)
        {
            if (replies[i].Results is [not ProbeResult.Absent, ProbeResult.Absent])
                findings.Add(VerifyFindingKind.StaleWord, null, NameOf(words[i].Key), items[i].Probes[0].Shown);
        }
    }

    private async Task VerifyMembersAsync((StoredKey Key, byte[] Item, byte[] Value)[] members)
    {
        List<(StoredKey Stored, byte[] Key, StoredEntry Entry)> known = [];
        foreach ((StoredKey stored, byte[] item, byte[] value) in members)
        {
            StoredEntry entry = ProbeOf(stored, item, value);
            if (names.KeyOf(stored, item, value) is { } key) known.Add((stored, key, entry));
            else findings.Add(VerifyFindingKind.StaleEntry, null, NameOf(stored), entry.Shown);
        }

        if (known.Count == 0) return;
        List<VerifyReply> replies = await calls.ReadAsync(ColumnsOf(known[0].Stored), known.ConvertAll(one => new VerifyItem(keys.Row(one.Key), [one.Entry]))).ConfigureAwait(false);
        for (int i = 0; i < known.Count; i++)
        {
            ProbeResult result = replies[i].Results[0];
            // Gone, or registered for another row, since it was met.
            if (result == ProbeResult.Absent || (result == ProbeResult.Other && known[i].Entry.Letter == 'h')) continue;
            Report(known[i].Stored, known[i].Key, known[i].Entry, replies[i].Row);
        }
    }

    private void Report(StoredKey stored, byte[] key, StoredEntry entry, byte[]?[] row)
    {
        if (row[0] is null)
        {
            if (stored.Kind == StoredKeyKind.AllKeys) findings.Add(VerifyFindingKind.OrphanKey, key);
            else findings.Add(VerifyFindingKind.OrphanEntry, key, NameOf(stored), entry.Shown);
            return;
        }

        if (stored.Kind == StoredKeyKind.AllKeys) return;
        List<StoredEntry> implied = [];
        try
        {
            if (stored.Kind == StoredKeyKind.Unique) _entries.Append(_model.Uniques[stored.Ordinal], row, implied);
            else _entries.Append(_model.Indexes[stored.Ordinal], row, implied);
        }
        catch (Exception e)
        {
            findings.Add(VerifyFindingKind.UnreadableRow, key, cause: e);
            return;
        }

        if (!implied.Exists(one => one.Is(stored.Name, entry.Item))) findings.Add(VerifyFindingKind.StaleEntry, key, NameOf(stored), entry.Shown);
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
