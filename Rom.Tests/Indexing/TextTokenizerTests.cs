using System.Text;
using NUnit.Framework;
using Rom.Indexing;

namespace Rom.Tests.Indexing;

public sealed class TextTokenizerTests
{
    [TestCase("Hello, wide World", "hello wide world")]
    [TestCase("don't stop-it a--b 5.5", "a--b 5.5 don't stop-it")]
    [TestCase("\"quoted\" (in) [all] {ways}! $5 <b>", "5 all b in quoted ways")]
    [TestCase("twice Twice TWICE", "twice")]
    [TestCase("tab\tline\r\nno\u00A0break\u3000wide", "break line no tab wide")]
    [TestCase("«Привет», ΜΆΪΟΣ ΜΆΪΟς straße", "straße μάϊοσ привет")]
    [TestCase("one 😀 two… 100€", "100€ one two 😀")]
    [TestCase("zero\u200Bwidth \u200B", "zero\u200Bwidth \u200B")]
    [TestCase(" ... - ", "")]
    [TestCase("", "")]
    public void Words_are_folded_split_and_trimmed(string text, string words) =>
        Assert.That(TextTokenizer.Words(text).Order(StringComparer.Ordinal), Is.EquivalentTo(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Test]
    public void Folding_is_done_once_and_keeps_the_length()
    {
        foreach (Rune rune in Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value)))
        {
            string text = rune.ToString(), folded = CaseFolding.Fold(text);
            Assert.That(folded, Has.Length.EqualTo(text.Length), text);
            Assert.That(CaseFolding.Fold(folded), Is.EqualTo(folded), text);
        }
    }

    [TestCase('A', 'Z')]
    [TestCase('À', 'Þ')]
    [TestCase('А', 'Я')]
    [TestCase('Α', 'Ω')]
    public void Upper_case_folds_to_lower_case(char first, char last)
    {
        for (char letter = first; letter <= last; letter++) Assert.That(CaseFolding.Fold($"x{letter}"), Is.EqualTo($"x{char.ToLowerInvariant(letter)}"));
    }
}
