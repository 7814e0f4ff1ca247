using System.Text.RegularExpressions;
using NUnit.Framework;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Docs;

/// <summary>Each row of <c>docs/parity.md</c> names tests that exist, or says why the behaviour is not offered.</summary>
public sealed partial class ParityTests
{
    private static readonly HashSet<string> Tests =
    [
        .. typeof(ParityTests).Assembly.GetTypes()
            .Where(type => !type.IsAbstract)
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}")),
    ];

    /// <summary>What comes with deletes over references.</summary>
    private static readonly string[] Later = ["R26", "R27"];

    private static IEnumerable<string[]> Rows => File.ReadLines(SourceTree.Path("docs", "parity.md"))
        .Where(line => line.StartsWith('|') && !line.StartsWith("| ---", StringComparison.Ordinal) && !line.StartsWith("| behaviour |", StringComparison.Ordinal))
        .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries));

    [Test]
    public void Every_named_test_exists() =>
        Assert.That(Rows.SelectMany(row => Named(row[1])).Where(name => !Tests.Contains(name)), Is.Empty);

    [Test]
    public void Every_row_has_a_test_or_a_reason() => Assert.That(
        Rows.Where(row => !Named(row[1]).Any() && !row[^1].StartsWith("not offered, because ", StringComparison.Ordinal)).Select(row => row[0]), Is.Empty);

    /// <summary>Every behaviour that rom pins in its tests and every defect that was found in it has a row.</summary>
    [Test]
    public void Every_behaviour_and_defect_of_rom_has_a_row() => Assert.That(
        Numbered("R", 63).Concat(Numbered("DI-", 16)).Concat(Numbered("QC-", 17)).Concat(Numbered("TY-", 9)).Concat(Numbered("PF-", 10)).Except(Later)
            .Except(Rows.Select(row => row[0]).Where(row => !row.StartsWith("ROME", StringComparison.Ordinal) && !row.StartsWith("cacheorm", StringComparison.Ordinal))
                .SelectMany(row => Id().Matches(row)).Select(match => match.Value)),
        Is.Empty);

    private static IEnumerable<string> Numbered(string group, int count) => Enumerable.Range(1, count).Select(number => $"{group}{number}");

    private static IEnumerable<string> Named(string cell) => TestName().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([A-Za-z0-9_]+\\.[A-Za-z0-9_]+)`")]
    private static partial Regex TestName();

    [GeneratedRegex("\\b(R|DI-|QC-|TY-|PF-)[0-9]+\\b")]
    private static partial Regex Id();
}
