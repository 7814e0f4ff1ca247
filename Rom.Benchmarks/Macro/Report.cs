using System.Globalization;
using System.Text;

namespace Rom.Benchmarks.Macro;

/// <summary>The tables, in Markdown, aligned so that they also read well as they are.</summary>
internal static class Report
{
    private static readonly (int Measure, string Title, string Format)[] Columns =
    [
        (0, "µs", "F1"),
        (2, "B", "F0"),
        (1, "CPU µs", "F1"),
        (3, "server µs", "F1"),
    ];

    public static string Of(Results results, int rounds, string server)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Redis {server}, .NET {Environment.Version}, {Environment.ProcessorCount} processors, {rounds} rounds; medians, and the median of the ratios of neighbouring batches.\n");
        foreach ((int callers, int calls) in Comparison.Loads)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{callers} {(callers == 1 ? "caller" : "callers")}, batches of {calls} calls, per call:\n\n");
            AppendTable(text, results, callers);
        }

        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, Results results, int callers)
    {
        List<string[]> rows = [["operation", .. Columns.SelectMany(column => (string[])[$"Rom {column.Title}", $"hand {column.Title}", "ratio"])]];
        foreach (Operation operation in Operation.All)
        {
            List<string> row = [operation.Name];
            foreach ((int measure, _, string format) in Columns)
            {
                (double rom, double hand, double ratio) = results.Median(operation, callers, measure);
                row.AddRange([rom.ToString(format, CultureInfo.InvariantCulture), hand.ToString(format, CultureInfo.InvariantCulture), ratio.ToString("F2", CultureInfo.InvariantCulture)]);
            }

            rows.Add([.. row]);
        }

        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        rows.Insert(1, [.. widths.Select((width, column) => column == 0 ? new string('-', width) : new string('-', width - 1) + ":")]);
        foreach (string[] row in rows)
        {
            text.Append('|');
            for (int column = 0; column < row.Length; column++)
            {
                text.Append(' ').Append(column == 0 ? row[column].PadRight(widths[column]) : row[column].PadLeft(widths[column])).Append(" |");
            }

            text.Append('\n');
        }
    }
}
