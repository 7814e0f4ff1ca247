using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Redis;

/// <summary>A server at its memory limit refuses a save that grows as a whole, and still deletes and answers.</summary>
public sealed class OutOfMemoryTests
{
    private static readonly Dictionary<string, Func<RomDatabase, Scene, Task>> Growing = new()
    {
        ["insert"] = (db, _) => new Person { Email = "e@f", Bio = "three" }.SaveAsync(db),
        ["patch in one call"] = (db, scene) => Person.PatchAsync(db, scene.Person.Id, p => p.Points.Add(1_000), p => p.Note.Append(" and more")),
        ["patch that reads first"] = (db, scene) => Person.PatchAsync(db, scene.Person.Id, p => p.Bio.Append(" three"), p => p.Email.Set("e@f")),
        ["update if"] = (db, scene) => Person.UpdateIfAsync(db, scene.Person.Id, p => p.Age == 30, p => p.Age.Set(31), p => p.City.Set("Bonn")),
        ["transfer"] = (db, scene) => db.TransferAsync(scene.From, scene.To, a => a.Balance, 10m, scene.Order, o => o.Paid),
        ["unit"] = async (db, scene) =>
        {
            await using RomSession session = db.OpenSession();
            session.Add(scene.Person);
            scene.Person.Bio = "three";
            session.Add(new Page { Slug = "new" });
            session.Remove(scene.From);
            await session.CommitAsync();
        },
        ["unit with keys that are taken first"] = async (db, _) =>
        {
            await using RomSession session = db.OpenSession();
            session.Add(new Review { Author = new Author { Name = "a" }, Stars = 3 });
            await session.CommitAsync();
        },
        ["transaction"] = (db, scene) => db.TransactionAsync(async (tx, ct) => (await Person.GetAsync(tx, scene.Person.Id, ct))!.Title = "longer"),
        ["bulk"] = async (db, scene) =>
        {
            scene.Person.Bio = "three";
            BulkException error = Assert.ThrowsAsync<BulkException>(() => db.SaveAllAsync([scene.Person, new Page { Slug = "new" }]))!;
            Assert.That(error.Results.Select(result => result.Outcome), Is.EqualTo(new[] { EntityOutcome.Refused, EntityOutcome.NotSent }));
            await Task.FromException(error.Results[0].Error!);
        },
        ["native structure"] = (db, scene) => scene.Player.Log.AddAsync(db, "line"),
        ["lock"] = async (db, scene) =>
        {
            await using HeldLock held = await db.LockAsync(scene.Person, TimeSpan.FromSeconds(60), TimeSpan.Zero);
        },
    };

    private static readonly Dictionary<string, Func<RomDatabase, Scene, Task>> Shrinking = new()
    {
        ["delete"] = (db, scene) => scene.Person.DeleteAsync(db),
        ["bulk delete"] = (db, scene) => db.DeleteAllAsync([scene.Person, scene.From, scene.Player]),
        ["unit that removes"] = async (db, scene) =>
        {
            await using RomSession session = db.OpenSession();
            session.Remove(scene.Person);
            session.Remove(scene.To);
            await session.CommitAsync();
        },
        ["transaction that removes"] = (db, scene) => db.TransactionAsync(async (tx, ct) => tx.Remove((await Person.GetAsync(tx, scene.Person.Id, ct))!)),
    };

    private PrivateServer _server = null!;
    private Person _person = null!;
    private Scene _scene = null!;

    public static IEnumerable<string> GrowingWays => Growing.Keys;

    public static IEnumerable<string> ShrinkingWays => Shrinking.Keys;

