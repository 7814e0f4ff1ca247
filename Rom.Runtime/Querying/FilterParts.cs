using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>A filter as a flat list of conditions that must all hold, with ranges on one index joined.</summary>
internal static class FilterParts
{
    public static List<SearchFilter> Of(SearchFilter filter)
    {
        List<SearchFilter> parts = [];
        Flatten(filter, parts);
        JoinRanges(parts);
        return parts;
    }

    private static bool IsNone(SearchFilter part) => part is ConstantFilter { Value: false } or RangeFilter { Ranges.Count: 0 };

    /// <summary>Whether some condition is one that no row meets.</summary>
    public static bool MatchNothing(List<SearchFilter> parts)
    {
        foreach (SearchFilter part in parts) if (IsNone(part)) return true;
        return false;
    }

    /// <summary>Whether an index names the rows that a condition matches, so that no other row need be looked at. As <c>estimate</c> in shared/filter.lua.</summary>
    public static bool NamesRows(SearchFilter part) => part switch
    {
        RangeFilter or ConstantFilter { Value: false } => true,
        PostingFilter { Negated: false } or WordFilter { Negated: false } or GeoFilter { Negated: false } => true,
        UniqueFilter { Negated: false } or KeyFilter { Negated: false } or SuffixFilter { Negated: false } => true,
        AndFilter and => and.Parts.Any(NamesRows),
        OrFilter or => or.Parts.All(NamesRows),
        _ => false,
    };

    private static void Flatten(SearchFilter filter, List<SearchFilter> parts)
    {
        if (filter is AndFilter and) foreach (SearchFilter part in and.Parts) Flatten(part, parts);
        else if (filter is OrFilter or) AddBranches(FlattenOr(or), parts);
        else if (filter is LikeFilter { Negated: false } like) parts.AddRange([new RangeFilter(like.Index, like.Ranges), like]);
        else if (filter is not ConstantFilter { Value: true }) parts.Add(filter);
    }

    /// <summary>What the branches come down to, which need be no or: of constants one alone may be left, or every row.</summary>
    private static void AddBranches(SearchFilter flat, List<SearchFilter> parts)
    {
        if (flat is AndFilter and) parts.AddRange(and.Parts);
        else if (flat is not ConstantFilter { Value: true }) parts.Add(flat);
    }

    private static SearchFilter FlattenOr(OrFilter filter)
    {
        List<SearchFilter> branches = [];
        foreach (SearchFilter branch in filter.Parts)
        {
            SearchFilter joined = Join(Of(branch));
            if (joined is OrFilter nested) branches.AddRange(nested.Parts);
            else branches.Add(joined);
        }

        if (branches.Contains(ConstantFilter.All)) return ConstantFilter.All;
        branches.RemoveAll(branch => branch is ConstantFilter);
        UniteRanges(branches);
        return branches.Count switch { 0 => ConstantFilter.None, 1 => branches[0], _ => new OrFilter(branches) };
    }

    private static SearchFilter Join(List<SearchFilter> parts)
    {
        if (MatchNothing(parts)) return ConstantFilter.None;
        return parts.Count switch { 0 => ConstantFilter.All, 1 => parts[0], _ => new AndFilter([.. parts]) };
    }

    private static void JoinRanges(List<SearchFilter> parts) =>
        Combine(parts, ranges => ranges.Skip(1).Aggregate(ranges[0].Ranges, (common, range) => ByteRanges.Intersect(common, range.Ranges)));

    private static void UniteRanges(List<SearchFilter> branches) =>
        Combine(branches, ranges =>
        {
            List<ByteRange> all = [];
            foreach (RangeFilter range in ranges) all.AddRange(range.Ranges);
            return ByteRanges.Normalize(all);
        });

    /// <summary>Makes one range filter of all those on one index, in the place of the first.</summary>
    private static void Combine(List<SearchFilter> parts, Func<RangeFilter[], IReadOnlyList<ByteRange>> combine)
    {
        if (parts.Count < 2) return;
        foreach (IGrouping<IndexMetadata, RangeFilter> group in parts.OfType<RangeFilter>().GroupBy(range => range.Index).ToArray())
        {
            RangeFilter[] ranges = [.. group];
            if (ranges.Length == 1) continue;
            int first = parts.IndexOf(ranges[0]);
            parts.RemoveAll(part => part is RangeFilter range && range.Index == group.Key);
            parts.Insert(first, new RangeFilter(group.Key, combine(ranges)));
        }
    }
}
