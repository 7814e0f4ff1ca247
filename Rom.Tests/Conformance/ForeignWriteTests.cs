using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>What somebody deleted or wrote by hand, with another client: nothing is lost or overwritten by it.</summary>
public sealed class ForeignWriteTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Versioned, long, Versioned.Columns>(), Metadata<Player, long, Player.Columns>(), Metadata<Page, string, Page.Columns>()];

    [TestCase(null)]
    [TestCase("0")]
    [TestCase("1")]
    public async Task A_lost_version_counter_repeats_no_version(string? counter)
    {
        RequireRedis();
        Versioned one = new() { Id = 5 };
        await one.SaveAsync(Db);
        one.Left = 1;
        await one.SaveAsync(Db);
        await SetAsync("{Versioned}", "version", counter);
        Versioned stale = (await Versioned.GetAsync(Other, 5))!;
        foreach (int left in new[] { 2, 3 })
        {
            one.Left = left;
            await one.SaveAsync(Db);
        }

        Assert.That(one.Version, Is.EqualTo(4));
        await SetAsync("{Versioned}", "version", counter);
        await using (RomSession session = Db.OpenSession())
        {
            (await Versioned.GetAsync(session, 5))!.Left = 4;
            session.Add(new Versioned { Id = 6 });
            await session.CommitAsync();
        }

        Assert.That((await Versioned.GetAsync(Db, 5))!.Version, Is.EqualTo(5));
        stale.Left = 9;
        Assert.ThrowsAsync<DataRaceException>(() => stale.SaveAsync(Other));
        Assert.ThrowsAsync<DataRaceException>(() => one.SaveAsync(Db, SaveMode.Force));
    }

    [Test]
    public async Task A_version_beyond_2_to_the_53_is_exceeded_by_one()
    {
        RequireRedis();
        await new Versioned { Id = 5 }.SaveAsync(Db);
        await Raw.HashSetAsync($"{Prefix}{{Versioned}}:row:5", "Version", "9007199254740993");
        Versioned one = (await Versioned.GetAsync(Db, 5))!;
        one.Left = 1;
        await one.SaveAsync(Db);
        Assert.That(one.Version, Is.EqualTo(9007199254740994));
    }

    [TestCase("junk")]
    [TestCase("-1")]
    [TestCase("")]
    public async Task A_key_counter_that_holds_no_key_is_an_error_that_names_the_model(string counter)
    {
        RequireRedis();
        await new Player().SaveAsync(Db);
        await SetAsync("{game}Player", "id", counter);
        await using RomSession session = Db.OpenSession();
        session.Add(new Player());
        session.Add(new Player());
        foreach (AsyncTestDelegate save in new AsyncTestDelegate[] { () => new Player().SaveAsync(Db), () => session.CommitAsync() })
        {
            RomException error = Assert.ThrowsAsync<RomException>(save)!;
            Assert.That(error.Message, Does.StartWith("The key counter of Player holds no integer"));
            Assert.That(error.Model, Is.EqualTo("Player"));
        }

        session.RollBack();
        await SetAsync("{game}Player", "id", "0");
        Player next = new();
        await next.SaveAsync(Db);
        Assert.That(next.Id, Is.EqualTo(2), "0 is no key and 1 is taken");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Also_one_whose_key_the_store_assigns_where_the_counter_was_set_back(bool inUnit)
    {
        RequireRedis();
        Player lost = new();
        await lost.SaveAsync(Db);
        await lost.Log.AddAsync(Db, "old");
        await Raw.KeyDeleteAsync([$"{Prefix}{{game}}Player:row:1", $"{Prefix}{{game}}Player:keys", $"{Prefix}{{game}}Player:exact:Name~", $"{Prefix}{{game}}Player:id"]);
        Player again = new();
        if (inUnit)
        {
            await using RomSession session = Db.OpenSession();
            session.Add(again);
            session.Add(new Player());
            await session.CommitAsync();
        }
        else
        {
            await again.SaveAsync(Db);
        }

        Assert.That((again.Id, await again.Log.CountAsync(Db)), Is.EqualTo((1L, 0L)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_new_row_begins_with_empty_native_structures(bool inUnit)
    {
        RequireRedis();
        Player lost = new() { Id = 5 };
        await lost.SaveAsync(Db);
        await lost.Log.AddAsync(Db, "old");
        await lost.Visits.IncrementAsync(Db);
        await Raw.KeyDeleteAsync($"{Prefix}{{game}}Player:row:5");
        Player again = new() { Id = 5 };
        await using RomSession session = Db.OpenSession();
        if (inUnit)
        {
            session.Add(again);
            session.Add(new Player { Id = 6 });
            await session.CommitAsync();
        }
        else
        {
            await again.SaveAsync(Db);
        }

        Assert.That((await again.Log.CountAsync(Db), await again.Visits.ValueAsync(Db)), Is.EqualTo((0L, 0L)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Deleting_an_entity_whose_row_is_gone_leaves_nothing_behind(bool inUnit)
    {
        RequireRedis();
        Player player = new() { Name = "ada" };
        await player.SaveAsync(Db);
        await player.Log.AddAsync(Db, "old");
        await Raw.KeyDeleteAsync($"{Prefix}{{game}}Player:row:{player.Id}");
        await DeleteAsync(Db, player, inUnit);
        Assert.That(await Raw.KeyExistsAsync($"{Prefix}{{game}}Player:native:Log:{player.Id}"), Is.False);
        Assert.That(await Raw.SortedSetLengthAsync($"{Prefix}{{game}}Player:keys"), Is.EqualTo(inUnit ? 1 : 0));

        Versioned old = new() { Right = "taken" }, owner = new() { Right = "taken" };
        await old.SaveAsync(Db);
        Versioned loaded = (await Versioned.GetAsync(Other, old.Id))!;
        await old.DeleteAsync(Db);
        // By the client that deletes, so that it knows that there is a schema record.
        await owner.SaveAsync(Other);
        await DeleteAsync(Other, loaded, inUnit);
        Assert.ThrowsAsync<UniqueViolationException>(() => new Versioned { Right = "taken" }.SaveAsync(Db), "the unique is another row's by now");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Deleting_an_entity_whose_row_is_gone_keeps_the_words_that_other_rows_have(bool inUnit)
    {
        Page gone = new() { Slug = "gone", Text = "shared word" }, other = new() { Slug = "other", Text = "shared text" };
        await gone.SaveAsync(Db);
        await other.SaveAsync(Other);
        Page loaded = (await Page.GetAsync(Other, "gone"))!;
        await gone.DeleteAsync(Db);
        await DeleteAsync(Other, loaded, inUnit);
        Assert.That(await Page.Query(Db).Where(p => p.Text.StartsWith("sha")).CountAsync(), Is.EqualTo(1));
    }

    /// <summary>By itself, or with another row that the unit writes.</summary>
    private static async Task DeleteAsync(RomDatabase db, IRomEntity entity, bool inUnit)
    {
        await using RomSession session = db.OpenSession();
        session.Remove(entity);
        if (inUnit) session.Add(new Player { Name = "beside" });
        long before = db.RoundTrips;
        Assert.That(await session.CommitAsync(), Is.EqualTo(inUnit ? 1 : 0), "a row that is gone is not written");
        Assert.That(db.RoundTrips - before, Is.EqualTo(1));
    }

    [Test]
    public async Task A_row_that_was_copied_by_hand_is_refused_before_it_could_be_saved_over_its_original()
    {
        RequireRedis();
        Player player = new() { Name = "ada" };
        await player.SaveAsync(Db);
        await Raw.ExecuteAsync("COPY", $"{Prefix}{{game}}Player:row:{player.Id}", $"{Prefix}{{game}}Player:row:99");
        await using RomSession session = Db.OpenSession();
        foreach (AsyncTestDelegate read in new AsyncTestDelegate[]
        {
            () => Player.GetAsync(Db, 99), () => Player.GetAsync(Db, [player.Id, 99]), () => Player.GetAsync(session, 99), () => new Player { Id = 99 }.RefreshAsync(Db),
        })
        {
            InvalidValueException other = Assert.ThrowsAsync<InvalidValueException>(read)!;
            Assert.That((other.Model, other.Key, other.Column), Is.EqualTo(("Player", "99", "Id")));
            Assert.That(other.Message, Does.Contain("copied or renamed"));
        }

        await Raw.KeyDeleteAsync($"{Prefix}{{game}}Player:row:99");
        Assert.That((await Player.GetAsync(Db, player.Id))!.Name, Is.EqualTo("ada"));
    }

    [Test]
    public async Task A_row_that_was_copied_over_another_is_refused_by_lookups_and_searches_that_load_it()
    {
        RequireRedis();
        Versioned first = new() { Left = 1, Right = "a", Note = "first" }, second = new() { Left = 2, Right = "b", Note = "second" };
        await first.SaveAsync(Db);
        await second.SaveAsync(Db);
        string row = $"{Prefix}{{Versioned}}:row:{second.Id}";
        byte[] dump = (await Raw.KeyDumpAsync(row))!;
        await Raw.ExecuteAsync("COPY", $"{Prefix}{{Versioned}}:row:{first.Id}", row, "REPLACE");
        foreach (AsyncTestDelegate read in new AsyncTestDelegate[]
        {
            () => Versioned.GetByRightAsync(Db, "b"), () => Versioned.Query(Db).ToListAsync(), () => Versioned.Query(Db).OrderBy(v => v.Left).ToListAsync(),
            () => Versioned.Query(Db).Where(v => v.Left == 2).ToListAsync(), () => Versioned.Query(Db).Where(v => v.Right == "b").ToListAsync(),
            () => Versioned.Query(Db).OrderByDescending(v => v.Left).Select(v => v.Note).FirstOrDefaultAsync(), () => Versioned.Query(Db).Where(v => v.Left > 0).ExplainAsync(),
            () => Versioned.Query(Db).Where(v => v.Left > 0).ToPageAsync(10), () => Versioned.Query(Db).Where(v => v.Left != 5).ToListAsync(),
        })
        {
            InvalidValueException other = Assert.ThrowsAsync<InvalidValueException>(read)!;
            Assert.That((other.Model, other.Key), Is.EqualTo(("Versioned", $"{second.Id}")));
            Assert.That(other.Message, Does.Contain("copied or renamed"));
        }

        Assert.That((await Versioned.GetByRightAsync(Db, "a"))!.Note, Is.EqualTo("first"));
        await Raw.KeyDeleteAsync(row);
        await Raw.KeyRestoreAsync(row, dump);
        Assert.That((await Versioned.GetByRightAsync(Db, "b"))!.Note, Is.EqualTo("second"));
    }

    [Test]
    public async Task Structures_that_hold_something_else_are_errors_that_name_them()
    {
        Player player = new();
        await player.SaveAsync(Db);
        InvalidValueException text = Assert.ThrowsAsync<InvalidValueException>(() => player.Log.AddAsync(Db, "\ud800"))!;
        Assert.That((text.Model, text.Key, text.Column), Is.EqualTo(("Player", $"{player.Id}", "Log")));
        Assert.That(text.Message, Does.StartWith($"Log of Player '{player.Id}': ").And.Contain("surrogate"));
        await player.Scores.AddAsync(Db, 1, -0.0);
        Assert.That(double.IsNegative((await player.Scores.ScoreAsync(Db, 1))!.Value), Is.False);

        RequireRedis();
        await Raw.StringSetAsync($"{Prefix}{{game}}Player:native:Visits:{player.Id}", "junk");
        Assert.That(Assert.ThrowsAsync<InvalidValueException>(() => player.Visits.ValueAsync(Db))!.Message, Does.StartWith($"Visits of Player '{player.Id}': "));
        await Raw.HashSetAsync($"{Prefix}{{game}}Player:native:Prices:{player.Id}", "tea", "junk");
        Assert.That(Assert.ThrowsAsync<InvalidValueException>(() => player.Prices.GetAsync(Db, "tea"))!.Message, Does.StartWith($"Prices of Player '{player.Id}': "));
    }

    [Test]
    public async Task Two_new_entities_with_one_key_are_the_unit_s_own_conflict()
    {
        await using RomSession session = Db.OpenSession();
        session.Add(new Versioned { Id = 5 });
        session.Add(new Versioned { Id = 5 });
        DuplicateKeyException twice = Assert.ThrowsAsync<DuplicateKeyException>(() => session.CommitAsync())!;
        Assert.That(twice.Message, Does.StartWith("This unit adds Versioned '5' twice"));
        Assert.That((twice.Model, twice.Key), Is.EqualTo(("Versioned", "5")));
        session.RollBack();
    }

    [Test]
    public void A_condition_that_is_null_is_refused_at_once()
    {
        Assert.Throws<ArgumentNullException>(() => Person.Query(Db).Where(null!));
        Assert.That(Assert.Throws<ArgumentException>(() => Person.Query(Db).Where(_ => null!))!.Message, Does.StartWith("The condition is null"));
    }

    private async Task SetAsync(string model, string name, string? value)
    {
        string key = $"{Prefix}{model}:{name}";
        if (value is null) await Raw.KeyDeleteAsync(key);
        else await Raw.StringSetAsync(key, value);
    }

    private void RequireRedis()
    {
        if (Kind != EngineKind.Redis) Assert.Ignore("Only a foreign program can do it, and memory has none.");
    }
}
