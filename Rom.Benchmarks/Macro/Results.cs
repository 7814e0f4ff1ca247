namespace Rom.Benchmarks.Macro;

/// <summary>Pairs of samples, taken one right after the other.</summary>
internal sealed class Results
{
    private readonly Dictionary<(Operation, Load), List<(Sample Rom, Sample Hand)>> _pairs = [];

    /// <summary>What was measured, in the order of a round.</summary>
    public IEnumerable<Operation> Operations => Operation.All.Where(operation => _pairs.Keys.Any(pair => pair.Item1 == operation));

    public void Add(Operation operation, Load load, Sample rom, Sample hand)
    {
        if (!_pairs.TryGetValue((operation, load), out List<(Sample, Sample)>? pairs)) _pairs.Add((operation, load), pairs = []);
        pairs.Add((rom, hand));
    }

    /// <summary>The median of each side and the median of the ratios of pairs, which a slow second of the machine does not move.</summary>
    public (double Rom, double Hand, double Ratio) Median(Operation operation, Load load, int measure)
    {
        List<(Sample Rom, Sample Hand)> pairs = _pairs[(operation, load)];
        return (Median(pairs.Select(pair => pair.Rom[measure])), Median(pairs.Select(pair => pair.Hand[measure])),
            Median(pairs.Select(pair => pair.Rom[measure] / pair.Hand[measure])));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
