using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Commits that what is stored forbids: every conflict is listed, and nothing is written.</summary>
public sealed class SessionConflictTests(EngineKind kind) : PersonFixture(kind)
{
    [Test]
    public async Task Every_conflict_is_listed_and_nothing_is_written()
    {
        Page raced = await StoredAsync("raced"), gone = await StoredAsync("gone"), taking = await StoredAsync("taking");
        await StoredAsync("owner", alias: "x");
        await using RomSession session = Db.OpenSession();
        List<Page> pages = await Page.GetAsync(session, ["raced", "gone", "taking"]);
        raced.Views = 5;
        raced.Title = "other";
        await raced.SaveAsync(Other);
        await gone.DeleteAsync(Other);
        (pages[0].Views, pages[0].Title, pages[0].Text) = (6, "mine", "mine");
        pages[1].Views = 1;
        pages[2].Alias = "x";
        Page duplicate = new() { Slug = "owner" }, fine = new() { Slug = "fine" };
        session.Add(duplicate);
        session.Add(fine);

        DataRaceException error = Assert.ThrowsAsync<DataRaceException>(() => session.CommitAsync())!;
        Assert.That(error.Conflicts.Select(conflict => (conflict.GetType(), conflict.Entity, conflict.Key)), Is.EqualTo(new (Type, IRomEntity?, string?)[]
        {
            (typeof(DataRaceException), pages[0], "raced"),
            (typeof(EntityDeletedException), pages[1], "gone"),
            (typeof(DuplicateKeyException), duplicate, "owner"),
            (typeof(UniqueViolationException), pages[2], "taking"),
        }));
        Assert.That(error.StoredValues, Is.EquivalentTo(new Dictionary<string, string?> { ["Views"] = "5", ["Title"] = "other" }));
        UniqueViolationException unique = (UniqueViolationException)error.Conflicts[3];
        Assert.That((unique.Column, unique.OwnerKey, unique.Value), Is.EqualTo(("Alias", "owner", "x")));
        Assert.That(error.Message, Does.Contain("4 conflicts").And.Contain("'gone'").And.Contain("'owner'").And.Contain("Alias").And.Not.Contain("other'"));
        Assert.That(error.ToString(), Does.Not.Contain("mine"));
        Assert.That(await Page.GetAsync(Other, "fine"), Is.Null);
        Assert.That((await Page.GetAsync(Other, "raced"))!.Text, Is.Null);

        // Each conflict settled, the same unit succeeds.
        await session.RefreshAsync(pages[0]);
        session.Forget(pages[1]);
        session.Forget(duplicate);
        pages[2].Alias = "y";
        Assert.That(await session.CommitAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task One_unique_value_taken_twice_inside_a_unit_is_a_conflict()
    {
        await using RomSession session = Db.OpenSession();
        session.Add(new Page { Slug = "a", Alias = "x" });
        session.Add(new Page { Slug = "b", Alias = "x" });
        UniqueViolationException error = Assert.ThrowsAsync<UniqueViolationException>(() => session.CommitAsync())!;
        Assert.That((error.Key, error.OwnerKey, error.Conflicts.Count), Is.EqualTo(("b", "a", 1)));
        Assert.That(await Page.Query(Other).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_value_that_a_row_which_is_gone_had_too_is_free()
    {
        Page gone = await StoredAsync("a", alias: "x"), owner = await StoredAsync("b", alias: "y");
        await using RomSession session = Db.OpenSession();
        List<Page> pages = await Page.GetAsync(session, ["b", "a"]);
        await gone.DeleteAsync(Other);
        owner.Alias = "x";
        await owner.SaveAsync(Other);
        await session.RefreshAsync(pages[0]);
        pages[0].Alias = "z";
        session.Remove(pages[1]);
        session.Add(new Page { Slug = "c", Alias = "x" });
        Assert.That(await session.CommitAsync(), Is.EqualTo(2));
        Assert.That(((await Page.GetByAliasAsync(Other, "x"))!.Slug, (await Page.GetByAliasAsync(Other, "z"))!.Slug), Is.EqualTo(("c", "b")));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_value_that_a_stale_row_gives_up_is_free(bool isReplaced)
    {
        Page stored = await StoredAsync("a", alias: "old");
        await using RomSession session = Db.OpenSession();
        Page stale = (await Page.GetAsync(session, "a"))!;
        stored.Alias = "now";
        await stored.SaveAsync(Other);
        session.Remove(stale);
        if (isReplaced) session.Add(new Page { Slug = "a", Alias = "old" });
        session.Add(new Page { Slug = "b", Alias = "now" });
        await session.CommitAsync();
        Assert.That((await Page.GetByAliasAsync(Other, "now"))!.Slug, Is.EqualTo("b"));
        Assert.That((await Page.GetByAliasAsync(Other, "old"))?.Slug, Is.EqualTo(isReplaced ? "a" : null));
    }

    [Test]
    public async Task Every_tracked_entity_that_was_deleted_beside_the_session_is_listed()
    {
        foreach (string slug in (string[])["a", "b", "c"]) await StoredAsync(slug);
        await using RomSession session = Db.OpenSession();
        List<Page> pages = await Page.GetAsync(session, ["a", "b", "c"]);
        await pages[0].DeleteAsync(Db);
        await pages[1].DeleteAsync(Db);
        foreach (Page page in pages) page.Views = 1;
        EntityDeletedException error = Assert.ThrowsAsync<EntityDeletedException>(() => session.CommitAsync())!;
        Assert.That(error.Conflicts.Select(conflict => (conflict.Entity, conflict.Key)), Is.EqualTo(new (IRomEntity?, string?)[] { (pages[0], "a"), (pages[1], "b") }));
        Assert.That((await Page.GetAsync(Other, "c"))!.Views, Is.Not.EqualTo(1), "nothing was written");
        session.Forget(pages[0]);
        session.Forget(pages[1]);
        Assert.That(await session.CommitAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_value_that_stays_taken_is_a_conflict_beside_a_stale_row()
    {
        Page stored = await StoredAsync("a", alias: "old");
        await StoredAsync("owner", alias: "x");
        await using RomSession session = Db.OpenSession();
        Page stale = (await Page.GetAsync(session, "a"))!;
        stored.Alias = "now";
        await stored.SaveAsync(Other);
        session.Remove(stale);
        session.Add(new Page { Slug = "b", Alias = "now" });
        session.Add(new Page { Slug = "c", Alias = "x" });
        UniqueViolationException error = Assert.ThrowsAsync<UniqueViolationException>(() => session.CommitAsync())!;
        Assert.That((error.Key, error.OwnerKey, error.Conflicts.Count), Is.EqualTo(("c", "owner", 1)), "only what is taken when all is known");
        Assert.That((await Page.GetByAliasAsync(Other, "now"))!.Slug, Is.EqualTo("a"), "nothing was written");
    }

    [Test]
    public async Task No_more_than_a_hundred_conflicts_are_listed()
    {
        for (int i = 0; i < 130; i++) await StoredAsync($"p{i}");
        await using RomSession session = Db.OpenSession();
        for (int i = 0; i < 130; i++) session.Add(new Page { Slug = $"p{i}" });
        DuplicateKeyException error = Assert.ThrowsAsync<DuplicateKeyException>(() => session.CommitAsync())!;
        Assert.That(error.Conflicts, Has.Count.EqualTo(100));
        Assert.That(error.Message, Does.Contain("100 conflicts").And.Contain("'p10'").And.Not.Contain("'p11'"));
    }

    [Test]
    public async Task A_change_of_another_column_of_a_shared_index_is_no_conflict()
    {
        Person stored = Full("a@b");
        await stored.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        Person person = (await Person.GetAsync(session, stored.Id))!;
        stored.Status = Status.Closed;
        await stored.SaveAsync(Other);
        person.Age = 31;
        Assert.That(await session.CommitAsync(), Is.EqualTo(1));
        Assert.That(await Person.Query(Other).Where(p => p.Status == Status.Closed && p.Age == 31).CountAsync(), Is.EqualTo(1));
        person.Status = Status.Trial;
        Assert.ThrowsAsync<DataRaceException>(() => session.CommitAsync(), "it was loaded with another Status");
    }

    [Test]
    public async Task A_unit_that_is_too_large_is_refused_whole()
    {
        RomDatabase small = new(Db.Engine, new RomOptions { MaxRowsPerCommit = 3, KeyPrefix = Prefix });
        await using RomSession session = small.OpenSession();
        for (int i = 0; i < 4; i++) session.Add(new Ticket());
        RomException error = Assert.ThrowsAsync<RomException>(() => session.CommitAsync())!;
        Assert.That(error.Message, Does.Contain("4 rows").And.Contain("MaxRowsPerCommit").And.Contain("SplitOptions"));
        Assert.That(await Ticket.Query(Other).CountAsync(), Is.Zero);
        long before = Db.RoundTrips;
        Assert.That(await session.CommitAsync(new SplitOptions { RowsPerCommit = 3 }), Is.EqualTo(4));
        Assert.That((Db.RoundTrips - before, await Ticket.Query(Other).CountAsync()), Is.EqualTo((2, 4)));
    }

    [Test]
    public async Task A_chain_of_new_references_may_be_of_any_length()
    {
        BlogPost last = new() { Title = "0" };
        for (int i = 1; i < 100_000; i++) last = new BlogPost { Title = $"{i}", Previous = last };
        await using RomSession session = Db.OpenSession();
        session.Add(last);
        RomException error = Assert.ThrowsAsync<RomException>(() => session.CommitAsync())!;
        Assert.That(error.Message, Does.Contain("100000 rows").And.Contain("MaxRowsPerCommit"));
        Assert.That(await BlogPost.Query(Other).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_split_unit_that_is_refused_goes_on_after_the_parts_that_were_written()
    {
        await StoredAsync("p4");
        await using RomSession session = Db.OpenSession();
        Page[] pages = [.. Enumerable.Range(0, 9).Select(i => new Page { Slug = $"p{i}" })];
        foreach (Page page in pages) session.Add(page);
        DuplicateKeyException error = Assert.ThrowsAsync<DuplicateKeyException>(() => session.CommitAsync(new SplitOptions { RowsPerCommit = 3 }))!;
        Assert.That((error.Entity, await Page.Query(Other).CountAsync()), Is.EqualTo((pages[4], 4)));
        session.Forget(pages[4]);
        Assert.That(await session.CommitAsync(), Is.EqualTo(5));
    }

    [Test]
    public async Task RequireOneGroup_refuses_a_unit_of_several()
    {
        RomDatabase strict = new(Db.Engine, new RomOptions { RequireOneGroup = true, KeyPrefix = Prefix });
        await using RomSession session = strict.OpenSession();
        session.Add(new Ticket());
        session.Add(new Device());
        Assert.That(await session.CommitAsync(), Is.EqualTo(2), "both are in the group 'things'");
        session.Add(new Ticket());
        session.Add(new Page { Slug = "a" });
        RomException error = Assert.ThrowsAsync<RomException>(() => session.CommitAsync())!;
        Assert.That(error.Message, Does.Contain("Ticket").And.Contain("Page").And.Contain("RequireOneGroup"));
    }

    [Test]
    public async Task Two_calls_at_once_are_refused()
    {
        await StoredAsync("a");
        GatedEngine gate = new(Db.Engine);
        await using RomSession session = new RomDatabase(gate, new RomOptions()).OpenSession();
        Task<Page?> first = Page.GetAsync(session, "a");
        InvalidOperationException error = Assert.ThrowsAsync<InvalidOperationException>(() => Page.GetAsync(session, "a"))!;
        Assert.That(error.Message, Does.Contain("not thread-safe"));
        Assert.Throws<InvalidOperationException>(() => session.Add(new Ticket()));
        Assert.ThrowsAsync<InvalidOperationException>(() => session.CommitAsync());
        gate.Open();
        Assert.That(await first, Is.Not.Null);
        Assert.That(await Page.GetAsync(session, "a"), Is.SameAs(await first), "afterwards it goes on");
    }

    private async Task<Page> StoredAsync(string slug, string? alias = null)
    {
        Page page = new() { Slug = slug, Alias = alias };
        await page.SaveAsync(Db);
        return page;
    }
}
