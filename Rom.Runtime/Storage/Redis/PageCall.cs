using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys and arguments of <c>page.lua</c>: a search that one index answers without a test.</summary>
internal readonly struct PageCall
{
    /// <summary>Ranges that are counted one by one, and are no more than a script takes from a table at once.</summary>
    private const int MostRanges = 64;

    public PageCall(SearchPlan plan, KeySpace keys, RedisValue[] fields, int budget)
    {
        SearchWalk walk = plan.Walk!;
        IReadOnlyList<int> columns = walk.Index?.Columns ?? [];
        CallWriter call = new(keys: 2, arguments: 4 + columns.Count + fields.Length + 2 * walk.Ranges.Count);
        call.AddKey(walk.Index is { } index ? keys.Ordered(index.Ordinal) : keys.AllKeys);
        call.AddKey(keys.Schema);
        call.Add(MessagePackNumbers.Of(
            [(int)plan.Skip, (int)(plan.Take + 1 ?? 0), plan.Descending ? 1 : 0, budget, columns.Count, fields.Length, walk.Ranges.Count]));
        call.Add(keys.Fingerprint);
        call.Add(keys.RowHead);
        call.Add(MemberForm.Of(plan.Model));
        foreach (int column in columns) call.Add(ColumnForm.ArgumentOf(plan.Model.Columns[column]));
        foreach (RedisValue field in fields) call.Add(field);
        foreach (ByteRange range in walk.Ranges)
        {
            call.Add(range.Low);
            call.Add(range.High ?? CallWriter.Empty);
        }

        (Keys, Arguments) = (call.Keys(), call.Arguments());
    }

    public RedisKey[] Keys { get; }

    public RedisValue[] Arguments { get; }

    /// <summary>Whether walking the order is all that there is to do.</summary>
    public static bool Answers(SearchPlan plan) =>
        plan is { Return: SearchReturn.Rows, Walk: { Ranges.Count: <= MostRanges } walk, Skip: <= int.MaxValue, Take: null or < int.MaxValue }
        && plan.Conditions.All(condition => condition == walk.Covers);
}
