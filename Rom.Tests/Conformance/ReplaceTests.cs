using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Units that remove a row and add another under its key.</summary>
public sealed class ReplaceTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
    [
        Metadata<Page, string, Page.Columns>(), Metadata<Player, long, Player.Columns>(), Metadata<Versioned, long, Versioned.Columns>(), Metadata<Hooked, long, Hooked.Columns>(),
        Metadata<BlogPost, long, BlogPost.Columns>(), Metadata<Author, long, Author.Columns>(),
    ];

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_row_is_the_new_entity_s_with_its_entries_and_uniques(bool addFirst)
    {
        Page old = await StoredAsync(), added = new() { Slug = "s", Text = "new words", Views = 2, Alias = "new" }, heir = new() { Slug = "other", Alias = "old" };
        await using RomSession session = Db.OpenSession();
        if (addFirst) session.Add(added);
        session.Remove(old);
        if (!addFirst) session.Add(added);
        session.Add(heir);
        long before = Db.RoundTrips;
        Assert.That(await session.CommitAsync(), Is.EqualTo(2), "rows");
        Assert.That(Db.RoundTrips - before, Is.EqualTo(1));
        Page stored = (await Page.GetAsync(Other, "s"))!;
        Assert.That((stored.Text, stored.Title, stored.Views, stored.Alias), Is.EqualTo(("new words", (string?)null, 2, "new")));
        Assert.That((await Page.GetByAliasAsync(Other, "old"))!.Slug, Is.EqualTo("other"), "what it had is free in the same unit");
        Assert.That(await Page.GetAsync(session, "s"), Is.SameAs(added));
        added.Views = 3;
        Assert.That(await session.CommitAsync(), Is.EqualTo(1));
        Assert.ThrowsAsync<EntityDeletedException>(() => old.SaveAsync(Db), "the old entity is a deleted one");
    }

    [Test]
    public async Task By_itself_in_a_unit_and_with_nothing_but_the_key_known()
    {
        await StoredAsync();
        await using RomSession session = Db.OpenSession();
        session.Remove(new Page { Slug = "s" });
        session.Add(new Page { Slug = "s", Text = "new" });
        Assert.That(await session.CommitAsync(), Is.EqualTo(1));
        Assert.That(await Page.GetByAliasAsync(Other, "old"), Is.Null);
        Assert.That((await Page.GetAsync(Other, "s"))!.Title, Is.Null);
    }

    [Test]
    public async Task Whoever_changes_or_deletes_the_row_meanwhile_it_is_replaced()
    {
        Page old = await StoredAsync(), changed = (await Page.GetAsync(Other, "s"))!;
        await using RomSession session = Db.OpenSession();
        session.Remove(old);
        session.Add(new Page { Slug = "s", Text = "first" });
        (changed.Text, changed.Alias) = ("other words", "changed");
        await changed.SaveAsync(Other);
        Assert.That(await session.CommitAsync(), Is.EqualTo(1));
        Page first = (await Page.GetAsync(session, "s"))!;
        await (await Page.GetAsync(Other, "s"))!.DeleteAsync(Other);
        session.Remove(first);
        session.Add(new Page { Slug = "s", Text = "second" });
        Assert.That(await session.CommitAsync(), Is.EqualTo(1), "a row that is gone is added");
        Assert.That((await Page.GetAsync(Other, "s"))!.Text, Is.EqualTo("second"));
    }

    [Test]
    public async Task Native_structures_begin_anew()
    {
        Player old = new() { Id = 5, Name = "same" };
        await old.SaveAsync(Db);
        await old.Log.AddAsync(Db, "old");
        await using RomSession session = Db.OpenSession();
        Player added = new() { Id = 5, Name = "same" };
        session.Remove(old);
        session.Add(added);
        await session.CommitAsync();
        Assert.That(await added.Log.CountAsync(Other), Is.Zero);
        await added.Log.AddAsync(Db, "new");
        await using RomSession second = Db.OpenSession();
        second.Remove(added);
        second.Add(new Player { Id = 5, Name = "other" });
        second.Add(new Player { Id = 6 });
        await second.CommitAsync();
        Assert.That(await (await Player.GetAsync(Other, 5))!.Log.CountAsync(Other), Is.Zero);
    }

    [Test]
    public async Task A_version_is_checked_as_by_a_delete_and_goes_on()
    {
        Versioned old = new() { Id = 5, Left = 1 };
        await old.SaveAsync(Db);
        Versioned other = (await Versioned.GetAsync(Other, 5))!;
        await using RomSession session = Db.OpenSession();
        session.Remove(old);
        Versioned added = new() { Id = 5, Left = 9 };
        session.Add(added);
        other.Left = 2;
        await other.SaveAsync(Other);
        Assert.That(Assert.ThrowsAsync<DataRaceException>(() => session.CommitAsync())!.Column, Is.EqualTo("Version"));
        await session.RefreshAsync(old);
        session.Remove(old);
        await session.CommitAsync();
        Assert.That(added.Version, Is.EqualTo(3));
    }

    [Test]
    public async Task Both_entities_run_their_hooks()
    {
        Hooked old = new() { Id = 5 }, added = new() { Id = 5 };
        await old.SaveAsync(Db);
        old.Calls.Clear();
        await using RomSession session = Db.OpenSession();
        session.Remove(old);
        session.Add(added);
        await session.CommitAsync();
        Assert.That((old.Calls, added.Calls), Is.EqualTo((new[] { "BeforeDelete", "AfterDelete" }, new[] { "BeforeInsert", "AfterInsert" })));
    }

    [Test]
    public async Task The_new_entity_may_refer_to_another_new_one()
    {
        BlogPost old = new() { Title = "old", Author = new Author { Name = "first" } };
        await using RomSession session = Db.OpenSession();
        session.Add(old);
        await session.CommitAsync();
        BlogPost added = BlogPost.WithKey(old.Id, "new");
        added.Author = new Author { Name = "second" };
        session.Remove(old);
        session.Add(added);
        Assert.That(await session.CommitAsync(), Is.EqualTo(2));
        Assert.That((added.AuthorKey, (await BlogPost.Query(Other).Where(p => p.Author == 2).FirstOrDefaultAsync())!.Title), Is.EqualTo((2L, "new")));
        Assert.That(await BlogPost.Query(Other).Where(p => p.Author == 1).CountAsync(), Is.Zero);
    }

    private async Task<Page> StoredAsync()
    {
        Page page = new() { Slug = "s", Title = "old title", Text = "old words", Views = 1, Alias = "old" };
        await page.SaveAsync(Db);
        return page;
    }
}
