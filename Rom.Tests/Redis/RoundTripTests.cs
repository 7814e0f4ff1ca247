using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Redis;

/// <summary>How often a caller waits for the server.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Commit = ["commit-row, writing"], CommitWithSchema = ["commit, writing"], Get = ["HMGET"],
        Lookup = ["lookup"], Search = ["search"], OfOneIndex = ["page"];

    private static int s_tests;

    private CountingConnection _connection = null!;
    private RomDatabase _db = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        (_db, _connection) = await CountingConnection.OpenAsync(SharedRedis.RequireAddress(), Patience.Options($"trip{++s_tests}:"));
    }

    [TearDown]
    public async Task CloseAsync() => await _db.DisposeAsync();

    /// <summary>The description of the schema travels, with the script that stores it, until it is known to be stored.</summary>
    [Test]
    public async Task The_first_save_of_a_model_takes_one_too()
    {
        await Expect(() => new Person { Email = "a@b" }.SaveAsync(_db), CommitWithSchema);
        await Expect(() => new Page { Slug = "p" }.SaveAsync(_db), CommitWithSchema);
        await Expect(() => new Page { Slug = "q" }.SaveAsync(_db), Commit);
    }

    [Test]
    public async Task The_first_save_after_somebody_emptied_the_database_takes_two()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        (RomDatabase db, CountingConnection connection) = await CountingConnection.OpenAsync(server.Server.Address, Patience.Options());
        await new Person { Email = "a@b" }.SaveAsync(db);
        await server.AdminAsync("FLUSHALL");
        connection.TakeCalls();

        await new Person { Email = "a@b" }.SaveAsync(db);
        await new Person { Email = "c@d" }.SaveAsync(db);

        Assert.That(connection.TakeCalls(), Is.EqualTo((string[])[.. Commit, .. CommitWithSchema, .. Commit]));
        await server.VerifyAsync();
        Assert.That((await server.DumpAsync()).Keys, Does.Contain("{P}:schema"));
        await db.DisposeAsync();
    }

    [Test]
    public async Task A_save_takes_one_and_none_when_nothing_changed()
    {
        Person person = await StoredAsync("a@b");
        await Expect(() => person.SaveAsync(_db), []);
        (person.Email, person.Bio, person.Age, person.City) = ("e@f", "many new words", 31, null);
        await Expect(() => person.SaveAsync(_db), Commit);
        await Expect(() => person.SaveAsync(_db), []);
        await Expect(() => person.SaveAsync(_db, SaveMode.Full), Commit);
        await Expect(() => person.SaveAsync(_db, SaveMode.Force), Commit);
        await Expect(() => person.SaveAsync(_db, SaveMode.Replace), Commit);
        await Expect(() => person.SaveAsync(_db, SaveMode.Upsert), Commit);
        await Expect(() => new Person { Email = "g@h" }.SaveAsync(_db, SaveMode.Insert), Commit);
        await Expect(() => new Device { Serial = "s" }.SaveAsync(_db, SaveMode.Upsert), CommitWithSchema);
    }

    [Test]
    public async Task A_loaded_entity_without_changes_takes_none()
    {
        Person loaded = (await Person.GetAsync(_db, (await StoredAsync("a@b")).Id))!;
        await Expect(() => loaded.SaveAsync(_db), []);
    }

    [Test]
    public async Task A_refused_save_takes_one()
    {
        await StoredAsync("a@b");
        await Expect(() => Assert.ThrowsAsync<UniqueViolationException>(() => new Person { Email = "a@b" }.SaveAsync(_db)), Commit);
    }

    [Test]
    public async Task A_delete_takes_one_and_one_more_when_the_row_is_not_what_was_loaded()
    {
        Person first = await StoredAsync("a@b"), second = await StoredAsync("c@d");
        await Expect(() => first.DeleteAsync(_db), Commit);
        Person other = (await Person.GetAsync(_db, second.Id))!;
        other.Age = 99;
        await other.SaveAsync(_db);
        await Expect(() => second.DeleteAsync(_db), [.. Commit, .. Commit]);
    }

    [Test]
    public async Task A_patch_takes_one_where_the_script_computes_it_and_two_otherwise()
    {
        long id = (await StoredAsync("a@b")).Id;
        await Expect(() => Person.PatchAsync(_db, id, p => p.Balance.Add(0.1m), p => p.Points.Add(5), p => p.Note.Append("x"), p => p.SeenAt.Clear()), ["patch, writing"]);
        await Expect(() => Person.PatchAsync(_db, 999, p => p.Points.Add(5)), ["patch, writing"]);
        await Expect(() => Person.PatchAsync(_db, id, p => p.City.Set("Bonn")), ["HMGET", .. Commit]);
        await Expect(() => Person.PatchAsync(_db, id, p => p.Email.Set("c@d"), p => p.Points.Add(5)), ["HMGET", .. Commit]);
        await Expect(() => Person.UpdateIfAsync(_db, id, p => p.Points == 10, p => p.Points.Add(1)), ["HMGET", "commit, writing"]);
    }

    [Test]
    public async Task A_get_takes_one_however_many_keys_it_has()
    {
        long[] ids = [(await StoredAsync("a@b")).Id, (await StoredAsync("c@d")).Id];
        await Expect(() => Person.GetAsync(_db, ids[0]), Get);
        await Expect(() => Person.GetAsync(_db, 12345), Get);
        await Expect(() => Person.GetAsync(_db, [ids[0], ids[1], 12345, ids[0]]), ["HMGET of 3, pipelined"]);
        await Expect(() => Person.GetAsync(_db, []), []);
        await Expect(() => Person.GetAsync(_db, 0), []);
    }

    [Test]
    public async Task A_lookup_by_unique_takes_one()
    {
        Person person = await StoredAsync("a@b");
        await Expect(() => Person.GetByEmailAsync(_db, "a@b"), Lookup);
        await Expect(() => Person.GetByEmailAsync(_db, "nobody"), Lookup);
        await Expect(() => Person.GetByPassportAsync(_db, 77), Lookup);
        await Expect(() => person.RefreshAsync(_db), Get);
    }

    [Test]
    public async Task A_query_takes_one_rows_included()
    {
        for (int i = 0; i < 50; i++) await StoredAsync($"{i}@b");
        _connection.TakeCalls();
        RomQuery<Person, long, Person.Columns> query = Person.Query(_db).Where(p => p.Bio.Contains("two") && !(p.Age < 10) || p.Status == Status.Trial);
        await Expect(async () => Assert.That(await query.ToListAsync(), Has.Count.EqualTo(50)), Search);
        await Expect(() => query.OrderByDescending(p => p.Email).Skip(5).Take(10).ToListAsync(), Search);
        await Expect(() => query.FirstOrDefaultAsync(), Search);
        await Expect(() => query.CountAsync(), Search);
        await Expect(() => query.AnyAsync(), Search);
        await Expect(() => Person.Query(_db).ToListAsync(), OfOneIndex);
    }

    private async Task<Person> StoredAsync(string email)
    {
        Person person = new() { Email = email, Bio = "one two", Age = 30, City = "Köln" };
        await person.SaveAsync(_db);
        _connection.TakeCalls();
        return person;
    }

    private Task Expect(Action act, string[] calls) => Expect(() =>
    {
        act();
        return Task.CompletedTask;
    }, calls);

    private async Task Expect(Func<Task> act, string[] calls)
    {
        _connection.TakeCalls();
        long before = _db.RoundTrips;
        await act();
        Assert.That(_connection.TakeCalls(), Is.EqualTo(calls));
        Assert.That(_db.RoundTrips - before, Is.EqualTo(calls.Length), "RoundTrips tells the same");
    }
}
