namespace Rom.Tests.Properties;

/// <summary>The random cases on one random set of data. Each has a seed of its own, so that it can be repeated without the others.</summary>
/// <param name="Name">Tells the users of one seed apart.</param>
/// <param name="Dataset">Which data.</param>
/// <param name="Count">How many cases.</param>
/// <param name="Only">The name of the one case to be run; null: all.</param>
internal sealed record CaseRange(string Name, int Dataset, int Count, string? Only)
{
    /// <summary>Makes the data.</summary>
    public Random DataRandom => PropertyRun.Random($"{Name}/{Dataset}");

    /// <summary>Whether any of the cases is to be run.</summary>
    public bool IsWanted => Cases.Any();

    /// <summary>The cases to be run.</summary>
    public IEnumerable<int> Cases => Enumerable.Range(0, Count).Where(at => Only is null || CaseName(at) == Only);

    /// <summary>Makes one case.</summary>
    public Random CaseRandom(int at) => PropertyRun.Random(CaseName(at));

    public string CaseName(int at) => $"{Name}/{Dataset}/{at}";
}
