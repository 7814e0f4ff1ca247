using Rom.Indexing;
using Rom.Serialization;

namespace Rom.Storage.Memory;

/// <summary>What a search plan means: its filter on every row, its order on those that match, its window on that.</summary>
internal static class MemorySearch
{
    public static SearchResult Run(SearchPlan plan, MemoryTable table)
    {
        List<byte[]?[]> matches = [.. table.Rows.Values.Select(fields => MemoryTable.Row(plan.Model, fields)).Where(row => Matches(plan.Filter, row))];
        IEnumerable<byte[]?[]> window = matches;
        if (plan.Return == SearchReturn.Rows)
        {
            List<(byte[] Order, byte[]?[] Row)> ordered = [.. matches.Select(row => (plan.Order is { } order ? IndexEntries.Ordered(order, row) : [], row))];
            ordered.Sort((x, y) => x.Order.AsSpan().SequenceCompareTo(y.Order) is not 0 and int byOrder
                ? byOrder
                : x.Row[0].AsSpan().SequenceCompareTo(y.Row[0]));
            if (plan.Descending) ordered.Reverse();
            window = ordered.Select(pair => pair.Row);
        }

        window = window.Skip((int)Math.Min(plan.Skip, int.MaxValue)).Take((int)Math.Min(plan.Take ?? int.MaxValue, int.MaxValue));
        List<byte[]?[]> rows = [.. window];
        return new SearchResult(plan.Return == SearchReturn.Rows ? rows : [], rows.Count, table.Rows.Count);
    }

    private static bool Matches(SearchFilter filter, byte[]?[] row) => filter switch
    {
        ConstantFilter constant => constant.Value,
        AndFilter and => and.Parts.All(part => Matches(part, row)),
        OrFilter or => or.Parts.Any(part => Matches(part, row)),
        RangeFilter range => InRange(range, row),
        PostingFilter posting => HasToken(posting, row) != posting.Negated,
        WordPrefixFilter words => HasWord(words, row) != words.Negated,
        UniqueFilter unique => HasValue(unique, row) != unique.Negated,
        NullFilter isNull => !StoredText.TryGetValue(isNull.Column, row[isNull.Column.Ordinal], out _) != isNull.Negated,
        KeyFilter keys => keys.Keys.Any(key => key.AsSpan().SequenceEqual(row[0])) != keys.Negated,
        _ => throw new InvalidOperationException($"{filter.GetType().Name} is no filter that this engine knows."),
    };

    private static bool InRange(RangeFilter filter, byte[]?[] row)
    {
        byte[] encoded = IndexEntries.Ordered(filter.Index, row);
        return filter.Ranges.Any(range => range.Contains(encoded));
    }

    private static bool HasToken(PostingFilter filter, byte[]?[] row)
    {
        List<IndexEntry> entries = [];
        IndexEntries.Append(filter.Index, row, entries);
        return entries.Any(entry => filter.Tokens.Any(token => token is null ? entry.Token is null : entry.Token is not null && token.AsSpan().SequenceEqual(entry.Token)));
    }

    private static bool HasWord(WordPrefixFilter filter, byte[]?[] row)
    {
        List<IndexEntry> entries = [];
        IndexEntries.Append(filter.Index, row, entries);
        return entries.Any(entry => entry.Token is { } word && word.AsSpan().StartsWith(filter.Prefix));
    }

    private static bool HasValue(UniqueFilter filter, byte[]?[] row) =>
        IndexEntries.Unique(filter.Unique, row) is { } value && filter.Values.Any(one => one.AsSpan().SequenceEqual(value));
}
