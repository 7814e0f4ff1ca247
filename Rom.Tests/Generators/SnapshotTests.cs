using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The whole generated text of a few models; each <c>.input.cs</c> is a case.</summary>
public sealed class SnapshotTests
{
    private const string Suffix = ".input.cs";

    private static IEnumerable<string> Cases => Directory.GetFiles(Snapshot.Folder, "*" + Suffix)
        .Select(path => Path.GetFileName(path)[..^Suffix.Length]).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Cases))]
    public void Generated_code_is_as_reviewed(string name)
    {
        GeneratedCode code = GeneratorHarness.Run(File.ReadAllText(Path.Combine(Snapshot.Folder, name + Suffix)));

        Assert.That(code.Complaints, Is.Empty);
        Snapshot.Verify(name, code.Text);
    }

    [Test]
    public void Every_reviewed_file_has_a_case() => Assert.That(
        Directory.GetFiles(Snapshot.Folder, "*.verified.txt").Select(path => Path.GetFileName(path)[..^".verified.txt".Length]), Is.SubsetOf(Cases));

    [Test]
    public void A_difference_is_seen()
    {
        Assert.That(Snapshot.IsSame("a\nb", "a\r\nb"));
        Assert.That(Snapshot.IsSame("a\nb", "a\nb "), Is.False);
    }
}
