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

    private static void JoinRanges(List<SearchFilter> parts) => Combine(parts, ByteRanges.Intersect);

    private static void UniteRanges(List<SearchFilter> branches) => Combine(branches, (left, right) => ByteRanges.Normalize(left.Concat(right)));

    private static void Combine(
        List<SearchFilter> parts, Func<IReadOnlyList<ByteRange>, IReadOnlyList<ByteRange>, IReadOnlyList<ByteRange>> combine)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not RangeFilter first) continue;
            for (int j = parts.Count - 1; j > i; j--)
            {
                if (parts[j] is not RangeFilter other || other.Index != first.Index) continue;
                first = first with { Ranges = combine(first.Ranges, other.Ranges) };
                parts.RemoveAt(j);
            }

            parts[i] = first;
        }
    }
}
