using System.Diagnostics;
using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.Storage.Memory;

/// <summary>What a search plan means: its conditions on every row, its order on those that match, its window on that.</summary>
internal static class MemorySearch
{
    public static SearchResult Run(SearchPlan plan, MemoryTable table)
    {
        List<byte[]?[]> matches =
            [.. table.Rows.Values.Select(fields => MemoryTable.Row(plan.Model, fields)).Where(row => plan.Conditions.All(part => Matches(part, row)))];
        IEnumerable<byte[]?[]> window = plan.Return == SearchReturn.Rows ? InOrder(plan, matches) : matches;
        window = window.Skip((int)Math.Min(plan.Skip, int.MaxValue)).Take((int)Math.Min(plan.Take ?? int.MaxValue, int.MaxValue));
        List<byte[]?[]> rows = [.. window];
        return new SearchResult(plan.Return == SearchReturn.Rows ? rows : [], rows.Count, table.Rows.Count);
    }

    /// <summary>Every condition is tested on every row, so that what it matches is its estimate too.</summary>
    public static SearchTrace Explain(SearchPlan plan, MemoryTable table)
    {
        Stopwatch clock = Stopwatch.StartNew();
        SearchResult result = Run(plan, table);
        TimeSpan time = clock.Elapsed;
        List<ConditionTrace> conditions = [];
        List<byte[]?[]> rows = [.. table.Rows.Values.Select(fields => MemoryTable.Row(plan.Model, fields))];
        foreach (SearchFilter condition in plan.Conditions) Add(condition);
        return new SearchTrace(SearchWay.Scanned, conditions, result.Count, result.Visited, Calls: 1, time, IsServerTime: false);

        void Add(SearchFilter filter)
        {
            int passed = rows.Count(row => Matches(filter, row));
            conditions.Add(new ConditionTrace(ConditionUse.Tested, passed, Visited: 0, rows.Count, passed));
            foreach (SearchFilter part in filter.Parts) Add(part);
        }
    }

    private static IEnumerable<byte[]?[]> InOrder(SearchPlan plan, List<byte[]?[]> matches)
    {
        List<(OrderPosition Position, byte[]?[] Row)> ordered = [.. matches.Select(row => (OrderPosition.Of(plan, row), row))];
        int direction = plan.Descending ? -1 : 1;
        ordered.Sort((x, y) => direction * x.Position.CompareTo(y.Position));
        IEnumerable<(OrderPosition Position, byte[]?[] Row)> rest = plan.After is { } after
            ? ordered.Where(one => direction * one.Position.CompareTo(after) > 0)
            : ordered;
        return rest.Select(one => one.Row);
    }

    public static bool Matches(SearchFilter filter, byte[]?[] row) => filter switch
    {
        ConstantFilter constant => constant.Value,
        AndFilter and => and.Parts.All(part => Matches(part, row)),
        OrFilter or => or.Parts.Any(part => Matches(part, row)),
        RangeFilter range => InRange(range, row),
        PostingFilter posting => HasToken(posting, row) != posting.Negated,
        WordFilter words => HasWord(words, row) != words.Negated,
        UniqueFilter unique => HasValue(unique, row) != unique.Negated,
        NullFilter isNull => !StoredText.TryGetValue(isNull.Column, row[isNull.Column.Ordinal], out _) != isNull.Negated,
        KeyFilter keys => keys.Keys.Any(key => key.AsSpan().SequenceEqual(row[0])) != keys.Negated,
        SuffixFilter suffix => EndsWith(suffix, row) != suffix.Negated,
        GeoFilter geo => IsWithin(geo, row) != geo.Negated,
        LikeFilter like => IsLike(like, row) != like.Negated,
        CompareFilter compare => Compares(compare, row) != compare.Negated,
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

    private static bool HasWord(WordFilter filter, byte[]?[] row)
    {
        List<IndexEntry> entries = [];
        IndexEntries.Append(filter.Index, row, entries);
        return entries.Any(entry => entry.Token is { } word && (filter.Reversed ? OrderedEncoding.Reverse(word) : word).AsSpan().StartsWith(filter.Prefix) && filter.Pattern?.Matches(word.AsSpan(0, Math.Min(word.Length, KeyLimits.MaxTextLength))) != false);
    }

    private static bool HasValue(UniqueFilter filter, byte[]?[] row) =>
        IndexEntries.Unique(filter.Unique, row) is { } value && filter.Values.Any(one => one.AsSpan().SequenceEqual(value));

    private static bool EndsWith(SuffixFilter filter, byte[]?[] row) =>
        StoredText.TryGetValue(filter.Index.Column, row[filter.Index.Column.Ordinal], out ReadOnlySpan<byte> text) && text.EndsWith(filter.Suffix);

    private static bool IsWithin(GeoFilter filter, byte[]?[] row) =>
        IndexValues.Of(filter.Index, row) is { } text && PointFormat.TryRead(text, out GeoPoint point) && filter.Area.Contains(point);

    private static bool IsLike(LikeFilter filter, byte[]?[] row) =>
        StoredText.TryGetValue(filter.Index.Column, row[filter.Index.Column.Ordinal], out ReadOnlySpan<byte> text) && filter.Pattern.Matches(text);

    private static bool Compares(CompareFilter filter, byte[]?[] row)
    {
        bool hasLeft = StoredText.TryGetValue(filter.Left, row[filter.Left.Ordinal], out ReadOnlySpan<byte> left);
        bool hasRight = StoredText.TryGetValue(filter.Right, row[filter.Right.Ordinal], out ReadOnlySpan<byte> right);
        if (!hasLeft || !hasRight) return filter.Operator == ColumnOperator.Equal && !hasLeft && !hasRight;
        if (filter.Left.Kind == ValueKind.Double && (left.SequenceEqual("NaN"u8) || right.SequenceEqual("NaN"u8))) return false;
        if (filter.Operator == ColumnOperator.Equal)
            return OrderedEncoding.Encode(filter.Left.Kind, left).AsSpan().SequenceEqual(OrderedEncoding.Encode(filter.Right.Kind, right));
        int order = OrderedEncoding.EncodeBound(filter.Left.Kind, left).AsSpan().SequenceCompareTo(OrderedEncoding.EncodeBound(filter.Right.Kind, right));
        return filter.Operator == ColumnOperator.Less ? order < 0 : order <= 0;
    }
}
