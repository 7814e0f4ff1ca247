using System.Text;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Storage.Redis;
using StackExchange.Redis;

namespace Rom.Tests.Infrastructure;

/// <summary>
/// Holds all that is stored under a prefix against what the rows imply: every index entry, posting, word, unique and key, and nothing
/// else. Bytes are shown as Latin-1, one character each.
/// </summary>
internal static class KeyspaceVerifier
{
    public static async Task VerifyAsync(IDatabase redis, string prefix, params ModelMetadata[] models)
    {
        Dictionary<string, SortedSet<string>> actual = await ReadAsync(redis, prefix);
        Dictionary<string, SortedSet<string>> expected = [];
        foreach (ModelMetadata model in models) Expect(model, new KeySpace(model, prefix), actual, expected);
        List<string> differences = [];
        foreach (string key in actual.Keys.Union(expected.Keys).Order(StringComparer.Ordinal))
        {
            SortedSet<string> has = actual.GetValueOrDefault(key, []), wants = expected.GetValueOrDefault(key, []);
            if (!has.SetEquals(wants))
                differences.Add($"{key}\n    stored, not implied: {string.Join(" | ", has.Except(wants))}\n    implied, not stored: {string.Join(" | ", wants.Except(has))}");
        }

        Assert.That(differences, Is.Empty, "What is stored is not what the rows imply.");
    }

    private static void Expect(
        ModelMetadata model, KeySpace keys, Dictionary<string, SortedSet<string>> actual, Dictionary<string, SortedSet<string>> expected)
    {
        string rowHead = Latin(keys.RowHead);
        void Add(RedisKey key, string item)
        {
            string name = Latin((byte[])key!);
            if (!expected.TryGetValue(name, out SortedSet<string>? items)) expected.Add(name, items = new SortedSet<string>(StringComparer.Ordinal));
            items.Add(item);
        }

        foreach ((string name, SortedSet<string> fields) in actual.Where(pair => pair.Key.StartsWith(rowHead, StringComparison.Ordinal)).ToArray())
        {
            expected[name] = fields;
            byte[]?[] row = new byte[]?[model.Columns.Count];
            foreach (string field in fields)
            {
                string[] parts = field.Split('\u0001', 2);
                ColumnMetadata? column = model.Columns.FirstOrDefault(one => Latin(one.StoredNameBytes) == parts[0]);
                if (column is not null) row[column.Ordinal] = Encoding.Latin1.GetBytes(parts[1]);
            }

            Assert.That(row[0], Is.Not.Null, $"{name} has no key field.");
            Assert.That(rowHead + Latin(row[0]!), Is.EqualTo(name), "The key field is not the key.");
            string member = Latin(keys.Member(row[0]!));
            foreach (string native in model.Natives.Select(one => Latin((byte[])keys.Native(one, row[0]!)!)))
            {
                if (actual.TryGetValue(native, out SortedSet<string>? items)) expected[native] = items;
            }

            if (model.HasKeyIndex) Add(keys.AllKeys, member);
            byte[]?[] derived = [.. row];
            DerivedColumns.Fill(model, derived, before: null);
            Assert.That(derived.Skip(model.DeclaredColumns), Is.EqualTo(row.Skip(model.DeclaredColumns)), $"the derived fields of {name}");
            List<IndexEntry> entries = [];
            foreach (IndexMetadata index in model.Indexes) IndexEntries.Append(index, row, entries);
            foreach (IndexEntry entry in entries)
            {
                IndexMetadata index = model.Indexes[entry.Index];
                if (index.Kind == IndexKind.Geo && entry.Token is not null) Add(keys.Ordered(entry.Index), member);
                else if (index.Kind == IndexKind.Ordered) Add(entry.Reversed ? keys.Reversed[entry.Index] : keys.Ordered(entry.Index), Latin(entry.Token!) + member);
                else Add(keys.Posting(entry.Index, entry.Token), member);
                if (index is { Kind: IndexKind.FullText, Suffix: true } && entry.Token is not null) Add(keys.Reversed[entry.Index], Latin(KeyLimits.ReversedWordMember(entry.Token)));
                if (index.Prefix && entry.Token is not null) Add(keys.Words[entry.Index], Latin(KeyLimits.WordMember(entry.Token)));
            }

            foreach (UniqueMetadata unique in model.Uniques)
            {
                if (IndexEntries.Unique(unique, row) is { } value) Add(keys.Unique(unique.Ordinal), $"{Latin(value)}\u0001{member}");
            }
        }

        string receipts = Latin((byte[])keys.Receipt(Guid.Empty)!)[..^32];
        foreach ((string name, SortedSet<string> items) in actual.Where(pair => pair.Key.StartsWith(receipts, StringComparison.Ordinal))) expected[name] = items;
        // Not implied by rows: the counters, and the schema record once anything was written.
        foreach (string name in new[] { Latin((byte[])keys.Counter!), Latin((byte[])keys.Versions!), Latin((byte[])keys.Schema!), Latin((byte[])keys.Fences!) })
        {
            if (actual.TryGetValue(name, out SortedSet<string>? items)) expected[name] = items;
        }
    }

    public static async Task<Dictionary<string, SortedSet<string>>> ReadAsync(IDatabase redis, string prefix)
    {
        Dictionary<string, SortedSet<string>> found = [];
        string cursor = "0";
        do
        {
            RedisResult[] page = (RedisResult[])(await redis.ExecuteAsync("SCAN", cursor, "MATCH", prefix + "*", "COUNT", "1000"))!;
            cursor = (string)page[0]!;
            foreach (byte[] key in (byte[][])page[1]!) found[Latin(key)] = await ReadAsync(redis, key);
        }
        while (cursor != "0");
        return found;
    }

    private static async Task<SortedSet<string>> ReadAsync(IDatabase redis, byte[] key) => await redis.KeyTypeAsync(key) switch
    {
        RedisType.String => Set([(await redis.StringGetAsync(key))]),
        RedisType.Hash => new((await redis.HashGetAllAsync(key)).Select(field => $"{Latin((byte[])field.Name!)}\u0001{Latin((byte[])field.Value!)}"), StringComparer.Ordinal),
        RedisType.List => Set(await redis.ListRangeAsync(key)),
        RedisType.Set => Set(await redis.SetMembersAsync(key)),
        RedisType.SortedSet => Set(await redis.SortedSetRangeByRankAsync(key)),
        var other => throw new InvalidOperationException($"{Latin(key)} is a {other}."),
    };

    private static SortedSet<string> Set(RedisValue[] values) => new(values.Select(value => Latin((byte[])value!)), StringComparer.Ordinal);

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
