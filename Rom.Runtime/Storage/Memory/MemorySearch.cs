using System.Diagnostics;

namespace Rom.Storage.Memory;

/// <summary>What a search plan means: its conditions on every row, its order on those that match, its window on that.</summary>
internal static class MemorySearch
{
    public static SearchResult Run(SearchPlan plan, MemoryTable table)
    {
        List<byte[]?[]> matches =
            [.. table.Rows.Values.Select(fields => MemoryTable.Row(plan.Model, fields)).Where(row => plan.Conditions.All(part => RowFilter.Matches(part, row)))];
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
            int passed = rows.Count(row => RowFilter.Matches(filter, row));
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
}
