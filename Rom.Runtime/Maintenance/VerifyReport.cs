using Rom.Serialization;

namespace Rom;

/// <summary>What <see cref="RomDatabase.VerifyAsync{TModel}"/> looked at and what it found.</summary>
public sealed class VerifyReport
{
    internal VerifyReport()
    {
    }

    /// <summary>The stored name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>How many rows were held against their entries.</summary>
    public required long Rows { get; init; }

    /// <summary>How many entries, uniques, words, keys and native structures were held against their rows.</summary>
    public required long Entries { get; init; }

    /// <summary>The first findings, as many as were asked for.</summary>
    public required IReadOnlyList<VerifyFinding> Findings { get; init; }

    /// <summary>How many findings of each kind there are, those that are not listed included. Kinds without any are left out.</summary>
    public required IReadOnlyDictionary<VerifyFindingKind, long> Counts { get; init; }

    /// <summary>How many findings there are, those that are not listed included.</summary>
    public long FindingCount => Counts.Values.Sum();

    /// <summary>Whether nothing was found.</summary>
    public bool IsClean => Counts.Count == 0;

    /// <summary>A summary, the count of each kind and the listed findings, each on a line.</summary>
    public override string ToString()
    {
        string summary = $"{Model}: {Rows} rows and {Entries} entries verified, {(IsClean ? "nothing" : $"{FindingCount} things")} found.";
        IEnumerable<string> counts = Counts.Keys.Order().ConvertAll(kind => $"  {kind}: {Counts[kind]}");
        IEnumerable<string> findings = Findings.Select(finding => $"  {finding.Message}");
        string[] rest = FindingCount > Findings.Count ? [$"  … and {FindingCount - Findings.Count} more."] : [];
        return string.Join(Environment.NewLine, [summary, .. counts, .. findings, .. rest]);
    }
}

/// <summary>How far a <see cref="RomDatabase.VerifyAsync{TModel}"/> is. How much there will be is not known before.</summary>
/// <param name="Rows">Rows that are done.</param>
/// <param name="Entries">Entries, uniques, words, keys and native structures that are done.</param>
/// <param name="Findings">Findings so far.</param>
public readonly record struct VerifyProgress(long Rows, long Entries, long Findings);
