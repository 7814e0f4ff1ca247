using System.Text.RegularExpressions;
using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>Queries on a replica of their own, by the count of commands of both servers.</summary>
public sealed partial class ReplicaTests
{
    private const int Rows = 40;

    private RedisServer _primary = null!, _replica = null!;
    private RomDatabase _db = null!, _replicas = null!;
    private ConnectionMultiplexer _onPrimary = null!, _onReplica = null!;

    [SetUp]
    public async Task StartAsync()
    {
        RedisProgram.Require();
        _primary = await RedisServer.StartAsync();
        _replica = await RedisServer.StartAsync(appendOnly: false, "--replicaof", $"127.0.0.1 {_primary.Port}", "--repl-diskless-sync-delay", "0");
        _onPrimary = await ConnectionMultiplexer.ConnectAsync($"{_primary.Address},allowAdmin=true");
        _onReplica = await ConnectionMultiplexer.ConnectAsync($"{_replica.Address},allowAdmin=true");
        await PrivateServer.UntilAsync(async () => (await InfoAsync(_onReplica, "replication")).Contains("master_link_status:up", StringComparison.Ordinal));
        string both = $"{_primary.Address},{_replica.Address}";
        _db = await RomDatabase.ConnectAsync(both, Patience.Options());
        _replicas = await RomDatabase.ConnectAsync(both, new RomOptions { CommandTimeout = Patience.Limit, ReadFromReplicas = true, MaxRowsVisitedPerCall = 60 });
        for (int i = 0; i < Rows; i++)
            await new Person { Email = $"{i}@b", Bio = $"one two{i}", Age = i % 9, Points = i, Balance = i, City = i % 2 == 0 ? "Köln" : null, Title = $"t{i}" }.SaveAsync(_db);
        await CatchUpAsync();
        foreach (ConnectionMultiplexer one in new[] { _onPrimary, _onReplica }) await one.GetDatabase().ExecuteAsync("CONFIG", "RESETSTAT");
    }

    [TearDown]
    public async Task StopAsync()
    {
        foreach (RomDatabase? db in new[] { _db, _replicas }) if (db is not null) await db.DisposeAsync();
        foreach (ConnectionMultiplexer? one in new[] { _onPrimary, _onReplica }) if (one is not null) await one.CloseAsync();
        if (_replica is not null) await _replica.DisposeAsync();
        if (_primary is not null) await _primary.DisposeAsync();
    }

    [Test]
    public async Task Every_shape_of_query_runs_there_and_the_primary_sees_none()
    {
        RomQuery<Person, long, Person.Columns> all = Person.Query(_replicas);
        foreach (RomQuery<Person, long, Person.Columns> query in new[]
        {
            all, all.Where(p => p.Bio.Contains("one") && p.Age > 3), all.Where(p => p.Bio.StartsWith("tw") || !(p.City == "Köln")), all.Where(p => p.Title.StartsWith("t1")),
            all.Where(p => p.Email.In("1@b", "2@b") || p.Id == 7 || p.Passport.IsNull()), all.OrderBy(p => p.Age).ThenByDescending(p => p.Points),
        })
        {
            int expected = (await query.AsNoTracking().ToListAsync()).Count;
            Assert.That(await query.CountAsync(), Is.EqualTo(expected).And.Positive);
            Assert.That(await query.AnyAsync(), Is.True);
            Assert.That(await query.FirstOrDefaultAsync(), Is.Not.Null);
            Assert.That(await query.Take(1).SingleOrDefaultAsync(), Is.Not.Null);
            Assert.That(await query.Select(p => p.Email, p => p.Age).ToListAsync(), Has.Count.EqualTo(expected));
            Assert.That(await query.Select(p => p.Email).Distinct().CountAsync(), Is.EqualTo(expected));
            Assert.That((await query.ToPageAsync(2)).Items, Has.Count.EqualTo(Math.Min(2, expected)));
            int streamed = 0;
            await foreach (Person _ in query.AsAsyncEnumerable(pageSize: 7)) streamed++;
            Assert.That(streamed, Is.EqualTo(expected));
            Assert.That(await query.SumAsync(p => p.Balance) >= await query.MaxAsync(p => p.Balance), Is.True);
            Assert.That(await query.AverageAsync(p => p.Points), Is.GreaterThanOrEqualTo(await query.MinAsync(p => p.Points)));
            Assert.That((await query.ExplainAsync()).RowsFound, Is.EqualTo(expected));
        }

        Assert.That(await ScriptsAsync(_onPrimary), Is.Empty);
        Assert.That(await ScriptsAsync(_onReplica), Is.EquivalentTo(new[] { "evalsha_ro", "eval_ro" }), "by hash, and by text where a script was not known");
    }

