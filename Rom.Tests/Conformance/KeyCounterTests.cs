using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Storage.Memory;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Keys that the store assigns: exact to the greatest, past every row that is there, and an error when there is none.</summary>
public sealed class KeyCounterTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Sparses, Tickets, Authors, Metadata<Page, string, Page.Columns>(), Metadata<Review, int, Review.Columns>()];

    private static ModelMetadata Sparses => Metadata<Sparse, long, Sparse.Columns>();

    private static ModelMetadata Authors => Metadata<Author, long, Author.Columns>();

    private static ModelMetadata Tickets => Metadata<Ticket, int, Ticket.Columns>();

    [TestCase(false)]
    [TestCase(true)]
    public async Task The_greatest_key_is_assigned_and_then_no_other(bool inUnit)
    {
        await SetCounterAsync(Tickets, int.MaxValue - 1);
        await SetCounterAsync(Sparses, long.MaxValue - 1);
        Assert.That(await AssignedAsync<Ticket>(inUnit, ticket => ticket.Id), Is.EqualTo(int.MaxValue));
        Assert.That(await AssignedAsync<Sparse>(inUnit, sparse => sparse.Id), Is.EqualTo(long.MaxValue));
        foreach (bool again in (bool[])[inUnit, !inUnit])
        {
            Assert.That(Assert.ThrowsAsync<RomException>(() => AssignedAsync<Ticket>(again, ticket => ticket.Id))!.Message, Does.Contain("Ticket has no further integer key"));
            Assert.That(Assert.ThrowsAsync<RomException>(() => AssignedAsync<Sparse>(again, sparse => sparse.Id))!.Message, Does.Contain("Sparse has no further integer key"));
        }

        Assert.That((await Ticket.Query(Db).CountAsync(), await Sparse.Query(Db).CountAsync()), Is.EqualTo((1L, 1L)), "nothing was written");
    }

    [TestCase(9L)]
    [TestCase(999_999_999_999_999L)]
    [TestCase(9_007_199_254_740_992L)]
    [TestCase(9_007_199_254_740_993L)]
    [TestCase(99_999_999_999_999_999L)]
    [TestCase(1_000_000_000_000_000_000L)]
    public async Task Each_is_the_one_after_the_last(long last)
    {
        await SetCounterAsync(Sparses, last);
        Assert.That(await AssignedAsync<Sparse>(inUnit: false, sparse => sparse.Id), Is.EqualTo(last + 1));
        Assert.That(await AssignedAsync<Sparse>(inUnit: true, sparse => sparse.Id), Is.EqualTo(last + 2));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_counter_that_was_set_back_meets_no_row_and_gives_the_last_free_key(bool inUnit)
    {
        for (int back = 1; back <= 6; back++) await new Ticket { Id = int.MaxValue - back }.SaveAsync(Db);
        await SetCounterAsync(Tickets, int.MaxValue - 7);
        Assert.That(await AssignedAsync<Ticket>(inUnit, ticket => ticket.Id), Is.EqualTo(int.MaxValue));
        Assert.ThrowsAsync<RomException>(() => AssignedAsync<Ticket>(inUnit, ticket => ticket.Id));
        Assert.That(await Ticket.Query(Db).CountAsync(), Is.EqualTo(7));
    }

    [Test]
    public async Task Keys_that_a_unit_chooses_are_assigned_to_no_other_row_of_it()
    {
        await SetCounterAsync(Tickets, int.MaxValue - 3);
        await using RomSession session = Db.OpenSession();
        Ticket chosen = new() { Id = int.MaxValue - 2 }, assigned = new(), last = new();
        foreach (Ticket ticket in (Ticket[])[chosen, assigned, last]) session.Add(ticket);
        await session.CommitAsync();
        Assert.That((assigned.Id, last.Id), Is.EqualTo((int.MaxValue - 1, int.MaxValue)));
    }

    [Test]
    public async Task A_chosen_key_below_the_last_does_not_set_it_back([Values] bool inUnit)
    {
        for (int i = 0; i < 5; i++) await new Sparse().SaveAsync(Db);
        await (await Sparse.GetAsync(Db, 2))!.DeleteAsync(Db);
        await (await Sparse.GetAsync(Db, 3))!.DeleteAsync(Db);
        if (inUnit)
        {
            await using RomSession session = Db.OpenSession();
            session.Add(new Sparse { Id = 2 });
            session.Add(new Sparse { Text = "next" });
            await session.CommitAsync();
            Assert.That((await Sparse.GetAsync(Other, 6))!.Text, Is.EqualTo("next"));
            return;
        }

        await new Sparse { Id = 2 }.SaveAsync(Db);
        Assert.That(await AssignedAsync<Sparse>(inUnit: false, sparse => sparse.Id), Is.EqualTo(6));
    }

    [Test]
    public async Task A_key_that_is_needed_before_the_commit_is_an_error_too_when_there_is_none()
    {
        await SetCounterAsync(Authors, long.MaxValue);
        await using RomSession session = Db.OpenSession();
        session.Add(new Review { Author = new Author { Name = "a" }, Stars = 1 });
        Assert.That(Assert.ThrowsAsync<RomException>(() => session.CommitAsync())!.Message, Does.Contain("Author has no further integer key"));
        if (Kind == EngineKind.Redis)
        {
            await Raw.StringSetAsync($"{Prefix}{{blog}}Author:id", "junk");
            Assert.That(Assert.ThrowsAsync<RomException>(() => session.CommitAsync())!.Message, Does.StartWith("The key counter of Author holds no integer"));
        }

        Assert.That((await Review.Query(Db).CountAsync(), await Author.Query(Db).CountAsync()), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public async Task A_unique_entry_that_a_stopped_commit_left_to_the_row_itself_is_no_conflict([Values] bool inUnit)
    {
        await new Page { Slug = "beside" }.SaveAsync(Db);
        if (Kind == EngineKind.Redis) await Raw.HashSetAsync($"{Prefix}{{Page}}:unique:Alias", "x", "new");
        else Table(Metadata<Page, string, Page.Columns>()).Unique("Alias").Add("x"u8.ToArray(), "new"u8.ToArray());
        Page page = new() { Slug = "new", Alias = "x" };
        await using RomSession session = Db.OpenSession();
        session.Add(page);
        if (inUnit) session.Add(new Page { Slug = "another", Alias = "y" });
        await session.CommitAsync();
        Assert.That((await Page.GetByAliasAsync(Other, "x"))!.Slug, Is.EqualTo("new"));
    }

    [TestCase(SaveMode.Force, false)]
    [TestCase(SaveMode.Replace, true)]
    public async Task Fields_of_no_column_go_by_force_alone(SaveMode mode, bool stays)
    {
        Page page = new() { Slug = "a", Views = 1 };
        await page.SaveAsync(Db);
        if (Kind == EngineKind.Redis) await Raw.HashSetAsync($"{Prefix}{{Page}}:row:a", "foreign", "1");
        else Table(Metadata<Page, string, Page.Columns>()).Rows["a"u8.ToArray()].Add("foreign", "1"u8.ToArray());
        page.Views = 2;
        await page.SaveAsync(Db, mode);
        bool isThere = Kind == EngineKind.Redis
            ? await Raw.HashExistsAsync($"{Prefix}{{Page}}:row:a", "foreign")
            : Table(Metadata<Page, string, Page.Columns>()).Rows["a"u8.ToArray()].ContainsKey("foreign");
        Assert.That(((await Page.GetAsync(Other, "a"))!.Views, isThere), Is.EqualTo((2, stays)));
    }

    private async Task<long> AssignedAsync<TModel>(bool inUnit, Func<TModel, long> key)
        where TModel : class, IRomEntity, new()
    {
        await using RomSession session = Db.OpenSession();
        TModel entity = new();
        session.Add(entity);
        // With a row of another model the commit is one of several rows.
        if (inUnit) session.Add(new Page { Slug = $"{Guid.NewGuid()}" });
        await session.CommitAsync();
        return key(entity);
    }

    private async Task SetCounterAsync(ModelMetadata model, long last)
    {
        // A client that has written knows that there is a schema record.
        if (model == Tickets) await (await SavedAsync(new Ticket { Id = -1 })).DeleteAsync(Db);
        if (model == Sparses) await (await SavedAsync(new Sparse { Id = -1 })).DeleteAsync(Db);
        if (Kind == EngineKind.Memory) Table(model).Counter = last;
        else await Raw.StringSetAsync($"{Prefix}{(model.Group is null ? $"{{{model.Name}}}" : $"{{{model.Group}}}{model.Name}")}:id", $"{last}");
    }

    private async Task<Ticket> SavedAsync(Ticket ticket)
    {
        await ticket.SaveAsync(Db);
        return ticket;
    }

    private async Task<Sparse> SavedAsync(Sparse sparse)
    {
        await sparse.SaveAsync(Db);
        return sparse;
    }

    private MemoryTable Table(ModelMetadata model) => ((MemoryEngine)Db.Engine).Table(model);
}
