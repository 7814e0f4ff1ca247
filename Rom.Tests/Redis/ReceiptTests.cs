using System.Globalization;
using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Redis;

/// <summary>What a lost answer was, told by the receipt that each commit leaves: by every way of writing, and under real faults.</summary>
public sealed class ReceiptTests
{
    private static readonly RomOptions WithReceipts = new() { CommitReceipts = true, CommandTimeout = Patience.Limit };

    private static readonly Dictionary<string, Func<RomDatabase, Stored, Task>> Writes = new()
    {
        ["new"] = (db, _) => NewPerson("new@b").SaveAsync(db),
        ["change"] = (db, stored) => { stored.Person.Age = 31; return stored.Person.SaveAsync(db); },
        ["overwrite"] = (db, stored) => { stored.Person.Age = 31; return stored.Person.SaveAsync(db, SaveMode.Force); },
        ["delete"] = (db, stored) => stored.Person.DeleteAsync(db),
        ["patch"] = (db, stored) => Person.PatchAsync(db, stored.Person.Id, p => p.Bio.Append(" more"), p => p.Points.Add(1)),
        ["patch in one call"] = (db, stored) => Person.PatchAsync(db, stored.Person.Id, p => p.Points.Add(1), p => p.Note.Append("!")),
        ["update if"] = (db, stored) => Person.UpdateIfAsync(db, stored.Person.Id, p => p.Age == 30, p => p.Age.Set(31)),
        ["transfer"] = (db, stored) => db.TransferAsync(stored.From, stored.To, a => a.Balance, 10m, stored.Order, o => o.Paid),
        ["unit"] = async (db, stored) =>
        {
            await using RomSession session = db.OpenSession();
            session.Add(NewPerson("new@b"));
            session.Remove(stored.Person);
            await session.CommitAsync();
        },
        ["transaction that only reads"] = (db, stored) => db.TransactionAsync(async (tx, ct) => await Person.GetAsync(tx, stored.Person.Id, ct)),
        ["bulk"] = async (db, stored) =>
        {
            BulkException error = Assert.ThrowsAsync<BulkException>(() => db.SaveAllAsync([NewPerson("new@b"), NewPerson("more@b")]))!;
            Assert.That(error.Results.Select(result => result.Outcome), Is.All.EqualTo(EntityOutcome.Unknown));
            await Task.FromException(error.Results[0].Error!);
        },
    };

    public static IEnumerable<string> Ways => Writes.Keys;

