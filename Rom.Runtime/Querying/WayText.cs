using Rom.Storage;

namespace Rom.Querying;

/// <summary>How a search found its rows, as text.</summary>
internal static class WayText
{
    public static string Of(SearchPlan plan, SearchTrace trace) => trace.Way switch
    {
        SearchWay.Counted => "counts by an index, no row is looked at",
        SearchWay.Walked => $"walks {Index(plan)}{Direction(plan)}{(plan.Take is null ? "" : ", until the window is full")}",
        SearchWay.Grouped => $"walks the index {plan.Groups!.Index!.Name}{Direction(plan)} until the window is full and the last value is complete{Sorted(plan)}",
        SearchWay.Nearest => $"looks around the point that the order begins at, wider until the window is full{Sorted(plan)}",
        SearchWay.Driven when trace.Conditions.Any(condition => condition.Use == ConditionUse.Drives) => $"takes what the driving condition names{Sorted(plan)}",
        SearchWay.Driven => $"takes all rows{Sorted(plan)}",
        SearchWay.Scanned => $"looks at every row, the store in memory has no indexes{Sorted(plan)}",
        _ => "asks nothing, the window is empty",
    };

    private static string Index(SearchPlan plan) => plan.Walk!.Index is { } index ? $"the index {index.Name}" : "all keys";

    private static string Direction(SearchPlan plan) => plan.Descending ? ", descending" : "";

    private static string Sorted(SearchPlan plan)
    {
        if (plan.Return == SearchReturn.Count) return "";
        IEnumerable<string> columns = plan.Order.Select(order =>
            (order.From is null ? order.Column.Property : $"distance of {order.Column.Property}") + (order.IsReversed != plan.Descending ? " descending" : ""));
        return $", sorted by {string.Join(", ", columns.Append(plan.Descending ? "key descending" : "key"))}";
    }
}
