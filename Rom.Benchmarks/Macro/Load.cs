namespace Rom.Benchmarks.Macro;

/// <summary>How calls are made.</summary>
/// <param name="Name">How tables name it.</param>
/// <param name="Callers">How many callers there are; each waits for a call before the next, unless it pipelines.</param>
/// <param name="Calls">How many calls a batch has: about a tenth of a second of either side.</param>
/// <param name="Window">How many calls a caller issues before it waits for them.</param>
internal sealed record Load(string Name, int Callers, int Calls, int Window = 1)
{
    public static readonly IReadOnlyList<Load> All =
    [
        new("1", Callers: 1, Calls: 1_200),
        new("16", Callers: 16, Calls: 5_600),
        new("128", Callers: 128, Calls: 6_400),
        new("pipelined", Callers: 1, Calls: 6_000, Window: 500),
    ];
}
