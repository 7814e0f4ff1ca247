using System.Text;
using Catalog;
using NUnit.Framework;

namespace Rom.Tests.Samples;

public class StanzaReaderTests
{
    [Test]
    public void ReadsRecordsBetweenBlankLines()
    {
        List<Stanza> stanzas = Read("\n\nPackage: bash\nVersion: 5.2\n\n \t\n\nPackage: dash\nVersion: 0.5\n\n");

        string[] records = [.. stanzas.Select(stanza => $"{stanza.Line}: {stanza["Package"]} {stanza["Version"]}, {stanza.Count} fields")];
        string[] expected = ["3: bash 5.2, 2 fields", "8: dash 0.5, 2 fields"];
        Assert.That(records, Is.EqualTo(expected));
    }

    [Test]
    public void TheLastRecordNeedsNoLineEnd()
    {
        Assert.That(Read("Package: bash\nVersion: 5.2").Single()["Version"], Is.EqualTo("5.2"));
    }

    [TestCase("")]
    [TestCase("\n\n  \n")]
    public void WithoutFieldsThereIsNoRecord(string text)
    {
        Assert.That(Read(text), Is.Empty);
    }

    [Test]
    public void LinesThatBeginWithASpaceContinueTheFieldAbove()
    {
        Stanza stanza = Read("Description: shell\n Interactive.\n .\n   indented\n\ttabbed\nSection: shells\n").Single();

        Assert.That(stanza["Description"], Is.EqualTo("shell\nInteractive.\n\n  indented\ntabbed"));
        Assert.That(stanza["Section"], Is.EqualTo("shells"));
    }

    [Test]
    public void AValueMayBeginOnTheNextLine()
    {
        Assert.That(Read("Tag:\n role::program,\n use::editing\n").Single()["Tag"], Is.EqualTo("\nrole::program,\nuse::editing"));
    }

    [Test]
    public void WindowsLineEndsLeaveNothingBehind()
    {
        List<Stanza> stanzas = Read("Package: bash\r\nDescription: shell\r\n More.\r\n\r\nPackage: dash\r\n");

        Assert.That(stanzas, Has.Count.EqualTo(2));
        Assert.That(stanzas[0]["Package"], Is.EqualTo("bash"));
        Assert.That(stanzas[0]["Description"], Is.EqualTo("shell\nMore."));
    }

    [Test]
    public void ValuesKeepTheirColonsAndLettersBeyondASCII()
    {
        Stanza stanza = Read("\uFEFFHomepage: https://host.example:80/\nMaintainer: Piotr Ożarowski\n").Single();

        Assert.That(stanza["Homepage"], Is.EqualTo("https://host.example:80/"));
        Assert.That(stanza["Maintainer"], Is.EqualTo("Piotr Ożarowski"));
    }

    [Test]
    public void FieldNamesAreNotCaseSensitive()
    {
        Assert.That(Read("PACKAGE: bash\n").Single()["Package"], Is.EqualTo("bash"));
    }

    [TestCase("Version: 1\n", Description = "missing")]
    [TestCase("Section:\n", Description = "empty")]
    public void AFieldWithoutAValueIsNull(string text)
    {
        Assert.That(Read(text).Single()["Section"], Is.Null);
    }

    [TestCase("Package: a\nVersion 1\n", 2, "no colon")]
    [TestCase("Package: a\n\n: 1\n", 3, "no field name")]
    [TestCase("Package: a\nTwo words: 1\n", 2, "no field name")]
    [TestCase(" more\n", 1, "none above")]
    [TestCase("Package: a\n\n more\n", 3, "none above")]
    [TestCase("Package: a\nVersion: 1\npackage: b\n", 3, "second package")]
    [TestCase("Package: a\r\nVersion 1\r\n", 2, "no colon")]
    public void AMalformedLineIsNamed(string text, int line, string problem)
    {
        StanzaException error = Assert.Throws<StanzaException>(() => Read(text))!;

        Assert.That(error.Line, Is.EqualTo(line));
        Assert.That(error.Message, Does.StartWith($"Line {line}: ").And.Contain(problem));
    }

    [Test]
    public void RecordsBeforeAMalformedLineAreGiven()
    {
        using IEnumerator<Stanza> stanzas = StanzaReader.Read(Stream("Package: a\n\nbroken\n")).GetEnumerator();

        Assert.That(stanzas.MoveNext(), Is.True);
        Assert.That(stanzas.Current["Package"], Is.EqualTo("a"));
        Assert.Throws<StanzaException>(() => stanzas.MoveNext());
    }

    internal static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static List<Stanza> Read(string text) => [.. StanzaReader.Read(Stream(text))];
}
