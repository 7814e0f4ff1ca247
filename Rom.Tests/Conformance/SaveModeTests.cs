using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

public sealed class SaveModeTests(EngineKind kind) : PersonFixture(kind)
{
    [Test]
    public async Task A_new_row_never_overwrites_an_existing_one()
    {
        await new Page { Slug = "home", Title = "one" }.SaveAsync(Db);
        foreach (SaveMode mode in new[] { SaveMode.Changed, SaveMode.Full, SaveMode.Insert })
        {
            DuplicateKeyException duplicate = Assert.ThrowsAsync<DuplicateKeyException>(() => new Page { Slug = "home", Title = "two" }.SaveAsync(Db, mode))!;
            Assert.That((duplicate.Model, duplicate.Key), Is.EqualTo(("Page", "home")));
        }

        Assert.That((await Page.GetAsync(Db, "home"))!.Title, Is.EqualTo("one"));
    }

    [Test]
    public async Task Chosen_integer_keys_are_kept_and_never_met_by_assigned_ones()
    {
        await new Ticket { Id = 3 }.SaveAsync(Db);
        Ticket next = new();
        await next.SaveAsync(Db);
        Assert.That(next.Id, Is.EqualTo(4));
        await new Ticket { Id = int.MaxValue }.SaveAsync(Db);
        await new Ticket { Id = -5 }.SaveAsync(Db);
        Ticket after = new();
        await after.SaveAsync(Db);
        Assert.That(after.Id, Is.EqualTo(5));
        Sparse greatest = new() { Id = long.MaxValue };
        await greatest.SaveAsync(Db);
        Sparse assigned = new();
        await assigned.SaveAsync(Db);
        Assert.That(assigned.Id, Is.EqualTo(1));
        Assert.ThrowsAsync<DuplicateKeyException>(() => new Ticket { Id = 3 }.SaveAsync(Db));
    }

    [Test]
    public async Task Guid_keys_are_made_by_the_client_when_empty()
    {
        Device made = new() { Serial = "1", Name = "n" };
        await made.SaveAsync(Db);
        Assert.That(made.Id, Is.Not.EqualTo(Guid.Empty));
        Assert.That(made.Id.ToString()[14], Is.EqualTo('7'), "version 7");
        Guid extreme = Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff");
        await new Device { Id = extreme, Name = "n" }.SaveAsync(Db);
        await new Device { Name = "n\0" }.SaveAsync(Db);
        Assert.That((await Device.GetAsync(Other, extreme))!.Name, Is.EqualTo("n"));
        Assert.That((await Device.GetBySerialAsync(Db, "1"))!.Id, Is.EqualTo(made.Id));
        List<Device> named = await Device.Query(Db).Where(d => d.Name == "n").ToListAsync();
        Assert.That(named.Select(d => d.Id), Is.EqualTo(new[] { made.Id, extreme }.Order()));
    }

    [Test]
    public async Task A_deleted_entity_is_re_created_by_force_alone()
    {
        Person person = Full("a@b");
        await person.SaveAsync(Db);
        await (await Person.GetAsync(Other, 1))!.DeleteAsync(Other);
        person.City = "Bonn";
        Assert.ThrowsAsync<EntityDeletedException>(() => person.SaveAsync(Db));
        Assert.ThrowsAsync<EntityDeletedException>(() => person.SaveAsync(Db, SaveMode.Full));
        Assert.ThrowsAsync<EntityDeletedException>(() => person.SaveAsync(Db, SaveMode.Replace));
        await person.SaveAsync(Db, SaveMode.Force);
        Person loaded = (await Person.GetByEmailAsync(Other, "a@b"))!;
        Assert.That((loaded.Id, loaded.City), Is.EqualTo((1, "Bonn")));
        await person.DeleteAsync(Db);
        Assert.ThrowsAsync<EntityDeletedException>(() => person.SaveAsync(Db));
        await person.SaveAsync(Db, SaveMode.Force);
        person.City = "Trier";
        Assert.That(await person.SaveAsync(Db), Is.EqualTo(1), "tracked again");
    }

    [TestCase(SaveMode.Force)]
    [TestCase(SaveMode.Replace)]
    [TestCase(SaveMode.Upsert)]
    public async Task Overwriting_an_unknown_row_keeps_every_index_right(SaveMode mode)
    {
        await new Page { Slug = "home", Title = "one", Alias = "start", Text = "old words", Views = 5 }.SaveAsync(Db);
        Page blind = new() { Slug = "home", Title = "two", Text = "new words" };
        await blind.SaveAsync(Other, mode);
        Page loaded = (await Page.GetAsync(Db, "home"))!;
        Assert.That((loaded.Title, loaded.Alias, loaded.Views), Is.EqualTo(("two", (string?)null, 0)));
        Assert.That(await Page.GetByAliasAsync(Db, "start"), Is.Null, "the old unique value is free");
        await new Page { Slug = "other", Alias = "start" }.SaveAsync(Db);
        Assert.That(await Page.Query(Db).Where(p => p.Text.Contains("old")).AnyAsync(), Is.False);
        Assert.That(await Page.Query(Db).Where(p => p.Text.StartsWith("ne") && p.Title == "two").CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Replace_needs_a_row_and_upsert_does_not()
    {
        Page page = new() { Slug = "x", Title = "t" };
        Assert.ThrowsAsync<EntityDeletedException>(() => page.SaveAsync(Db, SaveMode.Replace));
        await page.SaveAsync(Db, SaveMode.Upsert);
        page.Title = "u";
        await page.SaveAsync(Db, SaveMode.Replace);
        Assert.That((await Page.GetAsync(Db, "x"))!.Title, Is.EqualTo("u"));
    }

    [Test]
    public async Task A_key_does_not_change()
    {
        Page page = new() { Slug = "a" };
        await page.SaveAsync(Db);
        page.Slug = "b";
        RomException changed = Assert.ThrowsAsync<RomException>(() => page.SaveAsync(Db))!;
        Assert.That(changed.Message, Does.Contain("Page 'a'").And.Contain("Copy()"));
        Page copy = page.Copy();
        await copy.SaveAsync(Db);
        Assert.That(await Page.Query(Db).CountAsync(), Is.EqualTo(2));
        Assert.ThrowsAsync<RomException>(() => new Page { Slug = null! }.SaveAsync(Db));
    }

    [Test]
    public async Task A_copy_is_new_and_equal_but_for_its_key()
    {
        Person person = Full("a@b");
        await person.SaveAsync(Db);
        Person copy = person.Copy();
        Assert.That(copy.Id, Is.Zero);
        Assert.That(copy.ToDictionary().Skip(1), Is.EqualTo(person.ToDictionary().Skip(1)));
        Assert.ThrowsAsync<UniqueViolationException>(() => copy.SaveAsync(Db));
        copy.Email = "c@d";
        copy.Passport = null;
        await copy.SaveAsync(Db);
        Assert.That(copy.Id, Is.EqualTo(2));
    }
}
