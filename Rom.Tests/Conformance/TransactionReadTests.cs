using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Which reads of a transaction its commit verifies, one test for each kind of read.</summary>
public sealed class TransactionReadTests(EngineKind kind) : ConformanceFixture(kind)
{
    private static readonly Dictionary<string, Func<RomTransaction, Scene, Task>> Verified = new()
    {
        ["GetAsync"] = (tx, _) => Ticket.GetAsync(tx, 1),
        ["GetAsync of several"] = (tx, _) => Ticket.GetAsync(tx, [1]),
        ["a lookup by unique"] = (tx, _) => Author.GetByNameAsync(tx, "a"),
        ["RefreshAsync of an entity"] = (tx, scene) => scene.Ticket.RefreshAsync(tx),
        ["RefreshAsync"] = (tx, scene) => tx.RefreshAsync(scene.Ticket),
        ["LoadAsync"] = (tx, scene) => scene.Post.Author!.LoadAsync(tx),
        ["a collection"] = (tx, scene) => scene.Posts.ToListAsync(tx),
        ["ToListAsync"] = (tx, _) => Ticket.Query(tx).ToListAsync(),
        ["FirstOrDefaultAsync"] = (tx, _) => Ticket.Query(tx).FirstOrDefaultAsync(),
        ["SingleOrDefaultAsync"] = (tx, _) => Ticket.Query(tx).Where(t => t.Priority == 5).SingleOrDefaultAsync(),
        ["ToPageAsync"] = (tx, _) => Ticket.Query(tx).ToPageAsync(1),
        ["AsAsyncEnumerable"] = (tx, _) => AllAsync(Ticket.Query(tx).AsAsyncEnumerable()),
        ["AsNoTracking"] = (tx, _) => Ticket.Query(tx).AsNoTracking().ToListAsync(),
        ["Select"] = (tx, _) => Ticket.Query(tx).Select(t => t.Priority).ToListAsync(),
        ["Select of several columns"] = (tx, _) => BlogPost.Query(tx).Select(p => p.Title, p => p.Author).ToListAsync(),
        ["the first of a Select"] = (tx, _) => Ticket.Query(tx).Select(t => t.Priority).FirstOrDefaultAsync(),
        ["the single one of a Select"] = (tx, _) => Ticket.Query(tx).Where(t => t.Priority == 5).Select(t => t.Priority).SingleOrDefaultAsync(),
        ["a page of a Select"] = (tx, _) => Ticket.Query(tx).OrderBy(t => t.Priority).Select(t => t.Priority).ToPageAsync(1),
        ["all of a Select"] = (tx, _) => AllAsync(Ticket.Query(tx).Select(t => t.Priority).AsAsyncEnumerable()),
        ["the row of a MinAsync"] = (tx, _) => Ticket.Query(tx).MinAsync(t => t.Priority),
        ["the row of a MaxAsync"] = (tx, _) => Ticket.Query(tx).Where(t => t.Priority == 5).MaxAsync(t => t.Priority),
        ["ListVerifiedAsync"] = (tx, _) => tx.ListVerifiedAsync(Ticket.Query(tx).Where(t => t.Priority == 5)),
        ["CountVerifiedAsync"] = (tx, _) => tx.CountVerifiedAsync(Ticket.Query(tx)),
        ["UpdateIfAsync that met another value"] = (tx, _) => Ticket.UpdateIfAsync(tx, 1, t => t.Priority == 99, t => t.Priority.Set(1)),
    };

