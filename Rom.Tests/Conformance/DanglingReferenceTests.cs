using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>References to entities that were deleted, that a unit removes, or that are new: a write sets none that dangles, and leaves those that do.</summary>
public sealed class DanglingReferenceTests(EngineKind kind) : ConformanceFixture(kind)
{
    private static readonly Dictionary<string, Func<RomDatabase, Author, BlogPost, Task>> WaysToRefer = new()
    {
        ["save"] = (db, _, post) => post.SaveAsync(db),
        ["overwrite"] = (db, _, post) => post.SaveAsync(db, SaveMode.Force),
        ["bulk"] = async (db, _, post) => throw Assert.ThrowsAsync<BulkException>(() => db.SaveAllAsync([post, new Ticket()]))!.Results[0].Error!,
        ["patch"] = (db, author, _) => BlogPost.PatchAsync(db, 1, p => p.Author.Set(author)),
        ["update if"] = (db, author, _) => BlogPost.UpdateIfAsync(db, 1, p => p.Author == null, p => p.Author.Set(author)),
        ["unit"] = async (db, _, post) =>
        {
            await using RomSession session = db.OpenSession();
            session.Add(post);
            await session.CommitAsync();
        },
        ["transaction"] = (db, _, post) => db.TransactionAsync((tx, _) =>
        {
            tx.Add(post);
            return Task.CompletedTask;
        }),
    };

    public static IEnumerable<string> Ways => WaysToRefer.Keys;

    protected override ModelMetadata[] VerifiedModels =>
    [
        Metadata<Author, long, Author.Columns>(), Metadata<BlogPost, long, BlogPost.Columns>(), Metadata<Page, string, Page.Columns>(), Metadata<Device, Guid, Device.Columns>(),
        Metadata<Ticket, int, Ticket.Columns>(),
    ];

    [TestCaseSource(nameof(Ways))]
    public async Task A_reference_to_an_entity_that_was_deleted_is_refused(string way)
    {
        Author author = await StoredAsync("a");
        await new BlogPost { Title = "stored" }.SaveAsync(Db);
        await author.DeleteAsync(Db);
        InvalidValueException error = Assert.ThrowsAsync<InvalidValueException>(() => WaysToRefer[way](Db, author, new BlogPost { Title = "t", Author = author }))!;
        Assert.That((error.Model, error.Column), Is.EqualTo(("BlogPost", "Author")));
        Assert.That(error.Message, Does.Contain("BlogPost.Author").And.Contain("Author '1'").And.Contain("deleted").And.Contain("nothing was written").And.Contain("set it to another"));
        Assert.That((await BlogPost.Query(Other).ToListAsync()).Select(post => (post.Title, post.AuthorKey)), Is.EqualTo(new[] { ("stored", (long?)null) }));

        await author.SaveAsync(Db, SaveMode.Force);
        await new BlogPost { Title = "t", Author = author }.SaveAsync(Db);
        Assert.That(await BlogPost.Query(Other).Where(p => p.Author == author).CountAsync(), Is.EqualTo(1), "it is there again");
    }

    [Test]
    public async Task A_reference_that_dangles_since_its_target_was_deleted_is_no_obstacle_to_a_change()
    {
        Author author = await StoredAsync("a");
        BlogPost post = new() { Title = "t", Author = author };
        await post.SaveAsync(Db);
        await author.DeleteAsync(Db);
        post.Title = "changed";
        await post.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        session.Add(post);
        post.Title = "again";
        Assert.That(await session.CommitAsync(), Is.EqualTo(1));
        Assert.That((await BlogPost.GetAsync(Other, post.Id))!.AuthorKey, Is.EqualTo(author.Id));
    }

    [Test]
    public async Task A_unit_writes_no_reference_to_what_it_removes([Values] bool byKey, [Values] bool change)
    {
        Author author = await StoredAsync("a");
        BlogPost post = new() { Title = "t" };
        if (change) await post.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        session.Add(new Ticket());
        session.Add(post);
        post.Author = byKey ? Ref<Author>.To(author.Id) : author;
        session.Remove(author);
        InvalidValueException error = Assert.ThrowsAsync<InvalidValueException>(() => session.CommitAsync())!;
        Assert.That((error.Model, error.Key, error.Column), Is.EqualTo(("BlogPost", change ? "1" : null, "Author")));
        Assert.That(error.Message, Does.StartWith($"Author of {(change ? "BlogPost '1'" : "a new BlogPost")} refers to Author '1', which the same unit removes; nothing was written."));
        Assert.That((await Ticket.Query(Other).CountAsync(), await Author.Query(Other).CountAsync()), Is.EqualTo((0, 1)));

        session.Add(new Author { Name = "b" });
        post.Author = null;
        Assert.That(await session.CommitAsync(), Is.EqualTo(change ? 3 : 4), "without the reference it may be removed");
        Assert.That((await Author.Query(Other).ToListAsync()).Single().Name, Is.EqualTo("b"));
    }

