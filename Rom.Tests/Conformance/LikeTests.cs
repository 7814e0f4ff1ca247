using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Patterns over whole strings and over words.</summary>
public sealed class LikeTests(EngineKind kind) : PersonFixture(kind)
{
    private static readonly string[] Titles =
        ["", "a", "ab", "abc", "abcd", "Abc", "a-b.c%d", "a(b)[c]^$", "ä", "äöü", "日本語", "Кириллица", "😀b", "1234567", "12345678", "123", "a*b", "a\\b", "\0x", "a\nb"];

    [SetUp]
    public async Task FillAsync()
    {
        for (int i = 0; i < Titles.Length; i++) await new Person { Email = $"{i}@x", Title = Titles[i], Bio = Titles[i] }.SaveAsync(Db);
        await new Person { Email = "null@x" }.SaveAsync(Db);
    }

    [TestCase("abc", "abc abcd")]
    [TestCase("a?c", "abc abcd")]
    [TestCase("ab?", "ab abc abcd")]
    [TestCase("ab!", "abc abcd")]
    [TestCase("ab+", "abc abcd")]
    [TestCase("ab+d", "abcd")]
    [TestCase("a!c*", "abc abcd")]
    [TestCase("*bc", "Abc abc abcd")]
    [TestCase("a-b.c%d", "a-b.c%d")]
    [TestCase("*(b)[c]^$", "a(b)[c]^$")]
    [TestCase("a\\*b", "a*b")]
    [TestCase("a\\\\b", "a\\b")]
    [TestCase("1234567*", "1234567 12345678")]
    [TestCase("123*", "123 1234567 12345678")]
    [TestCase("*ь", "")]
    [TestCase("Кир*ц", "Кириллица")]
    [TestCase("!b", "Abc ab abc abcd 😀b")]
    public async Task Anchored_at_the_start(string pattern, string expected) => await Finds(pattern, anchored: false, expected);

    [TestCase("abc", "abc")]
    [TestCase("a?", "a ab")]
    [TestCase("??", " \0x a ab ä 😀b")]
    [TestCase("!", "a ä")]
    [TestCase("!!!", "123 Abc a\nb a*b a\\b abc äöü 日本語")]
    [TestCase("!b", "ab 😀b")]
    [TestCase("*c", "Abc abc")]
    [TestCase("a*", "a a\nb a(b)[c]^$ a*b a-b.c%d a\\b ab abc abcd")]
    [TestCase("*", " \0x 123 1234567 12345678 Abc a a\nb a(b)[c]^$ a*b a-b.c%d a\\b ab abc abcd ä äöü Кириллица 日本語 😀b")]
    [TestCase("+本+", "日本語")]
    [TestCase("!+本", "")]
    [TestCase("\0!", "\0x")]
    [TestCase("*b?c*", "Abc a-b.c%d abc abcd")]
    [TestCase("*b?!c*", "a(b)[c]^$ a-b.c%d")]
    public async Task Anchored_at_both_ends(string pattern, string expected) => await Finds(pattern, anchored: true, expected);

    [TestCase("abc", "Abc abc abcd")]
    [TestCase("AB!", "Abc abc abcd")]
    [TestCase("*本", "日本語")]
    [TestCase("кир!л", "Кириллица")]
    [TestCase("КИР!!Ц", "")]
    [TestCase("Кир!Л*", "Кириллица")]
    public async Task Words_letter_case_aside(string pattern, string expected)
    {
        List<Person> found = await Person.Query(Db).Where(p => p.Bio.Like(pattern)).OrderBy(p => p.Title).ToListAsync();
        Assert.That(string.Join(' ', found.Select(person => person.Title)), Is.EqualTo(expected));
        Assert.That(await Person.Query(Db).Where(p => !p.Bio.Like(pattern)).CountAsync(), Is.EqualTo(Titles.Length + 1 - found.Count));
    }

    [TestCase("!*", 2)]
    [TestCase("+xx?", 2)]
    [TestCase("x*!x", 1)]
    public async Task A_long_word_may_be_cut_within_a_character(string pattern, int expected)
    {
        await new Person { Email = "cut@x", Bio = new string('x', 511) + "é" }.SaveAsync(Db);
        await new Person { Email = "whole@x", Bio = new string('x', 512) + "é" }.SaveAsync(Db);
        Assert.That(await Person.Query(Db).Where(p => p.Email.In("cut@x", "whole@x") && p.Bio.Like(pattern, anchored: true)).CountAsync(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Words_to_their_end()
    {
        await new Person { Email = "w@x", Title = "w", Bio = "redis rediscover, red." }.SaveAsync(Db);
        Assert.That(await Person.Query(Db).Where(p => p.Bio.Like("red", anchored: true)).CountAsync(), Is.EqualTo(1));
        Assert.That(await Person.Query(Db).Where(p => p.Bio.Like("re*s", anchored: true)).CountAsync(), Is.EqualTo(1));
        Assert.That(await Person.Query(Db).Where(p => p.Bio.Like("red!", anchored: true)).CountAsync(), Is.Zero);
        Assert.That(await Person.Query(Db).Where(p => p.Bio.ContainsAny("nothing REDIS") && p.Bio.Like("redisc*")).CountAsync(), Is.EqualTo(1));
        Assert.That(await Person.Query(Db).Where(p => p.Bio.ContainsAny("...")).CountAsync(), Is.Zero);
        Assert.That(await Person.Query(Db).Where(p => p.Bio.ContainsAny("abc abcd w")).CountAsync(), Is.EqualTo(3));
    }

    [Test]
    public void A_pattern_that_ends_within_an_escape_is_refused() =>
        Assert.Throws<QueryException>(() => Person.Query(Db).Where(p => p.Title.Like("a\\")));

    /// <summary>A pattern that makes naive matchers take for ever.</summary>
    [Test]
    public async Task A_pattern_of_many_gaps_is_answered()
    {
        string text = new('a', 5_000);
        await new Person { Email = "long@x", Title = text, City = "long" }.SaveAsync(Db);
        string pattern = string.Concat(Enumerable.Repeat("*a?a", 20)) + "b";
        Assert.That(await Person.Query(Db).Where(p => p.City == "long" && p.Title.Like(pattern)).CountAsync(), Is.Zero);
        Assert.That(await Person.Query(Db).Where(p => p.City == "long" && p.Title.Like(pattern[..^1])).CountAsync(), Is.EqualTo(1));
    }

    private async Task Finds(string pattern, bool anchored, string expected)
    {
        List<Person> found = await Person.Query(Db).Where(p => p.Title.Like(pattern, anchored)).OrderBy(p => p.Title).ToListAsync();
        Assert.That(string.Join(' ', found.Select(person => person.Title)), Is.EqualTo(expected));
        Assert.That(await Person.Query(Db).Where(p => !p.Title.Like(pattern, anchored)).CountAsync(), Is.EqualTo(Titles.Length + 1 - found.Count));
        Assert.That(await Person.Query(Db).Where(p => p.Title.Like(pattern, anchored)).CountAsync(), Is.EqualTo(found.Count));
    }
}
