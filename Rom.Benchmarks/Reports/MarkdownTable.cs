using System.Text;

namespace Rom.Benchmarks.Reports;

/// <summary>A table in Markdown, aligned so that it also reads well as it is.</summary>
internal static class MarkdownTable
{
    /// <summary>Appends a table whose first row are the titles.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="rows">The titles and the rows, all of one length.</param>
    /// <param name="textColumns">How many of the first columns are texts; the others are numbers.</param>
    public static void Append(StringBuilder text, IReadOnlyList<string[]> rows, int textColumns)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        AppendRow(text, rows[0], widths, textColumns);
        AppendRow(text, [.. widths.Select((width, column) => column < textColumns ? new string('-', width) : new string('-', width - 1) + ":")], widths, textColumns);
        foreach (string[] row in rows.Skip(1)) AppendRow(text, row, widths, textColumns);
    }

    private static void AppendRow(StringBuilder text, string[] row, int[] widths, int textColumns)
    {
        text.Append('|');
        for (int column = 0; column < row.Length; column++)
        {
            text.Append(' ').Append(column < textColumns ? row[column].PadRight(widths[column]) : row[column].PadLeft(widths[column])).Append(" |");
        }

        text.Append('\n');
    }
}
