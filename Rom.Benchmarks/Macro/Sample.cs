namespace Rom.Benchmarks.Macro;

/// <summary>What one call of a batch cost on average.</summary>
/// <param name="Time">Microseconds of elapsed time; with several callers, that of the batch divided by its calls.</param>
/// <param name="Processor">Microseconds of this process's processor time.</param>
/// <param name="Allocated">Bytes allocated by this process.</param>
/// <param name="Server">Microseconds that the server says the command took.</param>
internal readonly record struct Sample(double Time, double Processor, double Allocated, double Server)
{
    public const int Measures = 4;

    public double this[int measure] => measure switch
    {
        0 => Time,
        1 => Processor,
        2 => Allocated,
        _ => Server,
    };
}