    [TestCaseSource(nameof(Ways))]
    public async Task A_commit_whose_answer_was_lost_has_happened(string way)
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        (RomDatabase db, HeldConnection connection) = await HeldConnection.OpenAsync(server.Server.Address, WithReceipts);
        await using RomDatabase _ = db;
        Stored stored = await Stored.CreateAsync(db);
        connection.LosesAnswers = true;
        CommitOutcomeUnknownException error = Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => Writes[way](db, stored))!;
        SortedDictionary<string, string> after = await server.DumpAsync();
        Assert.That((await error.WasCommittedAsync(), await error.WasCommittedAsync()), Is.EqualTo((true, true)));
        Assert.That(await server.DumpAsync(), Is.EqualTo(after), "asking changes nothing");
    }

    [TestCaseSource(nameof(Ways))]
    public async Task A_commit_that_is_given_up_never_happens_however_late_it_arrives(string way)
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        (RomDatabase db, HeldConnection connection) = await HeldConnection.OpenAsync(server.Server.Address, WithReceipts);
        await using RomDatabase _ = db;
        Stored stored = await Stored.CreateAsync(db);
        connection.HoldsCalls = true;
        CommitOutcomeUnknownException error = Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => Writes[way](db, stored))!;
        Assert.That(await error.WasCommittedAsync(), Is.False);
        SortedDictionary<string, string> before = await server.DumpAsync();
        await connection.Arrive!();
        Assert.That(await server.DumpAsync(), Is.EqualTo(before), "it wrote nothing");
        Assert.That(await error.WasCommittedAsync(), Is.False);
        await server.VerifyAsync();
    }

    [Test]
    public async Task A_receipt_expires_and_a_refused_commit_leaves_none()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        await using RomDatabase db = await RomDatabase.ConnectAsync(server.Server.Address, WithReceipts);
        await NewPerson("a@b").SaveAsync(db);
        Assert.ThrowsAsync<UniqueViolationException>(() => NewPerson("a@b").SaveAsync(db));
        string[] receipts = await server.ListAsync("KEYS", "*:receipt:*");
        Assert.That(receipts, Has.Length.EqualTo(1));
        Assert.That(long.Parse(await server.AdminAsync("PTTL", receipts[0]), CultureInfo.InvariantCulture), Is.InRange(1_140_000, 1_200_000), "twice ReceiptLifetime, in milliseconds");
        Assert.That(await server.ListAsync("KEYS", "{P}:receipt:*"), Is.EqualTo(receipts), "in the slot of its model");
        await NewPerson("c@b").SaveAsync(server.Db);
        Assert.That(await server.ListAsync("KEYS", "*:receipt:*"), Is.EqualTo(receipts), "without the option there is none");
    }

    [Test]
    public async Task At_the_memory_limit_a_delete_still_leaves_its_receipt()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        await using RomDatabase db = await RomDatabase.ConnectAsync(server.Server.Address, WithReceipts);
        Person person = NewPerson("a@b");
        await person.SaveAsync(db);
        await server.AdminAsync("CONFIG", "SET", "maxmemory", "1");
        Assert.ThrowsAsync<StoreException>(() => NewPerson("c@b").SaveAsync(db));
        Assert.That(await person.DeleteAsync(db), Is.True);
        Assert.That(await server.ListAsync("KEYS", "*:receipt:*"), Has.Length.EqualTo(2));
        await server.AdminAsync("CONFIG", "SET", "maxmemory", "0");
        await server.VerifyAsync();
    }

    [Test]
    public async Task Without_a_receipt_there_is_nothing_to_ask()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        await using RomDatabase hasty = await server.OpenHastyAsync();
        await NewPerson("a@b").SaveAsync(server.Db);
        await server.AdminAsync("CLIENT", "PAUSE", "60000", "WRITE");
        CommitOutcomeUnknownException error = Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => NewPerson("c@b").SaveAsync(hasty))!;
        await server.AdminAsync("CLIENT", "UNPAUSE");
        Assert.That(() => error.WasCommittedAsync(), Throws.InvalidOperationException.With.Message.Contains("CommitReceipts"));
    }

    [Test]
    public async Task After_its_time_a_receipt_is_not_asked_for()
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        (RomDatabase db, HeldConnection connection) = await HeldConnection.OpenAsync(server.Server.Address, new RomOptions { CommitReceipts = true, CommandTimeout = Patience.Limit, ReceiptLifetime = TimeSpan.FromMilliseconds(1) });
        await using RomDatabase _ = db;
        connection.HoldsCalls = true;
        CommitOutcomeUnknownException error = Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => NewPerson("a@b").SaveAsync(db))!;
        long sent = Environment.TickCount64;
        await PrivateServer.UntilAsync(() => Task.FromResult(Environment.TickCount64 > sent + 1));
        Assert.That(() => error.WasCommittedAsync(), Throws.TypeOf<RomException>().With.Message.Contains("ReceiptLifetime"));
    }

    [Test]
    public async Task A_connection_that_is_killed_before_the_script_ran()
    {
        await using PrivateServer server = await PrivateServer.StartAsync(options: WithReceipts);
        Person person = NewPerson("a@b");
        await person.SaveAsync(server.Db);
        person.Age = 31;
        await server.AdminAsync("CLIENT", "PAUSE", "60000", "WRITE");
        Task<int> save = person.SaveAsync(server.Db);
        await PrivateServer.UntilAsync(async () => (await server.AdminAsync("CLIENT", "LIST")).Contains("cmd=evalsha", StringComparison.Ordinal));
        await server.AdminAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        CommitOutcomeUnknownException error = Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => save)!;
        await server.AdminAsync("CLIENT", "UNPAUSE");
        await server.UntilConnectedAsync();
        Assert.That(await error.WasCommittedAsync(), Is.False);
        Assert.That(await person.SaveAsync(server.Db), Is.EqualTo(1), "so the same may be saved again");
        await server.VerifyAsync();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_connection_that_is_cut_after_the_script_ran(bool inUnit)
    {
        await using PrivateServer server = await PrivateServer.StartAsync();
        await using CuttingProxy network = new(server.Server.Address);
        await using RomDatabase db = await RomDatabase.ConnectAsync(network.Address, WithReceipts);
        await NewPerson("a@b").SaveAsync(db);
        await using RomSession session = db.OpenSession();
        session.Add(NewPerson("cut@b"));
        session.Add(NewPerson("more@b"));
        // The server knows both scripts, so that the answer which is lost is not that it has to be sent one.
        await db.SaveAllAsync([NewPerson("c@b"), NewPerson("d@b")]);
        await NewPerson("e@b").SaveAsync(db);
        network.CutAnswerTo("cut@b");
        CommitOutcomeUnknownException error = Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => inUnit ? session.CommitAsync() : NewPerson("cut@b").SaveAsync(db))!;
        Assert.That(await PrivateServer.UntilAnsweredAsync(() => error.WasCommittedAsync()), Is.True);
        Assert.That(await Person.GetByEmailAsync(server.Db, "cut@b"), Is.Not.Null);
        Assert.That(await Person.GetByEmailAsync(server.Db, "more@b") is not null, Is.EqualTo(inUnit));
        await server.VerifyAsync();
    }

    [Test]
    public async Task A_paused_server_that_runs_the_script_after_its_client_gave_up_waiting()
    {
        await using PrivateServer server = await PrivateServer.StartAsync(options: WithReceipts);
        await using RomDatabase hasty = await server.OpenHastyAsync(commitReceipts: true);
        Person person = NewPerson("a@b");
        await person.SaveAsync(server.Db);
        person.Age = 31;
        await person.SaveAsync(server.Db);
        person.Age = 32;
        await server.AdminAsync("CLIENT", "PAUSE", "60000", "WRITE");
        CommitOutcomeUnknownException error = Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => person.SaveAsync(hasty))!;
        Assert.That(() => error.WasCommittedAsync(), Throws.TypeOf<StoreException>(), "the answer waits too, and may be asked for again");
        await server.AdminAsync("CLIENT", "UNPAUSE");
        Assert.That(await PrivateServer.UntilAnsweredAsync(() => error.WasCommittedAsync()), Is.True, "it stood in the line before the question");
        await person.RefreshAsync(server.Db);
        Assert.That(person.Age, Is.EqualTo(32));
        await server.VerifyAsync();
    }

    [Test]
    public async Task A_server_that_was_killed_after_the_script_ran_knows_from_its_file()
    {
        await using PrivateServer server = await PrivateServer.StartAsync(appendOnly: true);
        (RomDatabase db, HeldConnection connection) = await HeldConnection.OpenAsync(server.Server.Address, WithReceipts);
        await using RomDatabase _ = db;
        connection.LosesAnswers = true;
        CommitOutcomeUnknownException error = Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => NewPerson("a@b").SaveAsync(db))!;
        await server.Server.RestartAsync();
        await server.UntilConnectedAsync();
        Assert.That(await PrivateServer.UntilAnsweredAsync(() => error.WasCommittedAsync()), Is.True);
        Assert.That(await Person.GetByEmailAsync(db, "a@b"), Is.Not.Null);
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(700_000)]
    public void A_lifetime_that_is_none(int seconds) =>
        Assert.That(() => new RomOptions { ReceiptLifetime = TimeSpan.FromSeconds(seconds) }, Throws.TypeOf<ArgumentOutOfRangeException>());

    private static Person NewPerson(string email) => new() { Email = email, Bio = "one two", Age = 30, Status = Status.Active, City = "Köln", Title = "t" };

    /// <summary>What there is before each write, and the scripts of commits known to the server.</summary>
    public sealed record Stored(Person Person, BankAccount From, BankAccount To, BankOrder Order)
    {
        public static async Task<Stored> CreateAsync(RomDatabase db)
        {
            Stored stored = new(NewPerson("a@b"), new BankAccount { Owner = "from", Balance = 100 }, new BankAccount { Owner = "to" }, new BankOrder());
            await stored.Person.SaveAsync(db);
            await db.SaveAllAsync([stored.From, stored.To, stored.Order]);
            return stored;
        }
    }
}
