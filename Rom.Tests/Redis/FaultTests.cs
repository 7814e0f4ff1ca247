using NUnit.Framework;
using Rom.Tests.TestModels;

namespace Rom.Tests.Redis;

/// <summary>What callers are told, and what is stored, when a server forgets, restarts, stalls or dies.</summary>
public sealed class FaultTests
{
    private static Person NewPerson(string email = "a@b") => new() { Email = email, Bio = "one two", Age = 30, Status = Status.Active, City = "Köln", Title = "t" };

    [Test]
    public async Task A_server_that_forgot_the_scripts_is_sent_each_once_more()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        await NewPerson("first@b").SaveAsync(server.Db);
        for (int round = 0; round < 3; round++)
        {
            await server.AdminAsync("SCRIPT", "FLUSH");
            await server.AdminAsync("CONFIG", "RESETSTAT");
            for (int i = 0; i < 3; i++)
            {
                await NewPerson($"{round}.{i}@b").SaveAsync(server.Db);
                Assert.That(await Person.Query(server.Db).Where(p => p.Email == $"{round}.{i}@b").CountAsync(), Is.EqualTo(1));
                Assert.That(await Person.GetByEmailAsync(server.Db, $"{round}.{i}@b"), Is.Not.Null);
            }

            Assert.That(await server.AdminAsync("INFO", "commandstats"), Does.Contain("cmdstat_eval:calls=3,"), "commit-row, search, lookup");
        }

        await server.VerifyAsync();
    }

    [Test]
    public async Task A_restart_with_an_append_only_file_loses_nothing()
    {
        await using PrivateServer server = await PrivateServer.StartAsync(appendOnly: true);
        Person person = NewPerson();
        await person.SaveAsync(server.Db);
        SortedDictionary<string, string> before = await server.DumpAsync();

        await server.Server.RestartAsync();
        await server.UntilConnectedAsync();

        Assert.That(await server.DumpAsync(), Is.EqualTo(before));
        person.Age = 31;
        person.Bio = "two three";
        await person.SaveAsync(server.Db);
        Assert.That(await Person.Query(server.Db).Where(p => p.Bio.Contains("three") && p.Age == 31).CountAsync(), Is.EqualTo(1));
        await NewPerson("c@d").SaveAsync(server.Db);
        await server.VerifyAsync();
    }

    [Test]
    public async Task A_save_that_is_answered_too_late_has_happened_and_RefreshAsync_tells()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        await using RomDatabase hasty = await server.OpenHastyAsync();
        Person person = NewPerson();
        await person.SaveAsync(server.Db);
        // The server knows the script that the late save needs: a script that it has to be sent first would never run.
        await NewPerson("c@d").SaveAsync(server.Db);
        person.Age = 31;
        await server.AdminAsync("CLIENT", "PAUSE", "60000", "WRITE");

        CommitOutcomeUnknownException error = Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => person.SaveAsync(hasty))!;
        Assert.That(error.Message, Does.Contain("0.3 s").And.Contain("RefreshAsync"));
        Assert.That((await Person.GetAsync(server.Db, person.Id))!.Age, Is.EqualTo(30), "it has not happened yet");

        await server.AdminAsync("CLIENT", "UNPAUSE");
        // On the connection in whose line the save stands.
        await PrivateServer.UntilAnsweredAsync(() => RefreshedAsync(person, hasty));
        Assert.That(person.Age, Is.EqualTo(31));
        Assert.That(await person.SaveAsync(server.Db), Is.Zero);
        await server.VerifyAsync();
    }

    [Test]
    public async Task A_save_whose_connection_was_cut_before_it_ran_has_not_happened_and_RefreshAsync_tells()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        Person person = NewPerson();
        await person.SaveAsync(server.Db);
        person.Age = 31;
        await server.AdminAsync("CLIENT", "PAUSE", "60000", "WRITE");

        Task<int> save = person.SaveAsync(server.Db);
        await PrivateServer.UntilAsync(async () => (await server.AdminAsync("CLIENT", "LIST")).Contains("cmd=evalsha", StringComparison.Ordinal));
        await server.AdminAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => save);

        await server.AdminAsync("CLIENT", "UNPAUSE");
        await server.UntilConnectedAsync();
        await person.RefreshAsync(server.Db);
        Assert.That(person.Age, Is.EqualTo(30));
        person.Age = 31;
        Assert.That(await person.SaveAsync(server.Db), Is.EqualTo(1));
        await server.VerifyAsync();
    }

    [Test]
    public async Task A_unit_that_is_sent_to_a_frozen_server_is_of_unknown_outcome_and_happens_whole_when_it_goes_on()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        await using RomDatabase hasty = await server.OpenHastyAsync();
        await using RomSession session = hasty.OpenSession();
        Person person = NewPerson();
        // The server knows the script that the unit needs.
        await server.Db.SaveAllAsync([person, NewPerson("c@d")]);
        session.Add(person);
        person.Age = 31;
        session.Add(NewPerson("e@f"));

        await server.Server.FreezeAsync(isFrozen: true);
        Assert.ThrowsAsync<StoreException>(() => Person.GetByEmailAsync(hasty, "a@b"));
        Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => session.CommitAsync());
        await server.Server.FreezeAsync(isFrozen: false);

        await PrivateServer.UntilAsync(async () => (await Person.GetAsync(server.Db, person.Id))!.Age == 31);
        Assert.That(await Person.GetByEmailAsync(server.Db, "e@f"), Is.Not.Null);
        await server.VerifyAsync();
    }

    [Test]
    public async Task A_late_answer_to_a_read_is_a_store_error()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        await using RomDatabase hasty = await server.OpenHastyAsync();
        await NewPerson().SaveAsync(server.Db);
        await server.AdminAsync("CLIENT", "PAUSE", "60000", "ALL");
        StoreException error = Assert.ThrowsAsync<StoreException>(() => Person.GetAsync(hasty, 1))!;
        Assert.That(error.Message, Does.Contain("0.3 s").And.Contain("CommandTimeout"));
        await server.Server.KillAsync();
    }

    [Test]
    public async Task Without_a_server_reads_and_writes_fail_as_store_errors()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        Person person = NewPerson();
        await person.SaveAsync(server.Db);
        await server.Server.KillAsync();

        Assert.ThrowsAsync<StoreException>(() => Person.GetAsync(server.Db, 1));
        Assert.ThrowsAsync<StoreException>(() => Person.GetAsync(server.Db, [1, 2]));
        Assert.ThrowsAsync<StoreException>(() => Person.GetByEmailAsync(server.Db, "a@b"));
        Assert.ThrowsAsync<StoreException>(() => Person.Query(server.Db).ToListAsync());
        Assert.ThrowsAsync<StoreException>(() => Person.Query(server.Db).CountAsync());
        person.Age = 31;
        // Unknown only if the client still thinks that it is connected.
        Assert.That(() => person.SaveAsync(server.Db), Throws.TypeOf<StoreException>().Or.TypeOf<CommitOutcomeUnknownException>());
        Assert.That(() => person.DeleteAsync(server.Db), Throws.TypeOf<StoreException>().Or.TypeOf<CommitOutcomeUnknownException>());
    }

    private static async Task<Person> RefreshedAsync(Person person, RomDatabase db)
    {
        await person.RefreshAsync(db);
        return person;
    }
}
