using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>Turns a query into the plan of a search: one flat conjunction at the top, ranges on one index joined, indexes over several columns used.</summary>
internal static class SearchPlanner
{
    public static SearchPlan Plan(ModelMetadata model, QuerySpec query, SearchReturn what)
    {
        List<SearchFilter> parts = [];
        Flatten(query.Filter, parts);
        JoinRanges(parts);
        IndexMetadata? order = query.Order;
        // Without an order a single range comes in its own: a function of the query, never of the data.
        if (order is null && parts is [RangeFilter { Index.Columns.Count: 1 } only]) order = only.Index;
        order = CompositeIndexes.Apply(model, parts, order);
        return new SearchPlan(model, Join(parts), order, query.Descending, query.Skip, query.Take, what);
    }

    private static void Flatten(SearchFilter filter, List<SearchFilter> parts)
    {
        if (filter is AndFilter and) foreach (SearchFilter part in and.Parts) Flatten(part, parts);
        else if (filter is OrFilter or) parts.Add(FlattenOr(or));
        else if (filter is not ConstantFilter { Value: true }) parts.Add(filter);
    }

    private static SearchFilter FlattenOr(OrFilter filter)
    {
        List<SearchFilter> branches = [];
        foreach (SearchFilter branch in filter.Parts)
        {
            List<SearchFilter> parts = [];
            Flatten(branch, parts);
            JoinRanges(parts);
            SearchFilter joined = Join(parts);
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
        if (parts.Any(part => part is ConstantFilter { Value: false } or RangeFilter { Ranges.Count: 0 })) return ConstantFilter.None;
        return parts.Count switch { 0 => ConstantFilter.All, 1 => parts[0], _ => new AndFilter([.. parts]) };
    }

    private static void JoinRanges(List<SearchFilter> parts) =>
        Combine(parts, ranges => ranges.Skip(1).Aggregate(ranges[0].Ranges, (common, range) => ByteRanges.Intersect(common, range.Ranges)));

    private static void UniteRanges(List<SearchFilter> branches) =>
        Combine(branches, ranges => ByteRanges.Normalize(ranges.SelectMany(range => range.Ranges)));

    /// <summary>Makes one range filter of all those on one index, in the place of the first.</summary>
    private static void Combine(List<SearchFilter> parts, Func<RangeFilter[], IReadOnlyList<ByteRange>> combine)
    {
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
