using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Maintenance;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>One thing that a row implies beside itself, as it is stored.</summary>
/// <param name="Key">Where.</param>
/// <param name="Letter">How <c>verify.lua</c> looks for it: <c>z</c> member of a sorted set, <c>s</c> of a set, <c>h</c> field of a hash.</param>
/// <param name="Item">The member or field.</param>
/// <param name="Expected">The score or value.</param>
/// <param name="Index">The index or unique; null for the set of all keys.</param>
internal sealed record StoredEntry(RedisKey Key, char Letter, byte[] Item, RedisValue Expected, string? Index)
{
    /// <summary>For people.</summary>
    public string Shown => $"{VerifyFindings.Show((byte[])Key!)} {VerifyFindings.Show(Item)}";

    /// <summary>The same for the same item in the same place.</summary>
    public byte[] Identity
    {
        get
        {
            byte[] key = Key!;
            return [.. BitConverter.GetBytes(key.Length), .. key, .. Item];
        }
    }
}

/// <summary>What rows imply beside themselves, as it is stored: keys, members and scores.</summary>
internal sealed class StoredEntries(KeySpace keys)
{
    private static readonly RedisValue NoScore = "0";

    /// <summary>Everything that a row implies.</summary>
    public List<StoredEntry> Of(byte[]?[] row)
    {
        List<StoredEntry> entries = [];
        if (keys.Model.HasKeyIndex) entries.Add(new StoredEntry(keys.AllKeys, 'z', keys.Member(row[0]!), NoScore, null));
        foreach (IndexMetadata index in keys.Model.AllIndexes) Append(index, row, entries);
        foreach (UniqueMetadata unique in keys.Model.AllUniques) Append(unique, row, entries);
        return entries;
    }

    public void Append(UniqueMetadata unique, byte[]?[] row, List<StoredEntry> to)
    {
        if (IndexEntries.Unique(unique, row) is { } value) to.Add(new StoredEntry(keys.Unique(unique.Ordinal), 'h', value, keys.Member(row[0]!), unique.Name));
    }

    public void Append(IndexMetadata index, byte[]?[] row, List<StoredEntry> to)
    {
        List<IndexEntry> entries = [];
        IndexEntries.Append(index, row, entries);
        byte[] member = keys.Member(row[0]!);
        foreach (IndexEntry entry in entries)
        {
            if (index.Kind == IndexKind.Ordered)
            {
                to.Add(new StoredEntry(entry.Reversed ? keys.Reversed[index.Ordinal] : keys.Ordered(index.Ordinal), 'z', [.. entry.Token!, .. member], NoScore, index.Name));
                continue;
            }

            if (index.Kind == IndexKind.Geo && entry.Token is not null)
            {
                if (!PointFormat.TryRead(entry.Token, out GeoPoint point)) throw new InvalidValueException("A stored text is no point, so it cannot be indexed.");
                to.Add(new StoredEntry(keys.Ordered(index.Ordinal), 'z', member, GeoArea.Score(point), index.Name));
                continue;
            }

            to.Add(new StoredEntry(keys.Posting(index.Ordinal, entry.Token), 's', member, RedisValue.EmptyString, index.Name));
            if (index.Kind != IndexKind.FullText || entry.Token is null) continue;
            if (index.Prefix) to.Add(new StoredEntry(keys.Words[index.Ordinal], 'z', KeyLimits.WordMember(entry.Token), NoScore, index.Name));
            if (index.Suffix) to.Add(new StoredEntry(keys.Reversed[index.Ordinal], 'z', KeyLimits.ReversedWordMember(entry.Token), NoScore, index.Name));
        }
    }
}
