using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

public sealed class DeleteTests(EngineKind kind) : PersonFixture(kind)
{
    [Test]
    public async Task Deleting_removes_the_row_with_every_entry_and_unique()
    {
        Person person = Full("a@b");
        await person.SaveAsync(Db);
        Assert.That(await person.DeleteAsync(Db), Is.True);
        Assert.That(await Person.GetAsync(Db, 1), Is.Null);
        Assert.That(await Person.GetByEmailAsync(Db, "a@b"), Is.Null);
        Assert.That(await Person.Query(Db).CountAsync(), Is.Zero);
        Assert.That(await person.DeleteAsync(Db), Is.False, "gone already");
        if (Kind == EngineKind.Redis)
        {
            StackExchange.Redis.RedisResult[] page = (StackExchange.Redis.RedisResult[])(await Raw.ExecuteAsync("SCAN", "0", "MATCH", Prefix + "*", "COUNT", "100000"))!;
            Assert.That(((string[])page[1]!).Order(), Is.EqualTo(new[] { Prefix + "{P}:id", Prefix + "{P}:schema" }));
        }
    }

    [Test]
    public async Task A_delete_by_a_stale_holder_removes_what_is_stored_now()
    {
        Person stale = Full("a@b");
        await stale.SaveAsync(Db);
        Person other = (await Person.GetAsync(Other, 1))!;
        other.Email = "new@b";
        other.Bio = "other words";
        other.Age = 5;
        other.City = null;
        await other.SaveAsync(Other);
        Assert.That(await stale.DeleteAsync(Db), Is.True);
        await Full("new@b").SaveAsync(Db);
        await new Person { Email = "a@b" }.SaveAsync(Db);
        Assert.That(await Person.Query(Db).CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task An_entity_that_was_never_loaded_is_deleted_by_its_key()
    {
        await new Page { Slug = "x", Title = "t", Text = "some words", Alias = "y" }.SaveAsync(Db);
        Assert.That(await new Page { Slug = "x" }.DeleteAsync(Db), Is.True);
        Assert.That(await new Page { Slug = "x" }.DeleteAsync(Db), Is.False);
        RomException error = Assert.ThrowsAsync<RomException>(() => new Person { Email = "e" }.DeleteAsync(Db))!;
        Assert.That((error.Model, error.Column), Is.EqualTo(("P", "Id")));
    }

    [Test]
    public async Task An_entity_whose_key_was_changed_is_not_deleted_by_the_old_one()
    {
        Page page = new() { Slug = "a" };
        await page.SaveAsync(Db);
        page.Slug = "b";
        Assert.ThrowsAsync<RomException>(() => page.DeleteAsync(Db));
        Assert.That(await Page.GetAsync(Db, "a"), Is.Not.Null);
    }

    [Test]
    public async Task A_new_entity_whose_row_is_looked_for_in_vain_is_still_new()
    {
        Device device = new() { Id = Guid.NewGuid(), Serial = "1" };
        Assert.ThrowsAsync<EntityDeletedException>(() => device.RefreshAsync(Db));
        await device.SaveAsync(Db);
        Assert.That(await Device.GetAsync(Db, device.Id), Is.Not.Null);
    }

    [Test]
    public async Task Refresh_of_a_vanished_row_leaves_the_entity_as_it_was()
    {
        Person person = Full("a@b");
        await person.SaveAsync(Db);
        await (await Person.GetAsync(Other, 1))!.DeleteAsync(Other);
        EntityDeletedException gone = Assert.ThrowsAsync<EntityDeletedException>(() => person.RefreshAsync(Db))!;
        Assert.That(gone.Key, Is.EqualTo("1"));
        Assert.That((person.Email, person.Age), Is.EqualTo(("a@b", 30)));
        Assert.ThrowsAsync<RomException>(() => new Person { Email = "x" }.RefreshAsync(Db));
    }

    [Test]
    public async Task A_shared_word_stays_until_its_last_row_goes()
    {
        Page one = new() { Slug = "1", Text = "alpha beta" }, two = new() { Slug = "2", Text = "alpha gamma" };
        await one.SaveAsync(Db);
        await two.SaveAsync(Db);
        await one.DeleteAsync(Db);
        Assert.That(await Page.Query(Db).Where(p => p.Text.StartsWith("alp")).CountAsync(), Is.EqualTo(1));
        two.Text = "gamma";
        await two.SaveAsync(Db);
        Assert.That(await Page.Query(Db).Where(p => p.Text.StartsWith("alp")).CountAsync(), Is.Zero);
    }
}
