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
internal sealed class RedisSearch(
    IRedisConnection connection, SearchPlan plan, KeySpace keys, int budget, RedisEngine engine, Action<byte[]?[]>? visit = null, SearchTracer? tracer = null)
{
    /// <summary>First numbers of a reply that say that nothing was searched.</summary>
    public const int SchemaDiffers = -1, TooHeavy = -2, OtherKey = -3;

    private const int Header = 5;

    /// <summary>The units of work of the first call, and for each row of the window, when the client tests rows: it may need few of them.</summary>
    private const int FirstUnits = 1_000, UnitsPerRow = 20;

    /// <summary>Matches of a search that no index orders, each with what it is ordered by.</summary>
    private readonly List<(byte[] Entry, byte[]?[] Row)> _matches = [];
    private readonly List<byte[]?[]> _rows = [];

    /// <summary>The conditions that are too heavy for the script, which are tested here.</summary>
    private readonly List<SearchFilter> _tests = [];

    /// <summary>The keys of the rows that came, while what drives may name them again.</summary>
    private HashSet<byte[]>? _seen;
    private IReadOnlyList<int>? _columns = plan.Columns;
    private RedisValue[]? _fields;
    private long _count, _visited, _accepted, _units = budget;

    private enum State
    {
        Window,
        PartOfWindow,
        Matches,
        PartOfMatches,
    }

    public async Task<SearchResult> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SearchPlan rest = plan;
        if (plan.After is { } after && plan.Walk is { } walk)
            rest = plan with { Walk = walk.After(after.IndexEntry(plan.Order, keys.Member(after.Key)), plan.Descending) };
        SearchProgress progress = default;
        while (rest.Take != 0)
        {
            RedisValue[] reply = await NamedCallAsync(rest, progress, cancellationToken).ConfigureAwait(false);
            if ((long)reply[0] == OtherKey) throw Conflicts.OtherKey(plan.Model, reply[1]!);
            if ((long)reply[0] == SchemaDiffers) throw Conflicts.Schema(plan.Model, (string)reply[1]!);
            if ((long)reply[0] == TooHeavy)
            {
                rest = WithoutHeavy(rest, reply);
                continue;
            }

            _units = Math.Min(budget, 2 * _units);
            _visited += (long)reply[0];
            State state = (State)(int)reply[2];
            if (state is State.Window or State.PartOfWindow)
            {
                // Whoever asked for a number of rows has so many; of a list that is read whole none comes again where it moved to.
                if (state == State.PartOfWindow && plan is { Take: null, AllowsRepeats: false } && rest.Walk!.Index is not null) Remember();
                AddRows(reply);
                if (state == State.Window || IsFull) break;
                rest = rest with
                {
                    Walk = rest.Walk!.After(reply[3]!, plan.Descending), Skip = (long)reply[4], Take = rest.Take - (long)reply[1],
                };
                progress = progress with { IsWalking = true };
                continue;
            }

            if (state == State.PartOfMatches && (long)reply[4] == 1 && !plan.AllowsRepeats) Remember();
            AddMatches(reply);
            if (state == State.Matches)
            {
                TakeWindow();
                break;
            }

            progress = new SearchProgress(IsWalking: false, reply[3], LastOfWindow());
        }

        if (_tests.Count > 0) _count = Math.Min(Math.Max(0, _accepted - plan.Skip), plan.Take ?? long.MaxValue);
        return new SearchResult(_rows, _count, _visited);
    }

    /// <summary>Whether the client, which then counts the window too, has all of it.</summary>
    private bool IsFull => _tests.Count > 0 && _accepted - plan.Skip == plan.Take;

    private RedisValue[] Fields => _fields ??= _columns is { } columns ? [keys.Fields[0], .. columns.Select(column => keys.Fields[column])] : keys.Fields;

    /// <summary>What is left of a search for the script when the client tests some conditions: rows, all of them, with the columns that these look at.</summary>
    private SearchPlan WithoutHeavy(SearchPlan rest, RedisValue[] reply)
    {
        foreach (RedisValue number in reply[1..]) _tests.Add(plan.Conditions[(int)number - 1]);
        _fields = null;
        bool counts = plan.Return == SearchReturn.Count;
        _columns = counts || _columns is not null ? [.. (_columns ?? []).Concat(_tests.SelectMany(RowFilter.Columns)).Where(column => column != 0).Distinct()] : null;
        if (plan.Take is { } take) _units = Math.Min(budget, FirstUnits + (plan.Skip + take) * UnitsPerRow);
        return rest with { Conditions = [.. plan.Conditions.Where(condition => !_tests.Contains(condition))], Return = SearchReturn.Rows, Skip = 0, Take = null };
    }

    private async Task<RedisValue[]> ExplainAsync(SearchPlan rest, SearchProgress progress, CancellationToken cancellationToken)
    {
        SearchCall call = new(rest, keys, Fields, (int)_units, progress);
        return tracer!.Take(rest, await EvaluateAsync(RomScript.Explain, call.Keys, call.Arguments, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A call whose error names the key that stopped it: most travel in the question, so that the connection does not know them.</summary>
    private async Task<RedisValue[]> NamedCallAsync(SearchPlan rest, SearchProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(rest, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (RomException error) when (RedisErrors.IsOfWrongType(error))
        {
            error.Model ??= plan.Model.Name;
            error.Detail ??= await ForeignKeyAsync(new SearchCall(rest, keys, Fields, (int)_units, progress), cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<string?> ForeignKeyAsync(SearchCall call, CancellationToken cancellationToken)
    {
        try
        {
            RedisValue[] reply = await EvaluateAsync(RomScript.Foreign, call.Keys, call.Arguments, cancellationToken).ConfigureAwait(false);
            RedisKey[] found = Array.ConvertAll(reply, key => (RedisKey)(byte[])key!);
            RedisValue[] types = await EvaluateAsync(RomScript.Types, found, [], cancellationToken).ConfigureAwait(false);
            return ForeignKeys.Describe(found, Array.ConvertAll(types, type => (string)type!));
        }
        catch (RomException)
        {
            // The first error is what the caller has to know.
            return null;
        }
    }

    private Task<RedisValue[]> CallAsync(SearchPlan rest, SearchProgress progress, CancellationToken cancellationToken)
    {
        engine.CountRoundTrip(cancellationToken);
        if (tracer is not null) return ExplainAsync(rest, progress, cancellationToken);
        if (PageCall.Answers(rest))
        {
            PageCall page = new(rest, keys, Fields, (int)_units);
            return EvaluateAsync(RomScript.Page, page.Keys, page.Arguments, cancellationToken);
        }

        SearchCall call = new(rest, keys, Fields, (int)_units, progress);
        return EvaluateAsync(RomScript.Search, call.Keys, call.Arguments, cancellationToken);
    }

    private Task<RedisValue[]> EvaluateAsync(RomScript script, RedisKey[] redisKeys, RedisValue[] arguments, CancellationToken cancellationToken) => plan.FromReplica
        ? connection.EvaluateOnReplicaAsync(script, redisKeys, arguments, cancellationToken)
        : connection.EvaluateAsync(script, redisKeys, arguments, mayWrite: false, cancellationToken);

    private void AddRows(RedisValue[] reply)
    {
        if (_tests.Count == 0)
        {
            if (visit is null) _rows.EnsureCapacity(_rows.Count + (reply.Length - Header) / Fields.Length);
            if (reply.Length == Header) _count += (long)reply[1];
            for (int at = Header; at < reply.Length; at += Fields.Length)
            {
                byte[]?[] row = Row(reply, at);
                if (!IsNew(row[0]!)) continue;
                _count++;
                Add(row);
            }

            return;
        }

        for (int at = Header; at < reply.Length && !IsFull; at += Fields.Length)
        {
            byte[]?[] row = Row(reply, at);
            if (Passes(row) && IsNew(row[0]!) && ++_accepted > plan.Skip && plan.Return == SearchReturn.Rows) Add(row);
        }
    }

    private void Add(byte[]?[] row)
    {
        if (visit is null) _rows.Add(row);
        else visit(row);
    }

    private bool Passes(byte[]?[] row)
    {
        foreach (SearchFilter test in _tests)
        {
            bool passes = RowFilter.Matches(test, row);
            tracer?.AddTest(test, passes);
            if (!passes) return false;
        }

        return true;
    }

    private void AddMatches(RedisValue[] reply)
    {
        if (plan.Return == SearchReturn.Count && _tests.Count == 0)
        {
            if (reply.Length == Header) _count += (long)reply[1];
            else for (int at = Header; at < reply.Length; at++) if (IsNew(reply[at]!)) _count++;
            return;
        }

        // In the order of the keys an entry would be the key again.
        int entries = plan.Order.Count > 0 ? 1 : 0;
        for (int at = Header; at < reply.Length; at += entries + Fields.Length)
        {
            byte[]?[] row = Row(reply, at + entries);
            if (!Passes(row) || !IsNew(row[0]!)) continue;
            _accepted++;
            if (visit is not null && plan.IsUnordered) visit(row);
            else if (plan.Return == SearchReturn.Rows) _matches.Add((entries > 0 ? reply[at]! : row[0]!, row));
        }
    }

    private void Remember() => _seen ??= new HashSet<byte[]>(ByteArrayComparer.Instance);

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
        for (long i = plan.Skip; i < end; i++) Add(_matches[(int)i].Row);
        _count = Math.Max(0, end - plan.Skip);
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
        for (int i = 1; i < Fields.Length; i++) row[_columns?[i - 1] ?? i] = reply[at + i];
        return row;
    }
}
