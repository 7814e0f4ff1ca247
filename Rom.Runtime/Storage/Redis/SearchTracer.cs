using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>Puts together what the calls of one search say that they did: the text that <c>explain.lua</c> adds to a reply.</summary>
internal sealed class SearchTracer(SearchPlan plan)
{
    private const int Header = 3, PerCondition = 5;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<ConditionTrace> _conditions = [];
    private SearchWay _way = SearchWay.Skipped;
    private bool _isServerTime = true;
    private long _microseconds;
    private int _calls;

    /// <summary>Notes what a call says of itself, and returns the rest of its reply.</summary>
    public RedisValue[] Take(RedisValue[] reply)
    {
        if ((long)reply[0] < 0) return reply;
        long[] numbers = Array.ConvertAll(((string)reply[^1]!).Split(' '), text => long.Parse(text, CultureInfo.InvariantCulture));
        _microseconds += numbers[0];
        _isServerTime &= numbers[0] > 0;
        // Only the first call estimates and chooses; the others go on.
        if (_calls++ == 0) _way = (SearchWay)numbers[1];
        int at = Header;
        for (int i = 0; i < plan.Conditions.Count; i++)
        {
            ConditionUse use = i + 1 == numbers[2] ? ConditionUse.Drives
                : _way == SearchWay.Walked && plan.Walk!.Covers == plan.Conditions[i] ? ConditionUse.InOrder
                : _way == SearchWay.Counted ? ConditionUse.Counted
                : ConditionUse.NotNeeded;
            Add(plan.Conditions[i], use, numbers, ref at);
        }

        return reply[..^1];
    }

    public SearchTrace Trace(SearchResult result) => new(
        _way, _conditions, result.Count, result.Visited, _calls,
        _isServerTime ? TimeSpan.FromMicroseconds(_microseconds) : _clock.Elapsed, _isServerTime && _calls > 0);

    private void Add(SearchFilter filter, ConditionUse use, long[] numbers, ref int at)
    {
        ConditionTrace now = new(use, numbers[at + 1] < 0 ? null : numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4]);
        int place = at / PerCondition;
        if (numbers[at] == 1) now = now with { Use = ConditionUse.Intersected };
        else if (use == ConditionUse.NotNeeded && now.Tested > 0) now = now with { Use = ConditionUse.Tested };
        else if (use == ConditionUse.NotNeeded && now.Visited > 0) now = now with { Use = ConditionUse.Drives };
        if (place == _conditions.Count)
        {
            _conditions.Add(now);
        }
        else
        {
            ConditionTrace before = _conditions[place];
            _conditions[place] = new ConditionTrace(
                before.Use == ConditionUse.NotNeeded ? now.Use : before.Use, before.Estimate, before.Visited + now.Visited, before.Tested + now.Tested, before.Passed + now.Passed);
        }

        at += PerCondition;
        foreach (SearchFilter part in filter.Parts) Add(part, ConditionUse.NotNeeded, numbers, ref at);
    }
}
