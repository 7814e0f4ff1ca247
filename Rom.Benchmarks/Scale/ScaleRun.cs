using System.Diagnostics;
using System.Globalization;
using Rom.Benchmarks.Macro;
using StackExchange.Redis;

namespace Rom.Benchmarks.Scale;

/// <summary>What one question cost: microseconds of the server for each of the three, and the rows that Rom's call looked at.</summary>
internal sealed record ScaleFigures(string Name, long Visited, double Rom, double Hand, double? TempKey);

/// <summary>What one costly question took in all, and its slowest call.</summary>
internal sealed record BoundFigures(string Name, long Answer, long Calls, long Visited, double SlowestMilliseconds, double ServerMilliseconds);

/// <summary>One server with so many parcels, stored by Rom and by plain commands under the same keys.</summary>
internal sealed class ScaleRun
{
    private const int Chunk = 500, Writers = 2, MostCalls = 300, FewestCalls = 3;

    /// <summary>Of one question.</summary>
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(0.3);

    private readonly RomDatabase _rom;
    private readonly SearchMeter _meter;
    private readonly PlainParcels _plain;
    private readonly ServerStatistics _statistics;

    private ScaleRun(IConnectionMultiplexer connection)
    {
        IDatabase database = connection.GetDatabase(-1, null);
        _rom = SearchMeter.Open(connection, out _meter);
        (_plain, _statistics) = (new PlainParcels(database), new ServerStatistics(database));
    }

    public static async Task<ScaleRun> FillAsync(IConnectionMultiplexer connection, int rows)
    {
        ScaleRun run = new(connection);
        await Parallel.ForEachAsync(Enumerable.Range(0, rows).Chunk(Chunk), new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (numbers, cancellation) =>
        {
            Parcel[] parcels = [.. numbers.Select(Parcel.Of)];
            await run._rom.SaveAllAsync(parcels, cancellation).ConfigureAwait(false);
            foreach (Parcel parcel in parcels) run._plain.Store(parcel.Id, parcel);
            // Nothing waits for those, so that they would pile up in the client.
            await run._plain.Database.PingAsync().ConfigureAwait(false);
        }).ConfigureAwait(false);
        return run;
    }

    public async Task<List<ScaleFigures>> MeasureAsync()
    {
        HandQueries hand = new(_plain);
        TempKeyQueries tempKey = new(_plain);
        List<ScaleFigures> all = [];
        foreach (ScaleQuery query in ScaleQueries.List)
        {
            _meter.Take();
            long[] answer = await query.Rom(_rom).ConfigureAwait(false);
            long visited = _meter.Take().Visited;
            Check(query, "by hand", answer, await query.Hand(hand).ConfigureAwait(false));
            if (query.TempKey is { } other) Check(query, "with temporary keys", answer, await other(tempKey).ConfigureAwait(false));
            all.Add(new ScaleFigures(
                query.Name, visited,
                await TimeAsync(() => query.Rom(_rom)).ConfigureAwait(false),
                await TimeAsync(() => query.Hand(hand)).ConfigureAwait(false),
                query.TempKey is { } measured ? await TimeAsync(() => measured(tempKey)).ConfigureAwait(false) : null));
        }

        return all;
    }

    public async Task<List<BoundFigures>> MeasureBoundsAsync()
    {
        List<BoundFigures> all = [];
        foreach (BoundQuery query in BoundQueries.All)
        {
            await query.Ask(Parcel.Query(_rom)).ConfigureAwait(false);
            _meter.Take();
            await _statistics.ResetAsync().ConfigureAwait(false);
            long answer = await query.Ask(Parcel.Query(_rom)).ConfigureAwait(false);
            (long calls, long visited) = _meter.Take();
            all.Add(new BoundFigures(
                query.Name, answer, calls, visited, await _statistics.SlowestMillisecondsAsync().ConfigureAwait(false),
                await _statistics.MicrosecondsAsync().ConfigureAwait(false) / 1000));
        }

        return all;
    }

    /// <summary>The server's time for one question.</summary>
    private async Task<double> TimeAsync(Func<Task<long[]>> ask)
    {
        await ask().ConfigureAwait(false);
        await _statistics.ResetAsync().ConfigureAwait(false);
        long start = Stopwatch.GetTimestamp();
        int calls = 0;
        for (; calls < FewestCalls || calls < MostCalls && Stopwatch.GetElapsedTime(start) < Duration; calls++) await ask().ConfigureAwait(false);
        return await _statistics.MicrosecondsAsync().ConfigureAwait(false) / calls;
    }

    private static void Check(ScaleQuery query, string how, long[] expected, long[] actual)
    {
        if (expected.SequenceEqual(actual) || !query.IsOrdered && expected.Order().SequenceEqual(actual.Order())) return;
        throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"{query.Name}: {how} the answer is {string.Join(' ', actual)}, Rom's is {string.Join(' ', expected)}."));
    }
}
