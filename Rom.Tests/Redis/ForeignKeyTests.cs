using NUnit.Framework;
using Rom.Tests.TestModels;

namespace Rom.Tests.Redis;

/// <summary>Somebody else's key of another type under the model's tag: the one thing, besides missing rights, that can stop a commit in its middle.</summary>
public sealed class ForeignKeyTests
{
    private PrivateServer _server = null!;

    [SetUp]
    public async Task StartAsync() => _server = await PrivateServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [TestCase("{P}:unique:Email")]
    [TestCase("{P}:schema")]
    public async Task One_that_the_commit_reads_refuses_it_before_anything_is_written(string key)
    {
        await _server.AdminAsync("SET", key, "x");
        SortedDictionary<string, string> before = await _server.DumpAsync();

        StoreException error = Assert.ThrowsAsync<StoreException>(() => NewPerson().SaveAsync(_server.Db))!;

        Assert.That(error.Message, Does.Contain("WRONGTYPE").And.EndWith($"The key {key} holds a string, and Rom keeps a hash there: another program wrote it."));
        Assert.That(error.Model, Is.EqualTo("P"));
        Assert.That(await _server.DumpAsync(), Is.EqualTo(before));
        await _server.AdminAsync("DEL", key);
        await NewPerson().SaveAsync(_server.Db);
        await _server.VerifyAsync();
    }

    [TestCase("{P}:exact:Status=1", "{P}:exact:Status", "set")]
    [TestCase("{P}:ordered:Age", "{P}:ordered:Age", "zset")]
    [TestCase("{P}:keys", "{P}:keys", "zset")]
    [TestCase("{P}:word:Bio=two", "{P}:word:Bio", "set")]
    public async Task One_that_an_insert_writes_is_an_error_of_its_own_whose_advice_heals(string key, string name, string type)
    {
        await _server.AdminAsync("SET", key, "x");

        IncompleteCommitException error = Assert.ThrowsAsync<IncompleteCommitException>(() => NewPerson().SaveAsync(_server.Db))!;

        Assert.That(error.Message, Does.Contain("WRONGTYPE").And.Contain("ReindexAsync"));
        Assert.That(error.Message, Does.EndWith($"The key {name} holds a string, and Rom keeps a {type} there: another program wrote it."), "and no value of a row");
        Assert.That(error.Model, Is.EqualTo("P"));
        await _server.AdminAsync("DEL", key);
        Person incomplete = (await Person.GetAsync(_server.Db, 1))!;
        Assert.That(await incomplete.DeleteAsync(_server.Db), Is.True);
        await NewPerson().SaveAsync(_server.Db);
        await _server.VerifyAsync();
    }

    [Test]
    public async Task One_that_is_read_or_changed_is_named_too()
    {
        Person person = NewPerson();
        await person.SaveAsync(_server.Db);
        await _server.AdminAsync("SET", "{P}:row:9", "x");
        Assert.That(() => Person.GetAsync(_server.Db, 9), Throws.TypeOf<StoreException>().With.Message.Contains("The key {P}:row:9 holds a string, and Rom keeps a hash there"));
        await using RomSession session = _server.Db.OpenSession();
        session.Add(new Person { Email = "other" });
        session.Add(new Page { Slug = "s" });
        await _server.AdminAsync("SET", "{Page}:ordered:Views", "x");
        IncompleteCommitException unit = Assert.ThrowsAsync<IncompleteCommitException>(() => session.CommitAsync())!;
        Assert.That(unit.Message, Does.Contain("The key {Page}:ordered:Views holds a string, and Rom keeps a zset there"));
        Assert.That(() => Page.Query(_server.Db).OrderBy(p => p.Views).ToListAsync(), Throws.TypeOf<StoreException>().With.Message.Contains("The key {Page}:ordered:Views holds a string"));
        await _server.AdminAsync("SET", "{P}:ordered:Points", "x");
        Assert.That(() => Person.PatchAsync(_server.Db, person.Id, p => p.Points.Add(1)), Throws.TypeOf<IncompleteCommitException>().With.Message.Contains("The key {P}:ordered:Points holds a string"));
    }

    private static IEnumerable<TestCaseData> Searches()
    {
        yield return Case("{P}:ordered:Age", "zset", p => p.Age > 5 && p.Verified == null);
        yield return Case("{P}:exact:Status=1", "set", p => p.Status == Status.Active && p.Points > -1);
        yield return Case("{P}:exact:Status=2", "set", p => p.Status.In(Status.Active, Status.Trial) && p.Age > 5);
        yield return Case("{P}:words:Bio", "zset", p => p.Bio.StartsWith("o"));
        yield return Case("{P}:word:Bio=two", "set", p => p.Bio.Contains("one two") && p.Age != 5);
        yield return Case("{P}:keys", "zset", p => p.Status != Status.Trial);
        yield return Case("{P}:row:1", "hash", p => p.Age > 5);

        static TestCaseData Case(string key, string type, Func<Person.Columns, Filter> condition) => new TestCaseData(key, type, condition).SetArgDisplayNames(key);
    }

    [TestCaseSource(nameof(Searches))]
    public async Task One_that_a_search_reads_is_named(string key, string type, Func<Person.Columns, Filter> condition)
    {
        await NewPerson().SaveAsync(_server.Db);
        await _server.AdminAsync("DEL", key);
        await _server.AdminAsync(type == "set" ? "ZADD" : "SADD", [key, .. type == "set" ? new[] { "0", "x" } : ["x"]]);
        string name = key.Contains('=', StringComparison.Ordinal) ? key[..key.IndexOf('=', StringComparison.Ordinal)] : key, held = type == "set" ? "zset" : "set";
        RomQuery<Person, long, Person.Columns> query = Person.Query(_server.Db).Where(condition);
        foreach (AsyncTestDelegate search in new AsyncTestDelegate[] { () => query.ToListAsync(), () => query.Take(3).ToListAsync(), () => query.OrderBy(p => p.Title).ToListAsync(), () => query.ExplainAsync() })
        {
            StoreException error = Assert.ThrowsAsync<StoreException>(search)!;
            Assert.That(error.Message, Does.Contain("WRONGTYPE").And.EndWith($"The key {name} holds a {held}, and Rom keeps a {type} there: another program wrote it."));
            Assert.That(error.Model, Is.EqualTo("P"));
        }
    }

    private static Person NewPerson() => new() { Email = "a", Status = Status.Active, Age = 30, City = "C", Bio = "one two", Passport = 7 };
}
