using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>References: stored as keys, queried by keys and entities, and set to entities that one unit stores together.</summary>
public sealed class ReferenceTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
    [
        Metadata<Author, long, Author.Columns>(), Metadata<BlogPost, long, BlogPost.Columns>(), Metadata<Comment, Guid, Comment.Columns>(),
        Metadata<Review, int, Review.Columns>(), Metadata<Praise, long, Praise.Columns>(), Metadata<Page, string, Page.Columns>(), Metadata<Device, Guid, Device.Columns>(),
        Metadata<Ticket, int, Ticket.Columns>(),
    ];

    [Test]
    public async Task A_reference_is_stored_as_a_key_and_loads_its_target()
    {
        Author author = await StoredAsync("a");
        BlogPost article = new() { Title = "t", Author = author };
        Assert.That((article.Author.IsLoaded, article.Author.Value, article.AuthorKey), Is.EqualTo((true, author, author.Id)));
        await article.SaveAsync(Db);

        BlogPost loaded = (await BlogPost.GetAsync(Other, article.Id))!;
        Assert.That((loaded.AuthorKey, loaded.Author!.IsLoaded), Is.EqualTo((author.Id, false)));
        Assert.That(loaded.Author.Key.ToInt64(), Is.EqualTo(author.Id));
        Assert.That(() => loaded.Author.Value, Throws.InvalidOperationException.With.Message.Contains("LoadAsync"));
        Assert.That((await loaded.Author.LoadAsync(Other))!.Name, Is.EqualTo("a"));
        long before = Other.RoundTrips;
        Assert.That(await loaded.Author.LoadAsync(Other), Is.SameAs(loaded.Author.Value));
        Assert.That(Other.RoundTrips, Is.EqualTo(before), "it is at hand");
        Assert.That(await loaded.SaveAsync(Other), Is.Zero, "loading is no change");
        Assert.That(loaded.Author, Is.EqualTo((Ref<Author>)author));
        Assert.That(loaded.Author == Ref<Author>.To(author.Id) && loaded.Author != Ref<Author>.To(99), Is.True);
    }

    [Test]
    public async Task Keys_of_every_kind_can_be_referred_to()
    {
        Device device = new();
        await device.SaveAsync(Db);
        BlogPost article = new() { Title = "t", Author = Ref<Author>.To(5), Page = Ref<Page>.To("slug"), Device = device, Ticket = Ref<Ticket>.To(7) };
        await article.SaveAsync(Db);
        article = (await BlogPost.GetAsync(Other, article.Id))!;
        Assert.That((article.AuthorKey, article.PageKey, article.DeviceKey, article.TicketKey), Is.EqualTo(((long?)5, "slug", (Guid?)device.Id, (int?)7)));
        Assert.That(await article.Author!.LoadAsync(Other), Is.Null, "nothing says that the target exists");
        article.AuthorKey = 6;
        article.PageKey = null;
        article.DeviceKey = null;
        await article.SaveAsync(Other);
        article = (await BlogPost.GetAsync(Db, article.Id))!;
        Assert.That((article.AuthorKey, article.Page, article.Device), Is.EqualTo(((long?)6, (Ref<Page>?)null, (Ref<Device>?)null)));
        Assert.Throws<ArgumentException>(() => Ref<Author>.To(0));
        Assert.Throws<ArgumentException>(() => Ref<Device>.To(Guid.Empty));
    }

    [Test]
    public async Task Queries_compare_references_with_entities_keys_and_references()
    {
        Author a = await StoredAsync("a"), b = await StoredAsync("b");
        Device device = new();
        await Db.SaveAllAsync(
        [
            device,
            new BlogPost { Title = "1", Author = a, Page = Ref<Page>.To("x") }, new BlogPost { Title = "2", Author = a },
            new BlogPost { Title = "3", Author = b, Page = Ref<Page>.To("y") }, new BlogPost { Title = "4" },
        ]);
        long? maybe = b.Id;
        Assert.That(await TitlesAsync(u => u.Author == a), Is.EqualTo("12"));
        Assert.That(await TitlesAsync(u => u.Author == b.Id), Is.EqualTo("3"));
        Assert.That(await TitlesAsync(u => u.Author == maybe), Is.EqualTo("3"));
        Assert.That(await TitlesAsync(u => u.Author == 1), Is.EqualTo("12"));
        Assert.That(await TitlesAsync(u => u.Author == Ref<Author>.To(b.Id)), Is.EqualTo("3"));
        Assert.That(await TitlesAsync(u => u.Author == null), Is.EqualTo("4"));
        Assert.That(await TitlesAsync(u => u.Author.IsNull()), Is.EqualTo("4"));
        Assert.That(await TitlesAsync(u => u.Author.IsNotNull()), Is.EqualTo("123"));
        Assert.That(await TitlesAsync(u => u.Author != a), Is.EqualTo("34"));
        Assert.That(await TitlesAsync(u => u.Author != null), Is.EqualTo("123"));
        Assert.That(await TitlesAsync(u => u.Author.In(a, b)), Is.EqualTo("123"));
        Assert.That(await TitlesAsync(u => u.Author.In(new List<Author> { b })), Is.EqualTo("3"));
        Assert.That(await TitlesAsync(u => u.Author.In(new long[] { a.Id, 99 })), Is.EqualTo("12"));
        Assert.That(await TitlesAsync(u => u.Author.In(99, b.Id)), Is.EqualTo("3"));
        Assert.That(await TitlesAsync(u => u.Page == "x" || u.Page == Ref<Page>.To("y")), Is.EqualTo("13"));
        Assert.That(await TitlesAsync(u => u.Device == Guid.NewGuid()), Is.Empty);
        Assert.That(() => TitlesAsync(u => u.Device == Guid.Empty), Throws.ArgumentException);
        Assert.That(() => TitlesAsync(u => u.Author == new Author { Name = "new" }), Throws.TypeOf<InvalidValueException>());
        Assert.That((await BlogPost.Query(Db).OrderByDescending(u => u.Author).FirstOrDefaultAsync())!.Title, Is.EqualTo("3"), "in the order of keys");
    }

    [Test]
    public async Task A_unit_stores_entities_that_refer_to_each_other_in_one_round_trip()
    {
        await using RomSession session = Db.OpenSession();
        Author author = new() { Name = "a" };
        author.Mentor = author;
        BlogPost first = new() { Title = "1", Author = author, Device = new Device { Serial = "s" } };
        BlogPost second = new() { Title = "2", Author = author, Previous = first, Ticket = new Ticket() };
        first.Previous = second;
        Comment comment = new() { BlogPost = second };
        session.Add(comment);

        long before = Db.RoundTrips;
        Assert.That(await session.CommitAsync(), Is.EqualTo(6), "what is referred to joins by itself");
        Assert.That(Db.RoundTrips - before, Is.EqualTo(1));
        Assert.That((author.Id, comment.BlogPostKey, second.PreviousKey, first.PreviousKey), Is.EqualTo((1L, (long?)second.Id, (long?)first.Id, (long?)second.Id)));
        Assert.That(await session.CommitAsync(), Is.Zero, "keys that were filled in are no changes");

        BlogPost loaded = (await BlogPost.GetAsync(Other, second.Id))!;
        Assert.That((loaded.AuthorKey, loaded.PreviousKey, loaded.TicketKey), Is.EqualTo((author.Id, first.Id, second.Ticket!.Value.Id)));
        Assert.That(await BlogPost.Query(Other).Where(u => u.Author == author).CountAsync(), Is.EqualTo(2));
        Assert.That(await Comment.Query(Other).Where(u => u.BlogPost == second.Id).CountAsync(), Is.EqualTo(1));
        Assert.That((await Author.GetByMentorAsync(Other, author))!.Id, Is.EqualTo(author.Id));
        Assert.That((await BlogPost.GetAsync(Other, first.Id))!.DeviceKey, Is.EqualTo(first.Device!.Value.Id));
        Assert.That(await first.Author!.LoadAsync(session), Is.SameAs(author));
    }

    [Test]
    public async Task A_row_that_refers_to_itself_may_be_the_only_one_of_its_commit([Values] bool receipts, [Values] bool split)
    {
        RomOptions options = new() { KeyPrefix = Prefix, CommandTimeout = Patience.Limit, CommitReceipts = receipts };
        await using RomDatabase? own = Kind == EngineKind.Redis ? await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), options) : null;
        await using RomSession session = (own ?? Db).OpenSession();
        // The first commit stores the schema record, the second one finds it.
        foreach (string name in new[] { "first", "second" })
        {
            Author author = new() { Name = name };
            author.Mentor = author;
            await CommitAloneAsync(author);
            Assert.That((await Author.GetAsync(Other, author.Id))!.MentorKey, Is.EqualTo(author.Id));
            Assert.That((await Author.GetByMentorAsync(Other, author))!.Name, Is.EqualTo(name), "and the unique has it");
            BlogPost post = new() { Title = name };
            post.Previous = post;
            await CommitAloneAsync(post);
            Assert.That((await BlogPost.GetAsync(Other, post.Id))!.PreviousKey, Is.EqualTo(post.Id));
            Assert.That(await BlogPost.Query(Other).Where(u => u.Previous == post).CountAsync(), Is.EqualTo(1), "and the index");
        }

        async Task CommitAloneAsync(IRomEntity entity)
        {
            session.Add(entity);
            Assert.That(await (split ? session.CommitAsync(new SplitOptions { RowsPerCommit = 1 }) : session.CommitAsync()), Is.EqualTo(1));
            Assert.That(await session.CommitAsync(), Is.Zero, "the key that was filled in is no change");
        }
    }

    [Test]
    public async Task A_stored_entity_may_come_to_refer_to_a_new_one()
    {
        Author old = await StoredAsync("old");
        for (int i = 1; i < 9; i++) await StoredAsync($"old{i}");
        BlogPost article = new() { Title = "t", Author = old }, empty = new() { Title = "e" };
        await Db.SaveAllAsync([article, empty]);
        await using RomSession session = Db.OpenSession();
        List<BlogPost> articles = await BlogPost.GetAsync(session, [article.Id, empty.Id]);
        Author author = new() { Name = "tenth" };
        articles[0].Author = author;
        articles[1].Author = author;
        await session.CommitAsync();
        Assert.That(author.Id, Is.EqualTo(10), "a key with a zero at its end is encoded without");
        Assert.That(await BlogPost.Query(Other).Where(u => u.Author == author).CountAsync(), Is.EqualTo(2));
        Assert.That(await BlogPost.Query(Other).Where(u => u.Author == old || u.Author == null).CountAsync(), Is.Zero);

        BlogPost stale = (await BlogPost.GetAsync(Other, article.Id))!;
        stale.Author = null;
        await stale.SaveAsync(Other);
        articles[0].Author = new Author { Name = "later" };
        Assert.ThrowsAsync<DataRaceException>(() => session.CommitAsync());
        Assert.That(await Author.Query(Other).CountAsync(), Is.EqualTo(10));
        await session.RefreshAsync(articles[0]);
        articles[0].Author = new Author { Name = "at last" };
        await session.CommitAsync();
        Assert.That((await BlogPost.GetAsync(Other, article.Id))!.AuthorKey, Is.EqualTo(articles[0].Author!.Value.Id));
    }

    [Test]
    public async Task A_choice_of_columns_leaves_no_half_loaded_entity_behind([Values] bool inSession)
    {
        Author author = await StoredAsync("a");
        await new BlogPost { Title = "t", Author = author }.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        RomContext context = inSession ? session : Db;
        List<(string Title, Ref<Author>? Author)> chosen = await BlogPost.Query(context).Select(p => p.Title, p => p.Author).ToListAsync();
        Assert.That(chosen, Is.EqualTo(new[] { ("t", (Ref<Author>?)author) }));
        BlogPost loaded = (await BlogPost.GetAsync(context, 1))!;
        Assert.That((loaded.Title, loaded.AuthorKey, (await loaded.Author!.LoadAsync(context))!.Name), Is.EqualTo(("t", (long?)author.Id, "a")));
        Assert.That(await session.CommitAsync(), Is.Zero);
    }

    [Test]
    public async Task Two_new_rows_cannot_take_one_new_target_in_a_unique_reference()
    {
        await using RomSession session = Db.OpenSession();
        Author mentor = new() { Name = "m" };
        session.Add(new Author { Name = "a", Mentor = mentor });
        session.Add(new Author { Name = "b", Mentor = mentor });
        UniqueViolationException error = Assert.ThrowsAsync<UniqueViolationException>(() => session.CommitAsync())!;
        Assert.That(error.Column, Is.EqualTo("Mentor"));
        Assert.That(await Author.Query(Other).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Outside_a_unit_a_new_target_is_refused_with_what_to_do()
    {
        BlogPost article = new() { Title = "t", Author = new Author { Name = "a" } };
        Assert.That(() => article.SaveAsync(Db), Throws.TypeOf<InvalidValueException>().With.Message.Contains("commit both with a session"));
        Assert.That(() => Db.SaveAllAsync([article, article.Author.Value]), Throws.TypeOf<BulkException>().With.Message.Contains("commit both with a session"));
        Assert.That(await Author.Query(Db).CountAsync(), Is.EqualTo(1), "a bulk call saves each by itself");
        await article.SaveAsync(Db);
        Assert.That((await BlogPost.GetAsync(Other, article.Id))!.AuthorKey, Is.EqualTo(article.Author!.Value.Id));
    }

    [Test]
    public async Task Where_an_index_needs_the_key_of_a_new_target_it_is_taken_first_which_is_one_call_more()
    {
        Author first = await StoredAsync("a"), target = new() { Name = "b" };
        await using RomSession session = Db.OpenSession();
        Review one = new() { Author = target, Stars = 3 }, two = new() { Author = target, Stars = 4 }, stored = new() { Author = first, Stars = 5 };
        await stored.SaveAsync(Db);
        session.Add(one);
        session.Add(two);
        session.Add(stored);
        stored.Author = target;
        BlogPost post = new() { Title = "t", Author = target };
        session.Add(post);
        long before = Db.RoundTrips;
        Assert.That(await session.CommitAsync(), Is.EqualTo(5));
        Assert.That(Db.RoundTrips - before, Is.EqualTo(2));
        Assert.That((target.Id, one.AuthorKey, stored.AuthorKey, post.AuthorKey), Is.EqualTo((2L, 2L, 2L, 2L)));
        List<Review> found = await Review.Query(Other).Where(r => r.Author == target && r.Stars > 3).OrderBy(r => r.Stars).ToListAsync();
        Assert.That(found.Select(review => review.Id), Is.EqualTo(new[] { two.Id, stored.Id }));
        await new Author { Name = "next" }.SaveAsync(Db);
        Assert.That((await Author.GetByNameAsync(Other, "next"))!.Id, Is.EqualTo(3));
    }

    [Test]
    public async Task A_refused_unit_leaves_the_entity_whose_key_was_taken_new()
    {
        await StoredAsync("taken");
        Author target = new() { Name = "taken" };
        await using RomSession session = Db.OpenSession();
        session.Add(new Review { Author = target });
        Assert.ThrowsAsync<UniqueViolationException>(() => session.CommitAsync());
        Assert.That(target.Id, Is.Zero);
        target.Name = "free";
        Assert.That(await session.CommitAsync(), Is.EqualTo(2));
        Assert.That(target.Id, Is.EqualTo(3), "the number that was taken first is not given again");
        Assert.That((await Review.Query(Other).FirstOrDefaultAsync())!.AuthorKey, Is.EqualTo(3));
    }

    [Test]
    public async Task A_computed_index_over_a_reference_sees_the_key_of_the_new_target()
    {
        await using RomSession session = Db.OpenSession();
        Author[] targets = [new() { Name = "a" }, new() { Name = "b" }];
        foreach (Author target in targets) session.Add(new Praise { Author = target, Text = "good" });
        long before = Db.RoundTrips;
        Assert.That(await session.CommitAsync(), Is.EqualTo(4));
        Assert.That(Db.RoundTrips - before, Is.EqualTo(2), "one for both");
        Assert.That(targets.Select(target => target.Id), Is.EqualTo(new[] { 1L, 2L }));
        Assert.That((await Praise.Query(Other).Where(p => p.Line == "2: good").ToListAsync()).Single().AuthorKey, Is.EqualTo(2));
        Assert.That(await Praise.GetByAuthorAndTextAsync(Other, Ref<Author>.To(1), "good"), Is.Not.Null);
    }

    [Test]
    public async Task A_split_unit_stores_targets_before_what_refers_to_them()
    {
        await using RomSession session = Db.OpenSession();
        BlogPost? previous = null;
        for (int i = 0; i < 10; i++) previous = new BlogPost { Title = $"{i}", Previous = previous };
        session.Add(previous!);
        Assert.That(await session.CommitAsync(new SplitOptions { RowsPerCommit = 3 }), Is.EqualTo(10));
        Assert.That(previous!.PreviousKey, Is.EqualTo(9));
        Assert.That(await BlogPost.Query(Other).Where(u => u.Previous == null).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_split_that_parts_new_entities_which_refer_to_each_other_is_refused_before_anything_is_sent()
    {
        await using RomSession session = Db.OpenSession();
        BlogPost one = new() { Title = "1" }, two = new() { Title = "2", Previous = one };
        one.Previous = two;
        session.Add(new Author { Name = "a" });
        session.Add(one);
        RomException error = Assert.ThrowsAsync<RomException>(() => session.CommitAsync(new SplitOptions { RowsPerCommit = 1 }))!;
        Assert.That((error.Model, error.Column), Is.EqualTo(("BlogPost", "Previous")));
        Assert.That(error.Message, Does.Contain("later part of this split commit").And.Contain("nothing was written").And.Contain("RowsPerCommit"));
        Assert.That((await Author.Query(Other).CountAsync(), await BlogPost.Query(Other).CountAsync()), Is.EqualTo((0, 0)));
        Assert.That(await session.CommitAsync(new SplitOptions { RowsPerCommit = 3 }), Is.EqualTo(3));
    }

    private async Task<string> TitlesAsync(Func<BlogPost.Columns, Filter> condition) =>
        string.Concat((await BlogPost.Query(Other).Where(condition).ToListAsync()).Select(article => article.Title).Order(StringComparer.Ordinal));

    private async Task<Author> StoredAsync(string name)
    {
        Author author = new() { Name = name };
        await author.SaveAsync(Db);
        return author;
    }
}
