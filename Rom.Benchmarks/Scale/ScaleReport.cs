using System.Globalization;
using System.Text;
using Rom.Benchmarks.Reports;

namespace Rom.Benchmarks.Scale;

/// <summary>The tables of the scale comparison.</summary>
internal static class ScaleReport
{
    public static void AppendSizes(StringBuilder text, List<(int Rows, List<ScaleFigures> Figures)> sizes)
    {
        List<string[]> rows = [["query", "by", .. sizes.Select(size => $"µs at {Short(size.Rows)}"), .. sizes.Select(size => $"visited at {Short(size.Rows)}")]];
        for (int i = 0; i < sizes[0].Figures.Count; i++)
        {
            IEnumerable<ScaleFigures> figures = sizes.Select(size => size.Figures[i]);
            rows.Add([figures.First().Name, "Rom", .. figures.Select(figure => Text(figure.Rom)), .. figures.Select(figure => $"{figure.Visited}")]);
            rows.Add(["", "hand", .. figures.Select(figure => Text(figure.Hand)), .. figures.Select(_ => "")]);
            if (figures.First().TempKey is null) continue;
            rows.Add(["", "temp keys", .. figures.Select(figure => Text(figure.TempKey!.Value)), .. figures.Select(_ => "")]);
        }

        MarkdownTable.Append(text, rows, textColumns: 2);
    }

    public static void AppendBounds(StringBuilder text, int size, List<BoundFigures> figures)
    {
        List<string[]> rows = [[$"at {Short(size)} rows", "answer", "calls", "visited", "slowest call, ms", "all calls, ms"]];
        rows.AddRange(figures.Select(figure => (string[])
            [figure.Name, $"{figure.Answer}", $"{figure.Calls}", $"{figure.Visited}", Text(figure.SlowestMilliseconds), Text(figure.ServerMilliseconds)]));
        MarkdownTable.Append(text, rows, textColumns: 1);
    }

    private static string Short(int rows) => rows switch
    {
        >= 1_000_000 when rows % 1_000_000 == 0 => $"{rows / 1_000_000}M",
        >= 1_000 when rows % 1_000 == 0 => $"{rows / 1_000}k",
        _ => $"{rows}",
    };

    private static string Text(double value) => value.ToString(value < 100 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