    private static readonly Dictionary<string, Func<RomTransaction, Scene, Task>> NotVerified = new()
    {
        ["CountAsync"] = (tx, _) => Ticket.Query(tx).CountAsync(),
        ["AnyAsync"] = (tx, _) => Ticket.Query(tx).Where(t => t.Priority == 6).AnyAsync(),
        ["SumAsync"] = (tx, _) => Ticket.Query(tx).SumAsync(t => t.Priority),
        ["AverageAsync"] = (tx, _) => Ticket.Query(tx).AverageAsync(t => t.Priority),
        ["Distinct"] = (tx, _) => Ticket.Query(tx).Select(t => t.Priority).Distinct().ToListAsync(),
        ["the number of Distinct"] = (tx, _) => Ticket.Query(tx).Select(t => t.Priority).Distinct().CountAsync(),
        ["ExplainAsync"] = (tx, _) => Ticket.Query(tx).ExplainAsync(),
        ["the number of a collection"] = (tx, scene) => scene.Posts.CountAsync(tx),
        ["a native structure"] = async (tx, scene) =>
        {
            await scene.Player.Visits.ValueAsync(tx);
            await scene.Player.Log.RangeAsync(tx);
        },
        ["a read beside the transaction"] = (_, scene) => Ticket.GetAsync(scene.Db, 1),
    };

    public static IEnumerable<string> VerifiedWays => Verified.Keys;

    public static IEnumerable<string> OtherWays => NotVerified.Keys;

    protected override ModelMetadata[] VerifiedModels =>
    [
        Metadata<Author, long, Author.Columns>(), Metadata<BlogPost, long, BlogPost.Columns>(), Metadata<Ticket, int, Ticket.Columns>(), Metadata<Player, long, Player.Columns>(),
        Metadata<Page, string, Page.Columns>(), Metadata<Person, long, Person.Columns>(),
    ];

    [TestCaseSource(nameof(VerifiedWays))]
    public async Task What_it_read_is_verified(string way) => Assert.That(await RunsAsync(Verified[way], changes: true), Is.EqualTo(2));

    [TestCaseSource(nameof(VerifiedWays))]
    public async Task What_it_read_and_nobody_changed_is_no_conflict(string way) => Assert.That(await RunsAsync(Verified[way], changes: false), Is.EqualTo(1));

    [TestCaseSource(nameof(OtherWays))]
    public async Task What_is_no_row_is_not_verified(string way) => Assert.That(await RunsAsync(NotVerified[way], changes: true), Is.EqualTo(1));

    [Test]
    public async Task A_Select_verifies_the_columns_that_it_read_and_whether_there_is_a_row([Values] bool deletes)
    {
        await new BlogPost { Title = "t" }.SaveAsync(Db);
        int runs = await RunsAsync(
            (tx, _) => BlogPost.Query(tx).Where(p => p.Author == null).Select(p => p.Title).ToListAsync(),
            () => deletes ? DeleteAsync() : BlogPost.PatchAsync(Other, 1, p => p.Author.Set(Ref<Author>.To(7))));
        Assert.That(runs, Is.EqualTo(deletes ? 2 : 1));

        async Task DeleteAsync() => await (await BlogPost.GetAsync(Other, 1))!.DeleteAsync(Other);
    }

    [Test]
    public async Task Columns_without_a_value_are_verified_too([Values] bool changes)
    {
        Person person = new() { Email = "a@b", Nick = null, Verified = true };
        await person.SaveAsync(Db);
        int runs = await RunsAsync(
            (tx, _) => Person.Query(tx).OrderBy(p => p.Age).Select(p => p.Note, p => p.Nick, p => p.Verified, p => p.Id).ToListAsync(),
            () => changes ? Person.PatchAsync(Other, person.Id, p => p.Note.Set("now")) : Task.CompletedTask);
        Assert.That(runs, Is.EqualTo(changes ? 2 : 1));
    }

    [Test]
    public async Task A_row_that_was_read_in_parts_is_verified_in_each_as_it_was_first_seen([Values] bool wholeFirst, [Values] bool changes)
    {
        await new Page { Slug = "x", Title = "t", Text = "one", Views = 3 }.SaveAsync(Db);
        int runs = await RunsAsync(
            async (tx, _) =>
            {
                if (wholeFirst) await Page.GetAsync(tx, "x");
                await Page.Query(tx).Where(p => p.Views == 3).Select(p => p.Title).ToListAsync();
                await Page.Query(tx).Where(p => p.Views == 3).Select(p => p.Text).ToListAsync();
                if (!wholeFirst) await Page.GetAsync(tx, "x");
            },
            () => changes ? Page.PatchAsync(Other, "x", p => p.Alias.Set("alias")) : Task.CompletedTask);
        Assert.That(runs, Is.EqualTo(changes ? 2 : 1));
    }

