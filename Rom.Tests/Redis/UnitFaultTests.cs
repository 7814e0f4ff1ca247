using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>Units of work when a server forgets, restarts, stalls, is full or foreign: each fault has a stated outcome.</summary>
public sealed class UnitFaultTests
{
    private PrivateServer _server = null!;

    private RomDatabase Db => _server.Db;

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task A_unit_of_a_hundred_mixed_entities_is_one_call()
    {
        await StartAsync();
        Person[] stored = [.. Enumerable.Range(0, 40).Select(NewPerson)];
        await Db.SaveAllAsync(stored);
        await using RomSession session = Db.OpenSession();
        List<Person> people = await Person.GetAsync(session, stored.Select(person => person.Id));
        for (int i = 0; i < 20; i++) people[i].Bio = $"changed {i}";
        for (int i = 20; i < 40; i++) session.Remove(people[i]);
        for (int i = 40; i < 80; i++) session.Add(NewPerson(i));
        for (int i = 0; i < 20; i++) session.Add(new BlogPost { Title = $"{i}", Author = new Author { Name = $"{i}" } });
        await _server.AdminAsync("CONFIG", "RESETSTAT");
        long before = Db.RoundTrips;
        Assert.That(await session.CommitAsync(), Is.EqualTo(120));
        Assert.That(Db.RoundTrips - before, Is.EqualTo(1));
        Assert.That((await _server.AdminAsync("INFO", "commandstats")).Split('\n').Where(line => line.StartsWith("cmdstat_eval", StringComparison.Ordinal)).Sum(Calls), Is.EqualTo(1));
        await VerifyAsync();
    }

    [Test]
    public async Task A_server_that_forgot_the_scripts_commits_all_the_same()
    {
        await StartAsync();
        await using RomSession session = Db.OpenSession();
        for (int round = 0; round < 2; round++)
        {
            await _server.AdminAsync("SCRIPT", "FLUSH");
            session.Add(NewPerson(2 * round));
            session.Add(NewPerson(2 * round + 1));
            Assert.That(await session.CommitAsync(), Is.EqualTo(2));
        }

        await VerifyAsync();
    }