    [Test]
    public async Task One_query_alone_can_ask_for_it()
    {
        Assert.That(await Person.Query(_db).FromReplica().Where(p => p.Bio.Contains("one")).CountAsync(), Is.EqualTo(Rows));
        Assert.That(await Person.Query(_db).Where(p => p.Age > 3).FromReplica().OrderBy(p => p.Age).Take(3).ToListAsync(), Has.Count.EqualTo(3));
        Assert.That(await ScriptsAsync(_onPrimary), Is.Empty);
        Assert.That(await Person.Query(_db).CountAsync(), Is.EqualTo(Rows));
        Assert.That(await ScriptsAsync(_onPrimary), Is.Not.Empty);
    }

    [Test]
    public async Task A_replica_that_forgot_its_scripts_gets_them_again()
    {
        RomQuery<Person, long, Person.Columns> query = Person.Query(_replicas).Where(p => p.Bio.Contains("one") && p.Age < 5);
        int before = (await query.ToListAsync()).Count;
        await _onReplica.GetDatabase().ExecuteAsync("SCRIPT", "FLUSH");
        Assert.That(await query.ToListAsync(), Has.Count.EqualTo(before));
        Assert.That(await ScriptsAsync(_onPrimary), Is.Empty);
    }

    /// <summary>A replica that is cut off goes on answering from what it has.</summary>
    [Test]
    public async Task A_replica_that_lags_answers_with_what_it_has()
    {
        await CutOffAsync(serveStale: true);
        await new Person { Email = "new@b", Bio = "one" }.SaveAsync(_replicas);
        Assert.That(await Person.Query(_replicas).Where(p => p.Bio.Contains("one")).CountAsync(), Is.EqualTo(Rows));
        Assert.That(await Person.Query(_db).Where(p => p.Bio.Contains("one")).CountAsync(), Is.EqualTo(Rows + 1), "the primary has it");
        Assert.That(await Person.GetByEmailAsync(_replicas, "new@b"), Is.Not.Null, "gets and lookups are no queries");
    }

    /// <summary>What a transaction reads is verified at the primary, so that is where it is read: a lagging replica would make it conflict for ever.</summary>
    [Test]
    public async Task A_transaction_reads_from_the_primary()
    {
        await CutOffAsync(serveStale: true);
        await new Person { Email = "new@b", Bio = "one", Age = 77 }.SaveAsync(_db);
        await _replicas.TransactionAsync(async (tx, ct) =>
        {
            Person found = (await Person.Query(tx).Where(p => p.Age == 77).SingleOrDefaultAsync(ct))!;
            found.Age = 78;
        }, maxAttempts: 1);
        Assert.That(await Person.Query(_db).Where(p => p.Age == 78).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_replica_that_may_not_serve_stale_data_says_so()
    {
        await CutOffAsync(serveStale: false);
        StoreException refused = Assert.ThrowsAsync<StoreException>(() => Person.Query(_replicas).Where(p => p.Bio.Contains("one")).CountAsync())!;
        Assert.That(refused.Message, Does.Contain("MASTERDOWN"));
        Assert.That(await Person.Query(_db).Where(p => p.Bio.Contains("one")).CountAsync(), Is.EqualTo(Rows));
    }

    [Test]
    public async Task Without_the_replica_the_primary_answers()
    {
        await _onReplica.CloseAsync();
        await _replica.KillAsync();
        // The client learns of it by the query that fails, or before.
        await PrivateServer.UntilAsync(async () =>
        {
            try
            {
                return await Person.Query(_replicas).Where(p => p.Bio.Contains("one")).CountAsync() == Rows;
            }
            catch (StoreException)
            {
                return false;
            }
        });
        Assert.That(await ScriptsAsync(_onPrimary), Is.Not.Empty);
    }

    private static async Task<string> InfoAsync(ConnectionMultiplexer on, string section) => (string)(await on.GetDatabase().ExecuteAsync("INFO", section))!;

    private static async Task<string[]> ScriptsAsync(ConnectionMultiplexer on) =>
        [.. ScriptCommand().Matches(await InfoAsync(on, "commandstats")).Select(match => match.Groups[1].Value)];

    /// <summary>Waits until the replica has all that the primary wrote.</summary>
    private async Task CatchUpAsync() =>
        await PrivateServer.UntilAsync(async () => (long)await _onPrimary.GetDatabase().ExecuteAsync("WAIT", 1, 1000) == 1
            && (long)await _onReplica.GetDatabase().ExecuteAsync("DBSIZE") == (long)await _onPrimary.GetDatabase().ExecuteAsync("DBSIZE"));

    /// <summary>Makes it the replica of a server that does not exist.</summary>
    private async Task CutOffAsync(bool serveStale)
    {
        await _onReplica.GetDatabase().ExecuteAsync("CONFIG", "SET", "replica-serve-stale-data", serveStale ? "yes" : "no");
        await _onReplica.GetDatabase().ExecuteAsync("REPLICAOF", "127.0.0.1", "1");
        await PrivateServer.UntilAsync(async () => !(await InfoAsync(_onReplica, "replication")).Contains("master_link_status:up", StringComparison.Ordinal));
    }

    [GeneratedRegex("cmdstat_(eval[a-z_]*):")]
    private static partial Regex ScriptCommand();
}
