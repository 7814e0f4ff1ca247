using System.Text.RegularExpressions;
using NUnit.Framework;
using Rom.Tests.TestModels;

namespace Rom.Tests.Redis;

/// <summary>By the server's own count of commands, and its own word on which of them write: reads write nothing.</summary>
public sealed partial class ReadOnlyTests
{
    private PrivateServer _server = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _server = await PrivateServer.StartAsync();
        for (int i = 0; i < 30; i++)
            await new Person { Email = $"{i}@b", Bio = $"one two{i}", Age = i, City = i % 2 == 0 ? "Köln" : null, Title = $"t{i}" }.SaveAsync(_server.Db);
        await _server.AdminAsync("CONFIG", "RESETSTAT");
    }

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Queries_and_gets_issue_no_writing_command()
    {
        RomQuery<Person, long, Person.Columns> all = Person.Query(_server.Db);
        foreach (RomQuery<Person, long, Person.Columns> query in new[]
        {
            all, all.Where(p => p.Bio.Contains("one") && p.Age > 3), all.Where(p => p.Bio.StartsWith("tw") || !(p.City == "Köln")),
            all.Where(p => p.Title.StartsWith("t1")),
            all.Where(p => p.Email.In("1@b", "2@b") || p.Id == 7 || p.Passport.IsNull()),
            all.Where(p => p.Status == Status.New && p.Age < 9).OrderBy(p => p.Age),
        })
        {
            await query.ToListAsync();
            await query.Skip(2).Take(3).ToListAsync();
            await query.CountAsync();
            await query.AnyAsync();
        }

        await Person.GetByEmailAsync(_server.Db, "1@b");
        await Person.GetAsync(_server.Db, [1, 2, 3]);

        (string[] called, string[] writing) = await CommandsAsync();
        Assert.That(called, Does.Contain("evalsha").And.Contain("zrangebylex").And.Contain("sismember"));
        Assert.That(writing, Is.Empty);
    }

    /// <summary>The count above can fail.</summary>
    [Test]
    public async Task A_save_issues_writing_commands()
    {
        await new Person { Email = "new" }.SaveAsync(_server.Db);
        Assert.That((await CommandsAsync()).Writing, Does.Contain("hset").And.Contain("zadd").And.Contain("sadd"));
    }

    /// <summary>The second line of defence: the server refuses a write in a script that says that it has none.</summary>
    [Test]
    public async Task A_user_who_may_only_read_may_query()
    {
        await _server.AdminAsync("ACL", "SETUSER", "default", "-@write", "-@dangerous", "+info");
        try
        {
            Assert.That(await Person.Query(_server.Db).Where(p => p.Bio.Contains("one")).OrderBy(p => p.Age).ToListAsync(), Has.Count.EqualTo(30));
            Assert.That(await Person.GetByEmailAsync(_server.Db, "1@b"), Is.Not.Null);
            Assert.ThrowsAsync<StoreException>(() => new Person { Email = "new" }.SaveAsync(_server.Db));
        }
        finally
        {
            await _server.Server.KillAsync();
        }
    }

    private async Task<(string[] Called, string[] Writing)> CommandsAsync()
    {
        string[] called = [.. Command().Matches(await _server.AdminAsync("INFO", "commandstats")).Select(match => match.Groups[1].Value)];
        string[] writers = (await _server.ListAsync("COMMAND", "LIST", "FILTERBY", "ACLCAT", "write")).Select(name => name.ToLowerInvariant()).ToArray();
        return (called, [.. called.Intersect(writers)]);
    }

    [GeneratedRegex(@"cmdstat_([a-z_|]+):")]
    private static partial Regex Command();
}
