using Rom.Benchmarks.Macro;
using Rom.Storage;
using StackExchange.Redis;

using ParcelQuery = Rom.RomQuery<Rom.Benchmarks.Scale.Parcel, long, Rom.Benchmarks.Scale.Parcel.Columns>;

namespace Rom.Benchmarks.Scale;

/// <summary>The same queries over a few and over many rows: what each visits, and what it takes the server.</summary>
internal static class ScaleCommand
{
    private const int Few = 2_000, Many = 63_000, Calls = 500, Writers = 32;

    private static readonly (string Name, Func<ParcelQuery, ParcelQuery> Build)[] Queries =
    [
        ("one section, heaviest 10", query => query.Where(p => p.Section == "section7").OrderByDescending(p => p.Weight).Take(10)),
        ("heaviest 10", query => query.OrderByDescending(p => p.Weight).Take(10)),
        ("range of weights, first 10", query => query.Where(p => p.Weight > 1_000).Take(10)),
        ("one section, range of weights, first 10", query => query.Where(p => p.Section == "section7" && p.Weight > 1_000).OrderBy(p => p.Weight).Take(10)),
        ("fragile, heaviest 10", query => query.Where(p => p.Fragile == true).OrderByDescending(p => p.Weight).Take(10)),
        ("not fragile, heaviest 10", query => query.Where(p => p.Fragile != true).OrderByDescending(p => p.Weight).Take(10)),
        ("by code", query => query.Where(p => p.Code == "P00000077")),
    ];

    public static async Task RunAsync()
    {
        PrivateServer server = await PrivateServer.StartAsync().ConfigureAwait(false);
        await using (server)
        {
            using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(ConfigurationOptions.Parse(server.Address), null).ConfigureAwait(false);
            ServerStatistics statistics = new(connection.GetDatabase(-1, null));
            RomDatabase few = RomDatabase.Over(connection, new RomOptions { KeyPrefix = "few:" }), many = RomDatabase.Over(connection, new RomOptions { KeyPrefix = "many:" });
            await FillAsync(few, Few).ConfigureAwait(false);
            await FillAsync(many, Many).ConfigureAwait(false);
            Console.WriteLine($"| query | visited at {Few:N0} | visited at {Many:N0} | server µs at {Few:N0} | server µs at {Many:N0} | ratio |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
            foreach ((string name, Func<ParcelQuery, ParcelQuery> build) in Queries)
            {
                (long visitedFew, double microsecondsFew) = await MeasureAsync(build(Parcel.Query(few)), statistics).ConfigureAwait(false);
                (long visitedMany, double microsecondsMany) = await MeasureAsync(build(Parcel.Query(many)), statistics).ConfigureAwait(false);
                Console.WriteLine($"| {name} | {visitedFew} | {visitedMany} | {microsecondsFew:F1} | {microsecondsMany:F1} | {microsecondsMany / microsecondsFew:F2} |");
            }
        }
    }

    private static async Task<(long Visited, double Microseconds)> MeasureAsync(ParcelQuery query, ServerStatistics statistics)
    {
        SearchResult result = await query.SearchAsync(SearchReturn.Rows).ConfigureAwait(false);
        await statistics.ResetAsync().ConfigureAwait(false);
        for (int i = 0; i < Calls; i++) await query.SearchAsync(SearchReturn.Rows).ConfigureAwait(false);
        return (result.Visited, await statistics.MicrosecondsPerCallAsync("evalsha").ConfigureAwait(false));
    }

    private static Task FillAsync(RomDatabase database, int rows) => Parallel.ForEachAsync(
        Enumerable.Range(0, rows), new ParallelOptions { MaxDegreeOfParallelism = Writers },
        async (number, cancellation) => await Parcel.Of(number).SaveAsync(database, cancellationToken: cancellation).ConfigureAwait(false));
}
