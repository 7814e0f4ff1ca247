using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>Turns a query into the plan of a search: one flat conjunction, ranges on one index joined, indexes over several columns used.</summary>
internal static class SearchPlanner
{
    public static SearchPlan Plan(ModelMetadata model, QuerySpec query, SearchReturn what)
    {
        List<SearchFilter> parts = FilterParts.Of(query.Filter);
        List<OrderColumn> order = Columns(query.Order);
        bool descending = query.Order.Count > 0 && query.Order[0].IsDescending;
        IndexMetadata? index = order.Count == 1 ? query.Order[0].Index : null;
        // Without an order a single range comes in its own: a function of the query, never of the data.
        if (order.Count == 0 && parts is [RangeFilter { Index.Columns.Count: 1 } only])
        {
            index = only.Index;
            order = [new OrderColumn(index.Column)];
        }

        if (CompositeIndexes.Apply(model, parts, order) is { } composite)
        {
            index = composite;
            order = [.. composite.Columns.Select(column => new OrderColumn(model.Columns[column]))];
        }

        bool matchesNothing = parts.Any(FilterParts.IsNone);
        return new SearchPlan(model, matchesNothing ? [ConstantFilter.None] : parts, what)
        {
            FromReplica = query.FromReplica, Order = order, Descending = descending, Skip = query.Skip, Take = query.Take, Walk = matchesNothing ? null : Walk(parts, index, order),
        };
    }

    /// <summary>The columns as the first one's direction sees them.</summary>
    private static List<OrderColumn> Columns(IReadOnlyList<QueryOrder> order)
    {
        List<OrderColumn> columns = [];
        foreach (QueryOrder one in order)
        {
            if (columns.Any(column => column.Column == one.Index.Column)) continue;
            bool nullsFirst = one.Nulls == Nulls.First || one.Nulls == Nulls.Lowest && !one.IsDescending;
            columns.Add(new OrderColumn(one.Index.Column, one.IsDescending != order[0].IsDescending, nullsFirst == order[0].IsDescending));
        }

        return columns;
    }

    private static SearchWalk? Walk(List<SearchFilter> parts, IndexMetadata? index, List<OrderColumn> order)
    {
        if (index is null) return order.Count == 0 ? new SearchWalk(null, SearchWalk.Everything, Covers: null) : null;
        RangeFilter? covers = parts.OfType<RangeFilter>().FirstOrDefault(range => range.Index == index);
        IReadOnlyList<ByteRange> ranges = covers?.Ranges ?? SearchWalk.Everything;
        if (order is [{ IsNullHigh: true }])
        {
            ranges =
            [
                .. ByteRanges.Intersect(ranges, [new ByteRange(OrderedEncoding.AfterNull, null)]),
                .. ByteRanges.Intersect(ranges, [new ByteRange([], OrderedEncoding.AfterNull)]),
            ];
        }

        return new SearchWalk(index, ranges, covers);
    }
}
