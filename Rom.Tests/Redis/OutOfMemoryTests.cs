using NUnit.Framework;
using Rom.Tests.TestModels;

namespace Rom.Tests.Redis;

/// <summary>A server at its memory limit refuses a save that grows as a whole, and still deletes and answers.</summary>
public sealed class OutOfMemoryTests
{
    private PrivateServer _server = null!;
    private Person _person = null!;

    [SetUp]
    public async Task FillAsync()
    {
        _server = await PrivateServer.StartAsync();
        _person = new Person { Email = "a@b", Bio = "one two", Age = 30, City = "Köln", Title = "t", Note = "n" };
        await _person.SaveAsync(_server.Db);
        await new Person { Email = "c@d", Bio = "two" }.SaveAsync(_server.Db);
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
}
