using System.Globalization;
using System.Text;
using Rom.Benchmarks.Reports;

namespace Rom.Benchmarks.Macro;

/// <summary>The tables, in Markdown, aligned so that they also read well as they are.</summary>
internal static class Report
{
    private static readonly Measure[] OfCallers = [new(0, "µs", "F1"), new(2, "B", "F0")];
    private static readonly Measure[] OfMachine = [new(3, "server µs", "F1"), new(1, "client CPU µs", "F1")];

    public static string Of(Results results, int rounds, string server)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Redis {server}, .NET {Environment.Version}, {Environment.ProcessorCount} processors, {rounds} rounds.\n\n");
        AppendTable(text, results, OfCallers);
        text.Append('\n');
        AppendTable(text, results, OfMachine);
        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, Results results, Measure[] measures)
    {
        IEnumerable<string> titles = measures.SelectMany(measure => (string[])[$"Rom {measure.Title}", $"hand {measure.Title}", "ratio"]);
        List<string[]> rows = [["operation", "callers", .. titles]];
        foreach (Load load in Load.All)
        {
            foreach (Operation operation in results.Operations)
                rows.Add([operation.Name, load.Name, .. measures.SelectMany(measure => Cells(results, operation, load, measure))]);
        }

        MarkdownTable.Append(text, rows, textColumns: 1);
    }

    private static string[] Cells(Results results, Operation operation, Load load, Measure measure)
    {
        (double rom, double hand, double ratio) = results.Median(operation, load, measure.Number);
        return [Text(rom, measure.Format), Text(hand, measure.Format), Text(ratio, "F2")];
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed record Measure(int Number, string Title, string Format);
}
