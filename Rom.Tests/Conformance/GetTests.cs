using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

public sealed class GetTests(EngineKind kind) : PersonFixture(kind)
{
    [Test]
    public async Task Several_keys_come_in_their_order_without_the_missing_ones()
    {
        for (int i = 0; i < 5; i++) await new Ticket { Priority = i }.SaveAsync(Db);
        long before = Db.RoundTrips;
        List<Ticket> tickets = await Ticket.GetAsync(Db, [5, 99, 1, 3, 1]);
        Assert.That(tickets.Select(t => t.Id), Is.EqualTo(new[] { 5, 1, 3, 1 }));
        Assert.That(tickets[1], Is.SameAs(tickets[3]));
        Assert.That(Db.RoundTrips, Is.EqualTo(before + 1));
        Assert.That(await Ticket.GetAsync(Db, []), Is.Empty);
    }

    [TestCase("")]
    [TestCase("\0")]
    [TestCase("a\0b")]
    [TestCase("{User}:row:5")]
    [TestCase("}{")]
    [TestCase("ключ 日本 😀")]
    [TestCase("line\r\nbreak \"quoted\" *?[]")]
    public async Task Any_text_is_a_key_a_unique_and_an_indexed_value(string text)
    {
        await new Page { Slug = text, Title = text, Alias = text, Text = text + " word" }.SaveAsync(Db);
        await new Page { Slug = text + "x", Title = text + "x", Alias = text + "x" }.SaveAsync(Db);
        Page loaded = (await Page.GetAsync(Other, text))!;
        Assert.That((loaded.Slug, loaded.Title, loaded.Alias), Is.EqualTo((text, text, text)));
        Assert.That((await Page.GetByAliasAsync(Db, text))!.Slug, Is.EqualTo(text));
        Assert.That((await Page.Query(Db).Where(p => p.Title == text).ToListAsync()).Single().Slug, Is.EqualTo(text));
        Assert.That((await Page.Query(Db).Where(p => p.Slug == text).ToListAsync()).Single().Slug, Is.EqualTo(text));
        Assert.That(await Page.Query(Db).Where(p => p.Title.StartsWith(text)).CountAsync(), Is.EqualTo(2));
        Assert.That(await Page.Query(Db).Where(p => p.Text.Contains("word")).CountAsync(), Is.EqualTo(1));
        await loaded.DeleteAsync(Db);
        Assert.That((await Page.Query(Db).ToListAsync()).Single().Slug, Is.EqualTo(text + "x"));
    }

    /// <summary>rom names the connection in the model; here every call names its database.</summary>
    [Test]
    public async Task One_model_lives_in_several_databases_and_none_sees_the_other()
    {
        RomOptions options = Patience.Options(Prefix + "second:");
        await using RomDatabase second = Kind == EngineKind.Redis ? await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), options) : RomDatabase.InMemory(options);
        Person here = Full("a@b"), there = Full("a@b");
        await here.SaveAsync(Db);
        await there.SaveAsync(second);
        there.City = "Bonn";
        await there.SaveAsync(second);
        Assert.That((here.Id, there.Id), Is.EqualTo((1L, 1L)));
        Assert.That(((await Person.GetAsync(Db, 1))!.City, (await Person.GetByEmailAsync(second, "a@b"))!.City), Is.EqualTo(("Köln", "Bonn")));
        Assert.That((await Person.Query(Db).Where(p => p.City == "Bonn").CountAsync(), await Person.Query(second).Where(p => p.City == "Bonn").CountAsync()), Is.EqualTo((0L, 1L)));
        await here.DeleteAsync(Db);
        Assert.That(await Person.GetByEmailAsync(second, "a@b"), Is.Not.Null);
        await there.DeleteAsync(second);
        if (Kind == EngineKind.Redis) await Raw.KeyDeleteAsync([options.KeyPrefix + "{P}:id", options.KeyPrefix + "{P}:schema"]);
    }

    [Test]
    public async Task A_row_that_lacks_fields_gets_constant_defaults_without_being_changed()
    {
        await new TwinBefore { Size = 1, Name = "n" }.SaveAsync(Db);
        TwinWider wider = (await TwinWider.GetAsync(Db, 1))!;
        Assert.That((wider.Added, wider.AddedText), Is.EqualTo((7, "default")));
        Assert.That(await wider.SaveAsync(Db), Is.Zero);
        wider.Size = 2;
        Assert.That(await wider.SaveAsync(Db), Is.EqualTo(1));
        wider.Added = 8;
        wider.AddedText = null;
        Assert.That(await wider.SaveAsync(Db), Is.EqualTo(2));
        TwinWider again = (await TwinWider.GetAsync(Other, 1))!;
        Assert.That((again.Added, again.AddedText), Is.EqualTo((8, (string?)null)));
        MissingValueException missing = Assert.ThrowsAsync<MissingValueException>(() => TwinStrict.GetAsync(Db, 1))!;
        Assert.That((missing.Model, missing.Key, missing.Column), Is.EqualTo(("Twin", "1", "Missing")));
    }

    [Test]
    public async Task A_program_with_other_indexes_cannot_write()
    {
        TwinBefore before = new() { Size = 1, Name = "n" };
        await before.SaveAsync(Db);
        SchemaException refused = Assert.ThrowsAsync<SchemaException>(() => new TwinAfter { Size = 2 }.SaveAsync(Other))!;
        Assert.That(refused.Message, Does.Contain("this program only: index Name Exact"));
        TwinAfter loaded = (await TwinAfter.GetAsync(Other, 1))!;
        loaded.Size = 9;
        Assert.ThrowsAsync<SchemaException>(() => loaded.SaveAsync(Other));
        Assert.ThrowsAsync<SchemaException>(() => loaded.DeleteAsync(Other));
        Assert.ThrowsAsync<SchemaException>(() => TwinAfter.Query(Other).Where(t => t.Name == "n").ToListAsync(), "an index that nobody filled would lie");
        Assert.That((await TwinBefore.GetAsync(Db, 1))!.Size, Is.EqualTo(1));
        before.Size = 3;
        await before.SaveAsync(Db);
    }

    [Test]
    public async Task A_stored_text_that_is_no_value_of_its_type_names_model_key_and_column()
    {
        if (Kind != EngineKind.Redis) Assert.Ignore("Only a foreign program can store it, and memory has none.");
        await Full("a@b").SaveAsync(Db);
        await Raw.HashSetAsync(Prefix + "{P}:row:1", "Note", "kept, of no column");
        await Raw.HashSetAsync(Prefix + "{P}:row:1", "n", "fine");
        Assert.That((await Person.GetAsync(Db, 1))!.Note, Is.EqualTo("fine"));
        Sparse sparse = new();
        await sparse.SaveAsync(Db);
        await Raw.HashSetAsync(Prefix + "{Sparse}:row:1", "Number", "abc");
        InvalidValueException invalid = Assert.ThrowsAsync<InvalidValueException>(() => Sparse.GetAsync(Db, 1))!;
        Assert.That((invalid.Model, invalid.Key, invalid.Column), Is.EqualTo(("Sparse", "1", "Number")));
    }
}
