using Rom.Errors;
using Rom.Serialization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>How far the calls of a search have come.</summary>
/// <param name="IsWalking">Whether an earlier call chose to walk the order.</param>
/// <param name="Place">Where the driving condition goes on.</param>
/// <param name="Last">The last entry that can be within the window.</param>
internal readonly record struct SearchProgress(bool IsWalking, byte[]? Place, byte[]? Last);

/// <summary>One search: as many calls as its work needs, each within the budget. A row that matches throughout comes exactly once.</summary>
internal sealed class RedisSearch(IRedisConnection connection, SearchPlan plan, KeySpace keys, int budget, RedisEngine engine, SearchTracer? tracer = null)
{
    private const int Header = 5;

    /// <summary>Matches of a search that no index orders, each with what it is ordered by.</summary>
    private readonly List<(byte[] Entry, byte[]?[] Row)> _matches = [];
    private readonly List<byte[]?[]> _rows = [];
    private readonly RedisValue[] _fields =
        plan.Columns is { } columns ? [keys.Fields[0], .. columns.Select(column => keys.Fields[column])] : keys.Fields;
    private HashSet<byte[]>? _seen;
    private long _count, _visited;

    private enum State
    {
        Window,
        PartOfWindow,
        Matches,
        PartOfMatches,
    }

    public async Task<SearchResult> RunAsync(CancellationToken cancellationToken)
    {
        SearchPlan rest = plan;
        if (plan.After is { } after && plan.Walk is { } walk)
            rest = plan with { Walk = walk.After(after.IndexEntry(plan.Order, keys.Member(after.Key)), plan.Descending) };
        SearchProgress progress = default;
        while (rest.Take != 0)
        {
            RedisValue[] reply = await CallAsync(rest, progress, cancellationToken).ConfigureAwait(false);
            if ((long)reply[0] < 0) throw Conflicts.Schema(plan.Model, (string)reply[1]!);
            _visited += (long)reply[0];
            State state = (State)(int)reply[2];
            if (state is State.Window or State.PartOfWindow)
            {
                AddRows(reply);
                _count += (long)reply[1];
                if (state == State.Window) break;
                rest = rest with
                {
                    Walk = rest.Walk!.After(reply[3]!, plan.Descending), Skip = (long)reply[4], Take = rest.Take - (long)reply[1],
                };
                progress = progress with { IsWalking = true };
                continue;
            }

            if (state == State.PartOfMatches) _seen ??= new HashSet<byte[]>(ByteArrayComparer.Instance);
            AddMatches(reply);
            if (state == State.Matches)
            {
                TakeWindow();
                break;
            }

            progress = new SearchProgress(IsWalking: false, reply[3], LastOfWindow());
        }

        return new SearchResult(_rows, _count, _visited);
    }

    private async Task<RedisValue[]> ExplainAsync(SearchPlan rest, SearchProgress progress, CancellationToken cancellationToken)
    {
        SearchCall call = new(rest, keys, _fields, budget, progress);
        return tracer!.Take(await EvaluateAsync(RomScript.Explain, call.Keys, call.Arguments, cancellationToken).ConfigureAwait(false));
    }

    private Task<RedisValue[]> CallAsync(SearchPlan rest, SearchProgress progress, CancellationToken cancellationToken)
    {
        engine.CountRoundTrip();
        if (tracer is not null) return ExplainAsync(rest, progress, cancellationToken);
        if (PageCall.Answers(rest))
        {
            PageCall page = new(rest, keys, _fields, budget);
            return EvaluateAsync(RomScript.Page, page.Keys, page.Arguments, cancellationToken);
        }

        SearchCall call = new(rest, keys, _fields, budget, progress);
        return EvaluateAsync(RomScript.Search, call.Keys, call.Arguments, cancellationToken);
    }

    private Task<RedisValue[]> EvaluateAsync(RomScript script, RedisKey[] redisKeys, RedisValue[] arguments, CancellationToken cancellationToken) => plan.FromReplica
        ? connection.EvaluateOnReplicaAsync(script, redisKeys, arguments, cancellationToken)
        : connection.EvaluateAsync(script, redisKeys, arguments, mayWrite: false, cancellationToken);

    private void AddRows(RedisValue[] reply)
    {
        _rows.EnsureCapacity(_rows.Count + (reply.Length - Header) / _fields.Length);
        for (int at = Header; at < reply.Length; at += _fields.Length) _rows.Add(Row(reply, at));
    }

    private void AddMatches(RedisValue[] reply)
    {
        if (plan.Return == SearchReturn.Count)
        {
            if (reply.Length == Header) _count += (long)reply[1];
            else for (int at = Header; at < reply.Length; at++) if (IsNew(reply[at]!)) _count++;
            return;
        }

        // In the order of the keys an entry would be the key again.
        int entries = plan.Order.Count > 0 ? 1 : 0;
        _matches.EnsureCapacity(_matches.Count + (reply.Length - Header) / (entries + _fields.Length));
        for (int at = Header; at < reply.Length; at += entries + _fields.Length)
        {
            byte[]?[] row = Row(reply, at + entries);
            if (IsNew(row[0]!)) _matches.Add((entries > 0 ? reply[at]! : row[0]!, row));
        }
    }

    /// <summary>Scanning sets, and branches of an or, may name a row in several calls.</summary>
    private bool IsNew(byte[] key) => _seen?.Add(key) != false;

    /// <summary>The last match that can be within the window; what comes after it is dropped.</summary>
    private byte[]? LastOfWindow()
    {
        if (!plan.IsSmallWindow || _matches.Count < plan.Skip + plan.Take) return null;
        Sort();
        int most = (int)(plan.Skip + plan.Take!.Value);
        _matches.RemoveRange(most, _matches.Count - most);
        return plan.Order.Count > 0 ? _matches[^1].Entry : keys.Member(_matches[^1].Entry);
    }

    private void TakeWindow()
    {
        if (plan.Return == SearchReturn.Count)
        {
            _count = Math.Min(Math.Max(0, _count - plan.Skip), plan.Take ?? long.MaxValue);
            return;
        }

        if (!plan.IsUnordered) Sort();
        long end = plan.Take is { } take ? Math.Min(_matches.Count, plan.Skip + take) : _matches.Count;
        for (long i = plan.Skip; i < end; i++) _rows.Add(_matches[(int)i].Row);
        _count = _rows.Count;
    }

    private void Sort()
    {
        int direction = plan.Descending ? -1 : 1;
        _matches.Sort((x, y) => direction * x.Entry.AsSpan().SequenceCompareTo(y.Entry));
    }

    private byte[]?[] Row(RedisValue[] reply, int at)
    {
        byte[]?[] row = new byte[]?[plan.Model.Columns.Count];
        row[0] = reply[at];
        for (int i = 1; i < _fields.Length; i++) row[plan.Columns?[i - 1] ?? i] = reply[at + i];
        return row;
    }
}
