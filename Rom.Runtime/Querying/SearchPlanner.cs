using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>Turns a query into the plan of a search: one flat conjunction, ranges on one index joined, indexes over several columns used.</summary>
internal static class SearchPlanner
{
    /// <param name="model">The model.</param>
    /// <param name="query">Which rows.</param>
    /// <param name="what">What to return.</param>
    /// <param name="columns">The columns to read besides the key; null: all.</param>
    /// <param name="fromReplica">Whether a replica may answer, whatever the query says.</param>
    public static SearchPlan Plan(ModelMetadata model, QuerySpec query, SearchReturn what, IReadOnlyList<int>? columns = null, bool fromReplica = false)
    {
        List<SearchFilter> parts = FilterParts.Of(query.Filter);
        IReadOnlyList<OrderColumn> order = query.Order.Count > 0 ? Columns(query.Order) : [];
        bool descending = query.Order.Count > 0 && query.Order[0].IsDescending;
        IndexMetadata? index = order is [{ From: null }] ? query.Order[0].Index : null;
        // Without an order a single range comes in its own, other rows in that of what has them all: a function of the query, never of the data.
        if (order.Count == 0)
        {
            index = parts is [RangeFilter { Index.Columns.Count: 1 } only] ? only.Index : model.RowSource;
            order = index?.Order ?? [];
        }

        if (CompositeIndexes.Apply(model, parts, order) is { } composite)
        {
            index = composite;
            order = composite.Order;
        }

        bool matchesNothing = FilterParts.MatchNothing(parts);
        if (model is { HasKeyIndex: false, RowSource: null } && !matchesNothing && !parts.Exists(FilterParts.NamesRows)) throw NeedsEveryRow(model);
        SearchWalk? walk = matchesNothing ? null : Walk(model, parts, index, order);
        bool hasGroups = walk is null && !matchesNothing && order is [{ IsOfIndex: true }, _, ..];
        return new SearchPlan(model, matchesNothing ? [ConstantFilter.None] : parts, what)
        {
            Columns = columns, FromReplica = fromReplica || query.FromReplica, Order = order, Descending = descending, Skip = query.Skip, Take = query.Take,
            Walk = walk, Groups = hasGroups ? Walk(model, parts, query.Order[0].Index, [order[0]]) : null,
        };
    }

    private static QueryException NeedsEveryRow(ModelMetadata model) => new(
        $"This query of {model.Name} would have to look at every row, and the model keeps neither a set of its keys ([PrimaryKey(Index = false)]) nor an "
        + "Ordered index, which would stand in for it. Add a condition that an index finds rows by (==, In, IsNull, words, an area; not its opposite), "
        + "give the model an Ordered index, or remove Index = false.");

    /// <summary>The columns as the first one's direction sees them.</summary>
    private static List<OrderColumn> Columns(IReadOnlyList<QueryOrder> order)
    {
        List<OrderColumn> columns = [];
        foreach (QueryOrder one in order)
        {
            if (columns.Any(column => column.Column == one.Index.Column && column.From == one.From)) continue;
            bool nullsFirst = one.Nulls == Nulls.First || one.Nulls == Nulls.Lowest && !one.IsDescending;
            columns.Add(new OrderColumn(one.Index.Column, one.IsDescending != order[0].IsDescending, nullsFirst == order[0].IsDescending, one.From));
        }

        return columns;
    }

    private static SearchWalk? Walk(ModelMetadata model, List<SearchFilter> parts, IndexMetadata? index, IReadOnlyList<OrderColumn> order)
    {
        if (index is null) return order.Count == 0 && model.HasKeyIndex ? new SearchWalk(null, SearchWalk.Everything, Covers: null) : null;
        RangeFilter? covers = null;
        foreach (SearchFilter part in parts)
        {
            if (part is not RangeFilter range || range.Index != index) continue;
            covers = range;
            break;
        }

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
