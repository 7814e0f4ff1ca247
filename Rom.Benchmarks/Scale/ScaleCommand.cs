using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rom.Benchmarks.Macro;
using StackExchange.Redis;

namespace Rom.Benchmarks.Scale;

/// <summary>
/// The same questions over models of several sizes, beside what somebody writes by hand for each and the algorithm of rom for Python; then, at the
/// greatest size, what the slowest call of the costliest questions takes.
/// </summary>
internal static class ScaleCommand
{
    public const string Usage = "scale [--rows N,N,…] [--markdown FILE]";

    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    public static async Task<bool> RunAsync(string[] arguments)
    {
        if (!TryParse(arguments, out int[] sizes, out string? markdown)) return false;
        List<(int Rows, List<ScaleFigures> Figures)> all = [];
        StringBuilder report = new();
        foreach (int rows in sizes)
        {
            PrivateServer server = await PrivateServer.StartAsync().ConfigureAwait(false);
            await using (server)
            {
                // Not disposed: that would block, perhaps the very thread that the client answers on, while the server goes anyway.
                ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(ServerOptions(server), null).ConfigureAwait(false);
                long start = Stopwatch.GetTimestamp();
                ScaleRun run = await ScaleRun.FillAsync(connection, rows).ConfigureAwait(false);
                Console.Error.WriteLine($"{rows:N0} rows stored twice in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s.");
                all.Add((rows, await run.MeasureAsync().ConfigureAwait(false)));
                if (rows == sizes[^1])
                {
                    ScaleReport.AppendSizes(report, all);
                    report.Append('\n');
                    ScaleReport.AppendBounds(report, rows, await run.MeasureBoundsAsync().ConfigureAwait(false));
                }

                await connection.CloseAsync().ConfigureAwait(false);
            }
        }

        Console.Write(report);
        if (markdown is not null) await File.WriteAllTextAsync(markdown, report.ToString()).ConfigureAwait(false);
        return true;
    }

    /// <summary>Storing a million rows and copying indexes takes the server longer than the client's usual patience.</summary>
    private static ConfigurationOptions ServerOptions(PrivateServer server)
    {
        ConfigurationOptions options = ConfigurationOptions.Parse(server.Address);
        options.SyncTimeout = options.ResponseTimeout = 120_000;
        return options;
    }

    private static bool TryParse(ReadOnlySpan<string> arguments, out int[] sizes, out string? markdown)
    {
        (sizes, markdown) = (Sizes, null);
        for (; arguments.Length >= 2; arguments = arguments[2..])
        {
            switch (arguments[0])
            {
                case "--rows" when arguments[1].Split(',') is { } parts && parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows > 0):
                    sizes = [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).Order()];
                    break;
                case "--markdown":
                    markdown = arguments[1];
                    break;
                default:
                    return false;
            }
        }

        return arguments.Length == 0;
    }
}
