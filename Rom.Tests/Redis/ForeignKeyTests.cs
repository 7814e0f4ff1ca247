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

        Assert.That(error.Message, Does.Contain("WRONGTYPE"));
        Assert.That(await _server.DumpAsync(), Is.EqualTo(before));
        await _server.AdminAsync("DEL", key);
        await NewPerson().SaveAsync(_server.Db);
        await _server.VerifyAsync();
    }

    [TestCase("{P}:exact:Status=1")]
    [TestCase("{P}:ordered:Age")]
    [TestCase("{P}:keys")]
    public async Task One_that_an_insert_writes_is_an_error_of_its_own_whose_advice_heals(string key)
    {
        await _server.AdminAsync("SET", key, "x");

        IncompleteCommitException error = Assert.ThrowsAsync<IncompleteCommitException>(() => NewPerson().SaveAsync(_server.Db))!;

        Assert.That(error.Message, Does.Contain("WRONGTYPE").And.Contain("delete the entity"));
        await _server.AdminAsync("DEL", key);
        Person incomplete = (await Person.GetAsync(_server.Db, 1))!;
        Assert.That(await incomplete.DeleteAsync(_server.Db), Is.True);
        await NewPerson().SaveAsync(_server.Db);
        await _server.VerifyAsync();
    }

    private static Person NewPerson() => new() { Email = "a", Status = Status.Active, Age = 30, City = "C", Bio = "one two", Passport = 7 };
}
