using System.Diagnostics;
using Rom;

namespace Catalog;

/// <summary>Prints each question with its answer and what the answer took.</summary>
internal sealed class Answers(RomDatabase db, TextWriter output)
{
    private readonly List<string> _lines = [];

    public async Task AskAsync(string question, Func<Task> answer)
    {
        long before = db.RoundTrips;
        Stopwatch clock = Stopwatch.StartNew();
        await answer();
        TimeSpan elapsed = clock.Elapsed;

        output.WriteLine();
        output.WriteLine(question);
        foreach (string line in _lines) output.WriteLine(line);
        output.WriteLine($"  -> {Text.Count(db.RoundTrips - before, "round trip")}, {Text.Duration(elapsed)}");
        _lines.Clear();
    }

    // Lines wait for the end of the question, so that a slow terminal is not part of the time.
    public void Line(string line) => _lines.Add($"  {line}");

    public void Rows(IReadOnlyCollection<Package> packages)
    {
        if (packages.Count == 0) Line("none");
        _lines.AddRange(Text.Rows(packages));
    }
}
