using System.Diagnostics;

namespace Catalog;

/// <summary>
/// How far the load is: on a terminal one line that is written over, elsewhere (a file, a pipe) a line for each quarter.
/// </summary>
internal sealed class Progress(TextWriter output, bool onTerminal)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next;
    private int _quarter;
    private int _written;

    public TimeSpan Elapsed => _clock.Elapsed;

    public void Report(double fraction, long packages)
    {
        if (onTerminal)
        {
            if (_clock.Elapsed < _next) return;
            _next = _clock.Elapsed + Interval;
            Overwrite($"Loading {fraction,4:P0}  {Text.Count(packages, "package")}, {Text.Rate(packages, Elapsed)}");
        }
        else if ((int)(fraction * 4) is var quarter && quarter > _quarter && quarter < 4)
        {
            _quarter = quarter;
            output.WriteLine($"Loading {quarter * 0.25,4:P0}  {Text.Count(packages, "package")}, {Text.Rate(packages, Elapsed)}");
        }
    }

    /// <summary>Leaves the line as it was before the first report.</summary>
    public void Clear()
    {
        if (_written == 0) return;
        Overwrite("");
        output.Write('\r');
        _written = 0;
    }

    private void Overwrite(string line)
    {
        // What the last line had beyond this one is blanked.
        output.Write($"\r{line.PadRight(_written)}");
        output.Flush();
        _written = line.Length;
    }
}
