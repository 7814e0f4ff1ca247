using Rom.CompilerServices;
using Rom.Maintenance;
using Rom.Serialization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>
/// Holds rows against the entries that they imply. What a row implies is computed here from what was read of it, so the call that looks for the entries
/// reads the row again: when somebody changed it in between, it is computed anew, and nothing is reported of a row that was not so.
/// </summary>
internal sealed class RowVerifier(VerifyCalls calls, KeySpace keys, VerifyFindings findings)
{
    private readonly ModelMetadata _model = keys.Model;
    private readonly StoredEntries _entries = new(keys);

    /// <summary>The key, and what indexes and uniques are a function of.</summary>
    private readonly int[] _columns =
    [
        .. keys.Model.Indexes.SelectMany(index => index.Inputs.ToArray())
            .Concat(keys.Model.Uniques.SelectMany(unique => unique.Inputs.ToArray()))
            .Concat(Enumerable.Range(keys.Model.DeclaredColumns, keys.Model.Columns.Count - keys.Model.DeclaredColumns))
            .Concat(keys.Model.Version is { } version ? [version.Ordinal] : [])
            .Prepend(0).Distinct(),
    ];

    public async Task VerifyAsync(IEnumerable<byte[]> rows)
    {
        List<Part> parts = [.. rows.Select(key => new Part(key, null, []))];
        while (parts.Count > 0)
        {
            List<VerifyReply> replies = await calls.ReadAsync(_columns, parts.ConvertAll(ItemOf)).ConfigureAwait(false);
            List<Part> next = [];
            for (int i = 0; i < parts.Count; i++)
            {
                if (!IsRow(parts[i].Key, replies[i])) continue;
                if (parts[i].Row is null) findings.Rows++;
                if (parts[i].Row is { } row && ByteArrayComparer.AreEqual(row, replies[i].Row)) Report(parts[i], replies[i]);
                else next.AddRange(PartsOf(parts[i].Key, replies[i].Row));
            }

            parts = next;
        }
    }

    private VerifyItem ItemOf(Part part)
    {
        RedisKey row = keys.Row(part.Key);
        StoredEntry exists = new(row, 'e', [], RedisValue.EmptyString, null), hasKey = new(row, 'h', _model.Key.StoredNameBytes, part.Key, null);
        return new VerifyItem(row, [exists, hasKey, .. part.Entries]);
    }

    /// <summary>Whether there is a row whose entries can be told; one that is gone by now is none, and nothing wrong.</summary>
    private bool IsRow(byte[] key, VerifyReply reply)
    {
        if (reply.Results[0] == ProbeResult.Absent || reply.Results[1] == ProbeResult.Found) return reply.Results[0] == ProbeResult.Found;
        VerifyFindingKind kind = reply.Results[1] switch
        {
            ProbeResult.ForeignType => VerifyFindingKind.ForeignType,
            ProbeResult.Other => VerifyFindingKind.OtherKey,
            _ => VerifyFindingKind.RowWithoutKey,
        };
        findings.Add(kind, key);
        return false;
    }

    /// <summary>What a row implies, in parts of bounded size; none when it cannot be told.</summary>
    private Part[] PartsOf(byte[] key, byte[]?[] row)
    {
        try
        {
            byte[]?[] implied = [.. row];
            DerivedColumns.Fill(_model, implied, before: null);
            for (int i = _model.DeclaredColumns; i < row.Length; i++)
            {
                if (!ByteArrayComparer.Instance.Equals(implied[i], row[i])) findings.Add(VerifyFindingKind.StaleDerivedField, key, _model.Columns[i].DerivedBy!.Name);
            }

            return [.. _entries.Of(row).Chunk(VerifyCalls.ProbesPerItem).Select(entries => new Part(key, row, entries))];
        }
        catch (Exception e)
        {
            findings.Add(VerifyFindingKind.UnreadableRow, key, cause: e);
            return [];
        }
    }

    private void Report(Part part, VerifyReply reply)
    {
        if (!reply.HasRecord) findings.Add(VerifyFindingKind.MissingSchemaRecord, null);
        findings.CheckCounters(reply.Row, reply.LastKey, reply.LastVersion);
        for (int i = 0; i < part.Entries.Length; i++)
        {
            StoredEntry entry = part.Entries[i];
            ProbeResult result = reply.Results[^(part.Entries.Length - i)];
            if (result == ProbeResult.Found) continue;
            VerifyFindingKind kind = result switch
            {
                ProbeResult.ForeignType => VerifyFindingKind.ForeignType,
                ProbeResult.Other when entry.Letter == 'h' => VerifyFindingKind.TakenUnique,
                _ => entry.Index is null ? VerifyFindingKind.MissingKey : VerifyFindingKind.MissingEntry,
            };
            if (kind == VerifyFindingKind.ForeignType) findings.Add(kind, null, entry.Index, VerifyFindings.Show((byte[])entry.Key!));
            else findings.Add(kind, part.Key, entry.Index, entry.Index is null ? null : entry.Shown);
        }
    }

    /// <param name="Key">The row's key.</param>
    /// <param name="Row">What it held when its entries were computed; null before.</param>
    /// <param name="Entries">Some of them.</param>
    private sealed record Part(byte[] Key, byte[]?[]? Row, StoredEntry[] Entries);
}
