using System.Globalization;
using System.Text;
using Rom.Benchmarks.Macro;
using Rom.Benchmarks.Models;
using StackExchange.Redis;

namespace Rom.Benchmarks.Memory;

/// <summary>What the same accounts take of a server's memory as Rom stores them and as rom for Python does.</summary>
internal static class MemoryCommand
{
    private const int Rows = 20_000, Window = 500;

    public static async Task RunAsync()
    {
        StringBuilder report = new();
        report.Append(CultureInfo.InvariantCulture, $"{Rows} accounts; bytes as MEMORY USAGE says, summed over all keys of a kind.\n\n");
        AppendTable(report, "Rom", await MeasureAsync(StoreWithRomAsync, RomKind).ConfigureAwait(false));
        report.Append('\n');
        AppendTable(report, "rom (Python)", await MeasureAsync(StoreWithPythonLayoutAsync, PythonLayout.Kind).ConfigureAwait(false));
        Console.Write(report);
    }

    private static async Task<List<KeyMemory>> MeasureAsync(Func<IConnectionMultiplexer, Task> store, Func<string, string> kind)
    {
        PrivateServer server = await PrivateServer.StartAsync().ConfigureAwait(false);
        await using (server)
        {
            using ConnectionMultiplexer connection =
                await ConnectionMultiplexer.ConnectAsync(ConfigurationOptions.Parse(server.Address), null).ConfigureAwait(false);
            await store(connection).ConfigureAwait(false);
            return await KeyMemory.OfAllAsync(connection.GetDatabase(-1, null), kind).ConfigureAwait(false);
        }
    }

    private static async Task StoreWithRomAsync(IConnectionMultiplexer connection)
    {
        RomStore store = new(RomDatabase.Over(connection, new RomOptions()));
        store.Create([.. Enumerable.Range(0, Rows).Select(AccountData.Of)]);
        await store.SaveNew(0).ConfigureAwait(false);
        foreach (int[] window in Enumerable.Range(1, Rows - 1).Chunk(Window)) await Task.WhenAll(window.Select(store.SaveNew)).ConfigureAwait(false);
    }

    private static async Task StoreWithPythonLayoutAsync(IConnectionMultiplexer connection)
    {
        PythonLayout layout = new(connection.GetDatabase(-1, null));
        foreach (int[] window in Enumerable.Range(0, Rows).Chunk(Window))
            await Task.WhenAll(window.Select(number => layout.StoreAsync(number + 1, AccountData.Of(number)))).ConfigureAwait(false);
    }

    /// <summary><c>{Account}:word:Bio=redis</c> is of the kind <c>word:Bio</c>, a row of the kind <c>row</c>.</summary>
    private static string RomKind(string key)
    {
        string name = key[(key.IndexOf("}:", StringComparison.Ordinal) + 2)..];
        return name.StartsWith("row:", StringComparison.Ordinal) ? "row" : name.Split('=', '~', '#')[0];
    }

    private static void AppendTable(StringBuilder report, string title, List<KeyMemory> kinds)
    {
        report.Append(CultureInfo.InvariantCulture, $"| {title} | keys | entries | bytes per entry | bytes per row |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (KeyMemory kind in kinds.OrderByDescending(kind => kind.Bytes))
        {
            report.Append(CultureInfo.InvariantCulture,
                $"| {kind.Kind} | {kind.Keys} | {kind.Entries} | {(double)kind.Bytes / kind.Entries:F1} | {(double)kind.Bytes / Rows:F1} |\n");
        }

        report.Append(CultureInfo.InvariantCulture, $"| all | {kinds.Sum(kind => kind.Keys)} | | | {(double)kinds.Sum(kind => kind.Bytes) / Rows:F1} |\n");
    }
}
