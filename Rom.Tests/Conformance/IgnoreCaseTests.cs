using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Indexes in which letter case does not count, and tokenizers other than the default.</summary>
public sealed class IgnoreCaseTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>()];

    [Test]
    public async Task Exact_values_are_equal_in_any_case()
    {
        await SaveAsync(new() { City = "KÖLN" }, new() { City = "Köln" }, new() { City = "Bonn" });
        Assert.That(await CountAsync(c => c.City == "köln"), Is.EqualTo(2));
        Assert.That(await CountAsync(c => c.City != "KÖLN"), Is.EqualTo(1));
        Assert.That(await CountAsync(c => c.City.In("BONN", "köln")), Is.EqualTo(3));
    }

    [Test]
    public async Task Order_ranges_and_prefixes_ignore_case_and_the_value_stays_as_written()
    {
        await SaveAsync(new() { Nick = "beta" }, new() { Nick = "Alpha" }, new() { Nick = "GAMMA" }, new() { Nick = null });
        List<Contact> ordered = await Contact.Query(Db).OrderBy(c => c.Nick).ToListAsync();
        Assert.That(ordered.Select(c => c.Nick), Is.EqualTo(new[] { null, "Alpha", "beta", "GAMMA" }));
        Assert.That(await CountAsync(c => c.Nick >= "BETA"), Is.EqualTo(2));
        Assert.That(await CountAsync(c => c.Nick.StartsWith("gAm")), Is.EqualTo(1));
        Assert.That(await CountAsync(c => c.Nick == "ALPHA" || c.Nick.IsNull()), Is.EqualTo(2));
        Assert.That(await CountAsync(c => !c.Nick.StartsWith("A")), Is.EqualTo(3));
    }

    /// <summary>Every character that means something to a pattern, to Lua's patterns, to regular expressions or to glob, in the texts and in the patterns.</summary>
    [Test]
    public async Task Patterns_ignore_case_and_no_other_character_means_anything()
    {
        const string Special = @"?*+!\-().%[]^$|{}/'""#~@&<>=,;: _";
        string[] texts = ["", "A", "ab", .. Special.Select(c => $"A{c}b"), .. Special.Select(c => $"{c}"), $"x{Special}Y", "ÄÖ", "ä-ö", "A\nb", "A\0b", "a😀B"];
        await SaveAsync([.. texts.Select((text, i) => new Contact { Nick = text, First = text, Handle = $"{i}" })]);
        string[] patterns =
        [
            .. Special.Select(c => $"a\\{c}B"), .. Special.Select(c => $"A\\{c}"), .. Special.Where(c => !"?*+!\\".Contains(c)).Select(c => $"a{c}b"), .. Special.Select(c => $"*\\{c}*"),
            "a?b", "a!B", "A+b", "a*B", "!", "+Y", "x*\\\\*y", "*Ö", "ä!Ö", "*",
        ];
        foreach (LikeModel like in patterns.SelectMany(pattern => new[] { new LikeModel(pattern, false), new LikeModel(pattern, true) }))
        {
            LikeModel folded = like with { Pattern = like.Pattern.ToLowerInvariant() };
            string[] expected = [.. texts.Where(text => LikeModel.Matches(text.ToLowerInvariant(), folded))];
            Assert.That((await FindAsync(c => c.Nick.Like(like.Pattern, like.Anchored))).Select(c => c.Nick), Is.EquivalentTo(expected), like.ToString());
            Assert.That(await CountAsync(c => !c.Nick.Like(like.Pattern, like.Anchored)), Is.EqualTo(texts.Length - expected.Length), like.ToString());
            LikeModel computed = folded with { Pattern = folded.Pattern + (like.Anchored ? " " : "") };
            Assert.That(await CountAsync(c => c.FullName.Like(computed.Pattern, like.Anchored)), Is.EqualTo(texts.Count(text => LikeModel.Matches($"{text} ".ToLowerInvariant(), computed))), like.ToString());
        }
    }

    [Test]
    public async Task A_computed_order_ignores_case()
    {
        await SaveAsync(new() { First = "ann", Last = "Lee" }, new() { First = "ANN", Last = "Abel" }, new() { First = "Bob" });
        List<Contact> ordered = await Contact.Query(Db).Where(c => c.FullName.StartsWith("Ann ")).OrderByDescending(c => c.FullName).ToListAsync();
        Assert.That(ordered.Select(c => c.Last), Is.EqualTo(new[] { "Lee", "Abel" }));
    }

    [Test]
    public async Task Words_of_rows_and_of_queries_go_through_the_tokenizer()
    {
        await SaveAsync(new() { Motto = "The art of the possible" }, new() { Motto = "A the of" });
        Assert.That(await CountAsync(c => c.Motto.Contains("ART of")), Is.EqualTo(1), "'of' is left out of the query too");
        Assert.That(await CountAsync(c => c.Motto.Contains("the")), Is.Zero, "a query without words");
        Assert.That(await CountAsync(c => c.Motto.IsNotNull()), Is.EqualTo(2));
    }

    [Test]
    public async Task A_change_of_case_only_keeps_the_entries()
    {
        Contact customer = new() { City = "bonn", Nick = "zed", Handle = "h" };
        await SaveAsync(customer);
        (customer.City, customer.Nick, customer.Handle) = ("BONN", "ZED", "H");
        Assert.That(await customer.SaveAsync(Db), Is.EqualTo(3));
        Contact loaded = (await Contact.GetByHandleAsync(Db, "h"))!;
        Assert.That((loaded.City, loaded.Nick, loaded.Handle), Is.EqualTo(("BONN", "ZED", "H")));
        Assert.That(await CountAsync(c => c.Nick == "Zed"), Is.EqualTo(1));
    }

    private async Task SaveAsync(params Contact[] customers)
    {
        foreach (Contact customer in customers) await customer.SaveAsync(Db);
    }

    private Task<List<Contact>> FindAsync(Func<Contact.Columns, Filter> filter) => Contact.Query(Db).Where(filter).ToListAsync();

    private Task<long> CountAsync(Func<Contact.Columns, Filter> filter) => Contact.Query(Db).Where(filter).CountAsync();
}
