using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys and arguments of <c>search.lua</c>.</summary>
internal readonly struct SearchCall
{
    private const int FixedFields = 7;

    public SearchCall(SearchPlan plan, KeySpace keys, RedisValue[] fields, int budget, SearchProgress progress)
    {
        Keys = [keys.Rows, keys.Schema];
        Arguments = new RedisValue[4 + fields.Length];
        Arguments[0] = keys.Fingerprint;
        Arguments[1] = keys.RowHead;
        Arguments[2] = MemberForm.Of(plan.Model);
        Arguments[3] = Query(plan, keys, budget, progress);
        fields.CopyTo(Arguments, 4);
    }

    public RedisKey[] Keys { get; }

    public RedisValue[] Arguments { get; }

    private static RedisValue Query(SearchPlan plan, KeySpace keys, int budget, SearchProgress progress)
    {
        PackedArgument query = new();
        FilterNodes nodes = new(query, keys);
        bool counting = plan.Return == SearchReturn.Count;
        SearchWalk? walk = counting ? null : plan.Walk, groups = plan.IsSmallWindow ? plan.Groups : null;
        NearestRings rings = NearestRings.Of(plan);
        byte[]? after = plan.After is { } position ? [.. position.Entry, .. keys.Member(position.Key)] : null;
        query.Map(FixedFields + Flag(counting) + Flag(plan.Descending) + Flag(walk is not null) + Flag(groups is not null) + Flag(progress.IsWalking)
            + 2 * Flag(rings.Circles.Count > 0) + Flag(plan.IsSmallWindow) + Flag(after is not null) + Flag(progress.Last is not null) + Flag(progress.Place is not null));
        nodes.Forms("rows"u8, plan.Model.RowSource?.Columns ?? []);
        query.Add("skip"u8, plan.Skip);
        query.Add("take"u8, plan.Take ?? -1);
        query.Add("budget"u8, budget);
        if (counting) query.Add("count"u8, true);
        if (plan.Descending) query.Add("descending"u8, true);
        if (progress.IsWalking) query.Add("walking"u8, true);
        if (plan.IsSmallWindow) query.Add("window"u8, true);
        if (after is not null) query.Add("after"u8, after);
        if (progress.Last is not null) query.Add("last"u8, progress.Last);
        if (progress.Place is not null) query.Add("place"u8, progress.Place);
        query.Add("conditions"u8);
        query.Array(plan.Conditions.Count);
        foreach (SearchFilter condition in plan.Conditions) nodes.Add(condition);
        if (rings.Circles.Count > 0)
        {
            query.Add("rings"u8);
            query.Array(rings.Circles.Count);
            foreach (GeoFilter circle in rings.Circles) nodes.Add(circle);
            query.Add("around"u8, rings.Around is null ? 0 : Number(plan, rings.Around));
        }

        query.Add("order"u8);
        query.Array(plan.Order.Count);
        foreach (OrderColumn order in plan.Order)
        {
            query.Map(order.From is null ? 4 : 6);
            nodes.Column(order.Column);
            if (order.From is { } from)
            {
                query.Add("longitude"u8, from.Longitude);
                query.Add("latitude"u8, from.Latitude);
            }

            query.Add("reversed"u8, order.IsReversed);
            query.Add("nullsHigh"u8, order.IsNullHigh);
        }

        if (walk is not null) Walk("walk"u8, query, nodes, plan, walk);
        if (groups is not null) Walk("groups"u8, query, nodes, plan, groups);
        query.Add("needs"u8);
        query.Array(nodes.Needs.Count);
        foreach (int column in nodes.Needs) query.Add(plan.Model.Columns[column].StoredNameBytes);
        return query.ToArgument();
    }

    private static void Walk(ReadOnlySpan<byte> name, PackedArgument query, FilterNodes nodes, SearchPlan plan, SearchWalk walk)
    {
        query.Add(name);
        query.Map(walk.Covers is null ? 3 : 4);
        nodes.Source(walk.Index, walk.Ranges);
        if (walk.Covers is null) return;
        query.Add("covers"u8, Number(plan, walk.Covers));
    }

    /// <summary>The number by which the script knows a condition.</summary>
    private static int Number(SearchPlan plan, SearchFilter condition)
    {
        int at = 0;
        while (plan.Conditions[at] != condition) at++;
        return at + 1;
    }

    private static int Flag(bool isThere) => isThere ? 1 : 0;
}
