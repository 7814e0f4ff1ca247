using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>Puts together what the calls of one search say that they did: the text that <c>explain.lua</c> adds to a reply.</summary>
internal sealed class SearchTracer(SearchPlan plan)
{
    private const int Header = 3;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<SearchFilter, ConditionTrace> _conditions = new(ReferenceEqualityComparer.Instance);
    private SearchWay _way = SearchWay.Skipped;
    private bool _isServerTime = true;
    private long _microseconds;
    private int _calls;

    /// <summary>Notes what a call says of itself, and returns the rest of its reply.</summary>
    /// <param name="sent">What was asked, without what the client tests.</param>
    /// <param name="reply">The reply.</param>
    public RedisValue[] Take(SearchPlan sent, RedisValue[] reply)
    {
        _calls++;
        if ((long)reply[0] == RedisSearch.SchemaDiffers) return reply;
        long[] numbers = Array.ConvertAll(((string)reply[^1]!).Split(' '), text => long.Parse(text, CultureInfo.InvariantCulture));
        _microseconds += numbers[0];
        _isServerTime &= numbers[0] > 0;
        // Only a call that begins the search estimates and chooses; the others go on.
        if (_way == SearchWay.Skipped && (long)reply[0] != RedisSearch.TooHeavy) _way = WayOf(numbers);
        int at = Header;
        for (int i = 0; i < sent.Conditions.Count; i++)
        {
            ConditionUse use = i + 1 == numbers[2] ? ConditionUse.Drives
                : _way == SearchWay.Walked && sent.Walk!.Covers == sent.Conditions[i] ? ConditionUse.InOrder
                : _way == SearchWay.Grouped && sent.Groups!.Covers == sent.Conditions[i] ? ConditionUse.InOrder
                : _way == SearchWay.Nearest && NearestRings.Of(sent).Around == sent.Conditions[i] ? ConditionUse.InOrder
                : _way == SearchWay.Counted && (long)reply[0] >= 0 ? ConditionUse.Counted
                : ConditionUse.NotNeeded;
            Add(sent.Conditions[i], use, numbers, ref at);
        }

        return reply[..^1];
    }

    private static SearchWay WayOf(long[] numbers) => numbers[2] switch { -1 => SearchWay.Grouped, < -1 => SearchWay.Nearest, _ => (SearchWay)numbers[1] };

    /// <summary>Notes that the client tested a row.</summary>
    public void AddTest(SearchFilter test, bool passes)
    {
        ConditionTrace before = _conditions.GetValueOrDefault(test);
        _conditions[test] = before with { Use = ConditionUse.TestedByClient, Tested = before.Tested + 1, Passed = before.Passed + (passes ? 1 : 0) };
    }

    public SearchTrace Trace(SearchResult result)
    {
        List<ConditionTrace> conditions = [];
        if (_calls > 0) foreach (SearchFilter condition in plan.Conditions) Append(condition, conditions);
        return new SearchTrace(
            _way, conditions, result.Count, result.Visited, _calls,
            _isServerTime ? TimeSpan.FromMicroseconds(_microseconds) : _clock.Elapsed, _isServerTime && _calls > 0);
    }

    private void Append(SearchFilter filter, List<ConditionTrace> to)
    {
        to.Add(_conditions[filter]);
        foreach (SearchFilter part in filter.Parts) Append(part, to);
    }

    private void Add(SearchFilter filter, ConditionUse use, long[] numbers, ref int at)
    {
        (bool isIntersected, long estimate, long visited, long tested, long passed) = (numbers[at] == 1, numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4]);
        at += 5;
        if (isIntersected) use = ConditionUse.Intersected;
        else if (use == ConditionUse.NotNeeded && tested > 0) use = ConditionUse.Tested;
        else if (use == ConditionUse.NotNeeded && visited > 0) use = ConditionUse.Drives;
        if (_conditions.TryGetValue(filter, out ConditionTrace before))
        {
            _conditions[filter] = new ConditionTrace(
                before.Use == ConditionUse.NotNeeded ? use : before.Use, before.Estimate, before.Visited + visited, before.Tested + tested, before.Passed + passed);
        }
        else
        {
            _conditions[filter] = new ConditionTrace(use, estimate < 0 ? null : estimate, visited, tested, passed);
        }

        foreach (SearchFilter part in filter.Parts) Add(part, ConditionUse.NotNeeded, numbers, ref at);
    }
}