    [SetUp]
    public async Task FillAsync()
    {
        _server = await PrivateServer.StartAsync();
        _person = new Person { Email = "a@b", Bio = "one two", Age = 30, City = "Köln", Title = "t", Note = "n" };
        await _person.SaveAsync(_server.Db);
        await new Person { Email = "c@d", Bio = "two" }.SaveAsync(_server.Db);
        _scene = new Scene(_person, new BankAccount { Owner = "from", Balance = 50 }, new BankAccount { Owner = "to" }, new BankOrder(), new Player { Name = "p" });
        await _server.Db.SaveAllAsync([_scene.From, _scene.To, _scene.Order, _scene.Player]);
        await _server.AdminAsync("CONFIG", "SET", "maxmemory", "1");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _server.VerifyAsync();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task A_new_entity_is_refused_whole()
    {
        SortedDictionary<string, string> before = await _server.DumpAsync();
        Person more = new() { Email = "e@f", Bio = "three" };

        StoreException error = Assert.ThrowsAsync<StoreException>(() => more.SaveAsync(_server.Db))!;

        Assert.That(error.Message, Does.Contain("OOM"));
        Assert.That(more.Id, Is.Zero);
        Assert.That(await _server.DumpAsync(), Is.EqualTo(before));

        await _server.AdminAsync("CONFIG", "SET", "maxmemory", "0");
        await more.SaveAsync(_server.Db);
        Assert.That(more.Id, Is.EqualTo(3));
    }

    [Test]
    public async Task A_write_that_grows_is_refused_whole_and_happens_when_there_is_room([ValueSource(nameof(GrowingWays))] string way, [Values] bool receipts)
    {
        await using RomDatabase db = await RomDatabase.ConnectAsync(_server.Server.Address, new RomOptions { CommitReceipts = receipts, CommandTimeout = Patience.Limit });
        SortedDictionary<string, string> before = await _server.DumpAsync();
        StoreException error = Assert.ThrowsAsync<StoreException>(() => Growing[way](db, _scene))!;
        Assert.That(error.Message, Does.Contain("OOM").And.Contain("nothing was written"));
        Assert.That(await _server.DumpAsync(), Is.EqualTo(before));

        await _server.AdminAsync("CONFIG", "SET", "maxmemory", "0");
        if (way == "bulk") await db.SaveAllAsync([_scene.Person, new Page { Slug = "new" }]);
        else await Growing[way](db, _scene);
        Assert.That(await _server.DumpAsync(), Is.Not.EqualTo(before), "the entities still know what is stored");
    }

    [TestCaseSource(nameof(ShrinkingWays))]
    public async Task A_write_that_only_deletes_happens(string way)
    {
        await Shrinking[way](_server.Db, _scene);
        Assert.That(await Person.GetAsync(_server.Db, _person.Id), Is.Null);
    }

    [TestCase(SaveMode.Changed)]
    [TestCase(SaveMode.Full)]
    [TestCase(SaveMode.Force)]
    [TestCase(SaveMode.Replace)]
    public async Task A_change_is_refused_whole(SaveMode mode)
    {
        SortedDictionary<string, string> before = await _server.DumpAsync();
        _person.Email = "e@f";
        _person.Bio = "two three";
        _person.Title = null;

        Assert.ThrowsAsync<StoreException>(() => _person.SaveAsync(_server.Db, mode));
        Assert.That(await _server.DumpAsync(), Is.EqualTo(before));

        await _server.AdminAsync("CONFIG", "SET", "maxmemory", "0");
        Assert.That(await _person.SaveAsync(_server.Db, mode), Is.Positive, "the entity still knows what is stored");
    }

    /// <summary>It begins with HDEL, which the limit does not refuse, and what has begun is finished.</summary>
    [Test]
    public async Task A_change_that_only_clears_columns_happens_whole()
    {
        (_person.Title, _person.Age, _person.Bio, _person.City, _person.Note) = (null, null, null, null, null);
        Assert.That(await _person.SaveAsync(_server.Db), Is.EqualTo(5));
        Assert.That(await Person.Query(_server.Db).Where(p => p.Age.IsNull() && p.Bio.IsNull()).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Deletes_and_reads_go_on()
    {
        Assert.That((await Person.GetByEmailAsync(_server.Db, "a@b"))!.Age, Is.EqualTo(30));
        Assert.That(await Person.Query(_server.Db).Where(p => p.Bio.Contains("two")).ToListAsync(), Has.Count.EqualTo(2));
        Assert.That(await _person.DeleteAsync(_server.Db), Is.True);
        Assert.That(await Person.GetAsync(_server.Db, _person.Id), Is.Null);
        Assert.That(await Person.Query(_server.Db).CountAsync(), Is.EqualTo(1));
    }

    private sealed record Scene(Person Person, BankAccount From, BankAccount To, BankOrder Order, Player Player);
}