    [Test]
    public async Task A_row_that_changed_between_two_reads_of_parts_of_it_is_a_conflict()
    {
        await new Page { Slug = "x", Title = "t", Views = 3 }.SaveAsync(Db);
        int runs = 0;
        await Db.TransactionAsync(async (tx, ct) =>
        {
            List<string?> titles = await Page.Query(tx).Select(p => p.Title).ToListAsync(ct);
            if (++runs == 1) await Page.PatchAsync(Other, "x", p => p.Title.Set("new"), cancellationToken: ct);
            Page page = (await Page.GetAsync(tx, "x", ct))!;
            page.Text = titles[0];
        });
        Assert.That((runs, (await Page.GetAsync(Other, "x"))!.Text), Is.EqualTo((2, "new")));
    }

    [Test]
    public async Task What_was_chosen_of_a_row_that_an_entity_brings_along_is_refreshed_with_it()
    {
        Ticket old = new() { Priority = 5 };
        await old.SaveAsync(Db);
        await Ticket.PatchAsync(Other, old.Id, t => t.Priority.Set(6));
        int runs = 0;
        await Db.TransactionAsync(async (tx, ct) =>
        {
            runs++;
            await Ticket.Query(tx).Select(t => t.Priority).ToListAsync(ct);
            tx.Add(old);
            await tx.RefreshAsync(old, ct);
            old.Priority++;
        });
        Assert.That((runs, (await Ticket.GetAsync(Other, old.Id))!.Priority), Is.EqualTo((1, 7)));
    }

    private static async Task AllAsync<T>(IAsyncEnumerable<T> items)
    {
        int number = 0;
        await foreach (T _ in items) number++;
        Assert.That(number, Is.Positive);
    }

    private async Task<int> RunsAsync(Func<RomTransaction, Scene, Task> read, bool changes)
    {
        Scene? scene = null;
        return await RunsAsync((tx, known) => read(tx, scene = known), () => changes ? scene!.ChangeAsync(Other) : Task.CompletedTask);
    }

    /// <summary>How often the work ran, which read before another client made a change.</summary>
    private async Task<int> RunsAsync(Func<RomTransaction, Scene, Task> read, Func<Task> change)
    {
        Scene scene = await Scene.StoreAsync(Db);
        int runs = 0;
        await Db.TransactionAsync(async (tx, ct) =>
        {
            await read(tx, scene);
            if (++runs == 1) await change();
            tx.Add(new Author { Name = $"run {runs}" });
        });
        Assert.That((await Author.Query(Other).ToListAsync()).Count(author => author.Name.StartsWith("run", StringComparison.Ordinal)), Is.EqualTo(1));
        return runs;
    }

    /// <summary>One row of each model.</summary>
    private sealed record Scene(RomDatabase Db, Ticket Ticket, Author Author, BlogPost Post, Player Player)
    {
        public RefCollection<BlogPost> Posts { get; } = new(Author, nameof(BlogPost.Author));

        public static async Task<Scene> StoreAsync(RomDatabase db)
        {
            Ticket ticket = new() { Priority = 5 };
            Author author = new() { Name = "a" };
            Player player = new();
            await db.SaveAllAsync([ticket, author, player]);
            BlogPost post = new() { Title = "scene", Author = author };
            await post.SaveAsync(db);
            return new Scene(db, ticket, author, (await BlogPost.GetAsync(db, post.Id))!, player);
        }

        /// <summary>Each row, each number and each native structure.</summary>
        public async Task ChangeAsync(RomDatabase other)
        {
            await Ticket.PatchAsync(other, Ticket.Id, t => t.Priority.Add(1));
            await Author.PatchAsync(other, Author.Id, a => a.Name.Set("b"));
            await BlogPost.PatchAsync(other, Post.Id, p => p.Title.Set("changed"));
            await other.SaveAllAsync([new Ticket { Priority = 5 }, new BlogPost { Title = "more", Author = Author }]);
            await Player.Visits.IncrementAsync(other);
            await Player.Log.AddAsync(other, "line");
        }
    }
}