    [Test]
    public async Task A_new_entity_that_was_removed_again_does_not_join_by_what_refers_to_it()
    {
        await using RomSession session = Db.OpenSession();
        Author author = new() { Name = "a" };
        BlogPost post = new() { Title = "t", Author = author };
        session.Add(author);
        session.Add(post);
        session.Remove(author);
        InvalidValueException error = Assert.ThrowsAsync<InvalidValueException>(() => session.CommitAsync())!;
        Assert.That(error.Message, Does.StartWith("Author of a new BlogPost refers to a new Author, which the same unit removes; nothing was written."));
        Assert.That((error.Model, error.Column, await Author.Query(Other).CountAsync()), Is.EqualTo(("BlogPost", "Author", 0)));
        session.Add(author);
        Assert.That(await session.CommitAsync(), Is.EqualTo(2));

        Author second = new() { Name = "b" };
        post.Author = second;
        session.Add(second);
        session.Remove(second);
        Assert.ThrowsAsync<InvalidValueException>(() => session.CommitAsync());
        post.Author = null;
        Assert.That(await session.CommitAsync(), Is.EqualTo(1));
        Assert.That(await Author.Query(Other).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_reference_to_a_key_that_another_entity_takes_over_is_no_dangling_one()
    {
        Page page = new() { Slug = "x", Title = "old" };
        await page.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        session.Remove(page);
        session.Add(new Page { Slug = "x", Title = "new" });
        session.Add(new BlogPost { Title = "t", Page = page });
        Assert.That(await session.CommitAsync(), Is.EqualTo(2));
        Assert.That((await (await BlogPost.GetAsync(Other, 1))!.Page!.LoadAsync(Other))!.Title, Is.EqualTo("new"));
    }

    [Test]
    public async Task A_new_target_joins_the_unit_whoever_makes_its_key()
    {
        Device device = new() { Id = Guid.NewGuid(), Serial = "s" };
        await using RomSession session = Db.OpenSession();
        session.Add(new BlogPost { Title = "t", Page = new Page { Slug = "x" }, Device = device, Ticket = new Ticket { Id = 7 }, Previous = BlogPost.WithKey(9, "previous") });
        Assert.That(await session.CommitAsync(), Is.EqualTo(5));
        BlogPost post = (await BlogPost.Query(Other).Where(p => p.Device == device).FirstOrDefaultAsync())!;
        Assert.That((await post.Page!.LoadAsync(Other))!.Slug, Is.EqualTo("x"));
        Assert.That((await post.Device!.LoadAsync(Other))!.Serial, Is.EqualTo("s"));
        Assert.That((await post.Ticket!.LoadAsync(Other), (await post.Previous!.LoadAsync(Other))!.Title), Is.EqualTo((post.Ticket.Value, "previous")));
        Assert.That(post.Ticket.IsLoaded, Is.True);
    }

    [TestCase(SaveMode.Full)]
    [TestCase(SaveMode.Force)]
    [TestCase(SaveMode.Replace)]
    [TestCase(SaveMode.Upsert)]
    public async Task A_reference_that_dangles_is_written_again_with_everything_else(SaveMode mode)
    {
        Author author = await StoredAsync("a");
        BlogPost post = new() { Title = "t", Author = author };
        await post.SaveAsync(Db);
        await author.DeleteAsync(Db);
        post.Title = "changed";
        await post.SaveAsync(Db, mode);
        await BlogPost.PatchAsync(Db, post.Id, p => p.Title.Append("!"));
        Assert.That(await BlogPost.GetAsync(Other, post.Id), Has.Property("AuthorKey").EqualTo(author.Id).And.Property("Title").EqualTo("changed!"));
        Assert.That(await BlogPost.PatchAsync(Db, post.Id, p => p.Author.Set(author)), Is.True, "the row holds it already, so that nothing is written");
        await post.RefreshAsync(Db);
        Author second = await StoredAsync("b");
        await second.DeleteAsync(Db);
        Assert.ThrowsAsync<InvalidValueException>(() => BlogPost.PatchAsync(Db, post.Id, p => p.Author.Set(second)), "another than the row holds");
        post.Author = second;
        Assert.ThrowsAsync<InvalidValueException>(() => post.SaveAsync(Db, mode));
    }

    private async Task<Author> StoredAsync(string name)
    {
        Author author = new() { Name = name };
        await author.SaveAsync(Db);
        return author;
    }
}
