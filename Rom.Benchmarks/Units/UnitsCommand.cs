using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rom.Benchmarks.Macro;
using Rom.Benchmarks.Models;
using StackExchange.Redis;

namespace Rom.Benchmarks.Units;

/// <summary>
/// Units of several sizes beside hand-written code and single saves: time and bytes for each entity, by one caller on one connection, in alternating
/// batches of one process.
/// </summary>
internal static class UnitsCommand
{
    private const int Entities = 2_000, Rounds = 9, WarmUpRounds = 2;

    private static readonly int[] Sizes = [1, 10, 100, 500];

    public static async Task RunAsync()
    {
        PrivateServer server = await PrivateServer.StartAsync().ConfigureAwait(false);
        await using (server)
        {
            using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(ConfigurationOptions.Parse(server.Address), null).ConfigureAwait(false);
            IDatabase database = connection.GetDatabase(-1, null);
            IUnitSide[] sides =
            [
                new HandBatch(database, "batch:"), new HandPipelined(database, "pipelined:"), new RomUnits(Over(connection, "units:")), new RomBulk(Over(connection, "bulk:")),
                new RomPipelined(Over(connection, "at-once:")), new RomSingles(Over(connection, "singles:")),
            ];
            Dictionary<(string Work, int Size, string Side), List<(double Time, double Bytes)>> samples = [];
            int next = 0;
            for (int round = -WarmUpRounds; round < Rounds; round++)
            {
                await Console.Error.WriteLineAsync(round < 0 ? "Warming up." : $"Round {round + 1} of {Rounds}.").ConfigureAwait(false);
                foreach (int size in Sizes)
                {
                    AccountData[] accounts = [.. Enumerable.Range(next, Entities).Select(AccountData.Of)];
                    next += Entities;
                    foreach (IUnitSide side in sides) side.Create(accounts);
                    foreach ((string work, Func<IUnitSide, int, Task> write) in Work(size))
                    {
                        foreach (IUnitSide side in round % 2 == 0 ? sides : sides.Reverse())
                        {
                            (double, double) sample = await MeasureAsync(side, write, size).ConfigureAwait(false);
                            if (round < 0) continue;
                            if (!samples.TryGetValue((work, size, side.Name), out List<(double, double)>? taken)) samples[(work, size, side.Name)] = taken = [];
                            taken.Add(sample);
                        }
                    }
                }
            }

            Console.Write(Report(sides, samples, await new ServerStatistics(database).VersionAsync().ConfigureAwait(false)));
        }
    }

    private static RomDatabase Over(ConnectionMultiplexer connection, string prefix) => RomDatabase.Over(connection, new RomOptions { KeyPrefix = prefix });

    private static (string Name, Func<IUnitSide, int, Task> Write)[] Work(int size) =>
        [("new", (side, from) => side.InsertAsync(from, size)), ("changed", (side, from) => side.ChangeAsync(from, size))];

    private static async Task<(double Time, double Bytes)> MeasureAsync(IUnitSide side, Func<IUnitSide, int, Task> write, int size)
    {
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
        for (int from = 0; from < Entities; from += size) await write(side, from).ConfigureAwait(false);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return (time.TotalMicroseconds / Entities, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / Entities);
    }

    /// <summary>Medians; the ratios are those to the script by hand, each round by itself.</summary>
    private static string Report(IUnitSide[] sides, Dictionary<(string Work, int Size, string Side), List<(double Time, double Bytes)>> samples, string server)
    {
        StringBuilder report = new();
        report.Append(CultureInfo.InvariantCulture, $"Redis {server}, .NET {Environment.Version}, {Environment.ProcessorCount} processors, {Rounds} rounds of {Entities} accounts.\n\n");
        report.Append("| entities | unit of | written by | µs each | ratio | B each | ratio |\n| --- | ---: | --- | ---: | ---: | ---: | ---: |\n");
        foreach ((string work, int size) in samples.Keys.Select(key => (key.Work, key.Size)).Distinct().OrderByDescending(key => key.Work).ThenBy(key => key.Size))
        {
            List<(double Time, double Bytes)> hand = samples[(work, size, sides[0].Name)];
            foreach (IUnitSide side in sides)
            {
                List<(double Time, double Bytes)> own = samples[(work, size, side.Name)];
                report.Append(CultureInfo.InvariantCulture,
                    $"| {work} | {size} | {side.Name} | {Median(own.Select(one => one.Time)):F1} | {Median(own.Zip(hand, (a, b) => a.Time / b.Time)):F2} | ")
                    .Append(CultureInfo.InvariantCulture, $"{Median(own.Select(one => one.Bytes)):F0} | {Median(own.Zip(hand, (a, b) => a.Bytes / b.Bytes)):F2} |\n");
            }
        }

        return report.ToString();
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