    [Test]
    public async Task A_unit_whose_connection_was_cut_before_it_ran_has_not_happened_and_commits_again()
    {
        await StartAsync();
        Person person = NewPerson(0);
        await person.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        session.Add(person);
        person.Age = 31;
        session.Add(new Page { Slug = "new" });
        await _server.AdminAsync("CLIENT", "PAUSE", "60000", "WRITE");
        Task<int> commit = session.CommitAsync();
        await PrivateServer.UntilAsync(async () => (await _server.AdminAsync("CLIENT", "LIST")).Contains("cmd=eval", StringComparison.Ordinal));
        await _server.AdminAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => commit);
        await _server.AdminAsync("CLIENT", "UNPAUSE");
        await _server.UntilConnectedAsync();
        Assert.That(((await Person.GetAsync(Db, person.Id))!.Age, await Page.GetAsync(Db, "new")), Is.EqualTo((30, (Page?)null)));
        Assert.That(await session.CommitAsync(), Is.EqualTo(2), "the session still knows what to write");
        await VerifyAsync();
    }

    [Test]
    public async Task A_unit_that_was_answered_too_late_has_happened_whole()
    {
        await StartAsync();
        await using RomDatabase hasty = await _server.OpenHastyAsync();
        Person person = NewPerson(0);
        // The server knows the script that the unit needs.
        await Db.SaveAllAsync([person, NewPerson(1)]);
        await using RomSession session = hasty.OpenSession();
        session.Add(person);
        person.Age = 31;
        session.Add(new Page { Slug = "new" });
        await _server.AdminAsync("CLIENT", "PAUSE", "60000", "WRITE");
        Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => session.CommitAsync());
        await _server.AdminAsync("CLIENT", "UNPAUSE");
        await PrivateServer.UntilAsync(async () => await Page.GetAsync(Db, "new") is not null);
        await person.RefreshAsync(Db);
        Assert.That(person.Age, Is.EqualTo(31), "both or none");
        DuplicateKeyException? error = null;
        await PrivateServer.UntilAsync(async () =>
        {
            try
            {
                await session.CommitAsync();
            }
            catch (DuplicateKeyException e)
            {
                error = e;
            }
            catch (RomException e) when (e is CommitOutcomeUnknownException or StoreException)
            {
                // Too late again.
            }

            return error is not null;
        });
        Assert.That(error!.Key, Is.EqualTo("new"), "a chosen key tells that it has happened");
        await VerifyAsync();
    }

    [Test]
    public async Task At_the_memory_limit_a_unit_that_grows_is_refused_whole_and_one_that_deletes_works()
    {
        await StartAsync();
        Person[] stored = [.. Enumerable.Range(0, 5).Select(NewPerson)];
        await Db.SaveAllAsync(stored);
        SortedDictionary<string, string> before = await _server.DumpAsync();
        await _server.AdminAsync("CONFIG", "SET", "maxmemory", "1");
        await using RomSession session = Db.OpenSession();
        List<Person> people = await Person.GetAsync(session, stored.Select(person => person.Id));
        people[0].Bio = "longer";
        session.Add(NewPerson(9));
        Assert.ThrowsAsync<StoreException>(() => session.CommitAsync());
        Assert.That(await _server.DumpAsync(), Is.EqualTo(before), "nothing was written");
        session.RollBack();
        foreach (Person person in await Person.GetAsync(session, stored.Select(person => person.Id))) session.Remove(person);
        Assert.That(await session.CommitAsync(), Is.EqualTo(5));
        await _server.AdminAsync("CONFIG", "SET", "maxmemory", "0");
        await VerifyAsync();
    }

    [Test]
    public async Task A_user_without_the_right_to_one_command_is_told_of_the_half_done_unit()
    {
        await StartAsync();
        await NewPerson(0).SaveAsync(Db);
        await _server.AdminAsync("ACL", "SETUSER", "default", "-zadd");
        await using RomSession session = Db.OpenSession();
        session.Add(NewPerson(1));
        session.Add(NewPerson(2));
        IncompleteCommitException error = Assert.ThrowsAsync<IncompleteCommitException>(() => session.CommitAsync())!;
        Assert.That(error.Message, Does.Contain("stopped in its middle").And.Contain("It was at ZADD."));
        Assert.That(error.Model, Is.EqualTo("P"));
    }

    /// <summary>One whose first write is refused has not begun; any other leaves rows that are whole, and entries that are not, until they are made anew.</summary>
    [TestCase("hset", false)]
    [TestCase("zadd", true)]
    [TestCase("sadd", true)]
    [TestCase("zrem", true)]
    [TestCase("srem", true)]
    [TestCase("hdel", true)]
    [TestCase("set", true)]
    public async Task What_a_user_without_a_right_leaves_behind_is_found_and_mended(string command, bool stops)
    {
        await StartAsync();
        Person[] stored = [.. Enumerable.Range(0, 3).Select(NewPerson)];
        await Db.SaveAllAsync(stored);
        SortedDictionary<string, string> before = await _server.DumpAsync();
        await _server.AdminAsync("ACL", "SETUSER", "default", $"-{command}");
        Assert.That(ChangeAsync, stops ? Throws.TypeOf<IncompleteCommitException>().With.Message.Contains("ReindexAsync") : Throws.TypeOf<StoreException>());
        if (stops)
        {
            VerifyReport report = await Db.VerifyAsync<Person>();
            Assert.That(report.IsClean, Is.False, "it says what is wrong");
            List<Person> left = await Person.GetAsync(Db, Enumerable.Range(1, 5).Select(id => (long)id));
            Assert.That(left.Select(person => (person.Email, person.Bio, person.Passport)), Is.SubsetOf(stored.Append(NewPerson(8)).Append(NewPerson(9))
                .Select(person => (person.Email, person.Bio, person.Passport)).Append(("0@b", "three four", 7))), "each row is as it was or as it was to be");
        }
        else
        {
            Assert.That(await _server.DumpAsync(), Is.EqualTo(before));
        }

        await _server.AdminAsync("ACL", "SETUSER", "default", $"+{command}");
        await Db.ReindexAsync<Person>();
        // A counter that was not moved is behind a row until the next save, which finds its way.
        await NewPerson(20).SaveAsync(Db);
        await VerifyAsync();
        await Db.DeleteAllAsync(await Person.Query(Db).ToListAsync());
        await Db.SaveAllAsync(stored.Select(person => person.Copy()));
        await VerifyAsync();

        async Task ChangeAsync()
        {
            await using RomSession session = Db.OpenSession();
            List<Person> people = await Person.GetAsync(session, stored.Select(person => person.Id));
            (people[0].Bio, people[0].Passport, people[0].Title) = ("three four", 7, null);
            session.Remove(people[1]);
            session.Add(NewPerson(8));
            session.Add(NewPerson(9));
            await session.CommitAsync();
        }
    }

    [Test]
    public async Task A_foreign_key_of_another_type_is_told_of_found_and_mended()
    {
        await StartAsync();
        using ConnectionMultiplexer raw = await ConnectionMultiplexer.ConnectAsync(_server.Server.Address);
        await raw.GetDatabase().StringSetAsync("{things}Ticket:ordered:Priority", "foreign");
        await using RomSession session = Db.OpenSession();
        session.Add(new Device());
        session.Add(new Ticket());
        IncompleteCommitException error = Assert.ThrowsAsync<IncompleteCommitException>(() => session.CommitAsync())!;
        Assert.That(error.Message, Does.Contain("WRONGTYPE").And.Contain("The key {things}Ticket:ordered:Priority holds a string, and Rom keeps a zset there"));
        Assert.That(error.Model, Is.EqualTo("Device"), "the first of the unit");
        Assert.That((await Db.VerifyAsync<Ticket>()).Findings.Select(finding => finding.Kind), Does.Contain(VerifyFindingKind.ForeignType));

        await raw.GetDatabase().KeyDeleteAsync("{things}Ticket:ordered:Priority");
        await Db.ReindexAsync<Device>();
        await Db.ReindexAsync<Ticket>();
        long left = await Ticket.Query(Db).CountAsync();
        await new Ticket { Priority = 3 }.SaveAsync(Db);
        Assert.That(((await Db.VerifyAsync<Device>()).IsClean, (await Db.VerifyAsync<Ticket>()).IsClean), Is.EqualTo((true, true)));
        Assert.That((await Ticket.Query(Db).OrderBy(t => t.Priority).ToListAsync()).Count, Is.EqualTo(left + 1));
    }

    [Test]
    public async Task Histories_of_concurrent_units_survive_killed_connections_and_a_restart()
    {
        const int clients = 4, units = 25;
        _server = await PrivateServer.StartAsync(appendOnly: true);
        await _server.AdminAsync("CONFIG", "SET", "appendfsync", "always");
        Person[] people = [.. Enumerable.Range(0, 8).Select(NewPerson)];
        await Db.SaveAllAsync(people);
        List<(long Id, string Slug)> acknowledged = [];
        // Opened before connections are killed: one that is cut then is an error of ConnectAsync.
        RomDatabase[] databases = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => RomDatabase.ConnectAsync(_server.Server.Address, Patience.Options())));
        using CancellationTokenSource done = new(), patience = new(Patience.Limit);
        Task killer = KillAsync(() => acknowledged.Count, done.Token);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            Random random = new(client);
            await using RomDatabase db = databases[client];
            for (int i = 0; i < units; i++)
            {
                string slug = $"{client}.{i}";
                try
                {
                    await using RomSession session = db.OpenSession();
                    Person? person = await Person.GetAsync(session, people[random.Next(people.Length)].Id);
                    if (person is null) continue;
                    if (random.Next(8) == 0) session.Remove(person);
                    else (person.Age, person.Bio, person.Passport) = (random.Next(100), $"word{random.Next(5)} text", random.Next(30));
                    session.Add(new Page { Slug = slug, Text = $"alpha {slug}", Alias = random.Next(2) == 0 ? $"{random.Next(40)}" : null });
                    await session.CommitAsync();
                    lock (acknowledged) acknowledged.Add((person.Id, slug));
                }
                catch (StoreException)
                {
                    // Not connected again yet: the unit is yet to come.
                    i--;
                    await Task.Delay(5, patience.Token);
                }
                catch (RomException)
                {
                    // Refused, or cut off: whole or not at all.
                }
            }
        })));
        await done.CancelAsync();
        await killer;
        await _server.Server.RestartAsync();
        await _server.UntilConnectedAsync();
        await VerifyAsync();
        List<Page> pages = await Page.GetAsync(Db, acknowledged.Select(one => one.Slug));
        Assert.That(pages, Has.Count.EqualTo(acknowledged.Count).And.Count.GreaterThan(0), "every acknowledged commit is there");
    }

    /// <summary>Kills every connection after each few commits, so that there are both kills and commits on any machine.</summary>
    private async Task KillAsync(Func<int> acknowledged, CancellationToken cancellationToken)
    {
        for (int next = 3; !cancellationToken.IsCancellationRequested; await Task.Delay(5, CancellationToken.None))
        {
            if (acknowledged() < next) continue;
            await _server.AdminAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            next = acknowledged() + 3;
        }
    }

    private async Task StartAsync() => _server = await PrivateServer.StartAsync();

    private Task VerifyAsync() => _server.VerifyAsync();

    private static Person NewPerson(int i) => new()
    {
        Email = $"{i}@b", Bio = $"one two{i}", Age = 30, Status = Status.Active, City = "Köln", Title = $"t{i}", Passport = 100 + i,
    };

    private static int Calls(string line) => int.Parse(line[(line.IndexOf("calls=", StringComparison.Ordinal) + 6)..].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
}
