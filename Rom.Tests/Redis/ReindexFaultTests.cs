using System.Text;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Storage.Redis;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>Rebuilds that are killed at any call or overtaken, rows of any size, and whose keys they touch.</summary>
public sealed class ReindexFaultTests
{
    private const int Rows = 250;

    private PrivateServer _server = null!;
    private ConnectionMultiplexer _connection = null!;
    private string _prefix = "";

    private RomOptions Options => Patience.Options(_prefix);

    private IDatabase Raw => _connection.GetDatabase();

    [SetUp]
    public async Task OpenAsync()
    {
        _prefix = "reindex:";
        _server = await PrivateServer.StartAsync();
        _connection = await ConnectionMultiplexer.ConnectAsync(_server.Server.Address);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _connection.CloseAsync();
        await _server.DisposeAsync();
    }

    /// <summary>Whichever call is its last, and whether that one still arrived: the next run, of the same program or of the old one, makes everything right.</summary>
    [Test]
    public async Task One_whose_process_was_killed_at_any_call_is_made_good_by_the_next([Values] bool arrives, [Values] bool oldProgram)
    {
        bool killed = true;
        for (int calls = 1; killed; calls++)
        {
            await _server.AdminAsync("FLUSHALL");
            await using RomDatabase db = await RomDatabase.ConnectAsync(_server.Server.Address, Options);
            await SaveAsync(db, 120);
            await using MortalConnection mortal = new(await OpenConnectionAsync(), calls, arrives);
            killed = await IsKilledAsync(new RomDatabase(new RedisEngine(mortal, Options), Options));
            if (killed && oldProgram)
            {
                await db.ReindexAsync<ShopBefore>();
                await new ShopBefore { Code = "more" }.SaveAsync(db);
                Assert.That(await ShopBefore.Query(db).Where(s => s.Size < 100).CountAsync(), Is.EqualTo(101), $"{calls} calls");
                await VerifyAsync(db, ShopBeforeMetadata);
                continue;
            }

            await db.ReindexAsync<ShopAfter>();
            Assert.That(await ShopAfter.Query(db).Where(s => s.Half < 50).CountAsync(), Is.EqualTo(100), $"{calls} calls");
            await VerifyAsync(db, ShopAfterMetadata);
        }
    }

    [Test]
    public async Task One_that_goes_on_does_not_begin_again()
    {
        await using RomDatabase db = await RomDatabase.ConnectAsync(_server.Server.Address, Options);
        await SaveAsync(db, Rows);
        using CancellationTokenSource stop = new();
        List<ReindexProgress> reports = [];
        Assert.CatchAsync<OperationCanceledException>(() => db.ReindexAsync<ShopAfter>(new Told(report =>
        {
            if (report is { Phase: ReindexPhase.Filling, Done: 200 }) stop.Cancel();
        }), stop.Token));
        await db.ReindexAsync<ShopAfter>(new Told(reports.Add));
        Assert.That(reports, Is.EqualTo(new[] { new ReindexProgress(ReindexPhase.Filling, Rows, Rows) }), "the last 50 rows only");
        await VerifyAsync(db, ShopAfterMetadata);
    }

    [TestCase(ReindexPhase.Collecting)]
    [TestCase(ReindexPhase.Checking)]
    [TestCase(ReindexPhase.Clearing)]
    [TestCase(ReindexPhase.Filling)]
    public async Task One_that_is_overtaken_says_so_and_changes_nothing_more(ReindexPhase phase)
    {
        await using RomDatabase db = await RomDatabase.ConnectAsync(_server.Server.Address, Options);
        await using RomDatabase other = await RomDatabase.ConnectAsync(_server.Server.Address, Options);
        await SaveAsync(db, Rows);
        bool first = true;
        SchemaException overtaken = Assert.ThrowsAsync<SchemaException>(() => db.ReindexAsync<ShopAfter>(new Told(report =>
        {
            if (report.Phase != phase || !first) return;
            first = false;
            Task.Run(() => other.ReindexAsync<ShopAfter>()).GetAwaiter().GetResult();
        })))!;
        Assert.That(overtaken.Message, Does.Contain("took over"));
        Assert.That(await ShopAfter.Query(db).Where(s => s.Half >= 0).CountAsync(), Is.EqualTo(Rows));
        await VerifyAsync(db, ShopAfterMetadata);
    }

    [Test]
    public async Task Many_at_once_end_in_one_right_state()
    {
        await using RomDatabase db = await RomDatabase.ConnectAsync(_server.Server.Address, Options);
        await SaveAsync(db, Rows);
        RomException?[] errors = await Conformance.Race.RunAsync(5, _ => db.ReindexAsync<ShopAfter>());
        Assert.That(errors, Has.Some.Null, "one is the last");
        Assert.That(errors, Is.All.Null.Or.All.InstanceOf<SchemaException>().Or.Some.InstanceOf<SchemaException>());
        await VerifyAsync(db, ShopAfterMetadata);
    }

    [Test]
    public async Task Large_rows_are_read_some_at_a_time_and_rows_of_many_entries_are_written_so()
    {
        await using MeasuringConnection measured = new(await OpenConnectionAsync());
        await using RomDatabase db = new(new RedisEngine(measured, Options), Options);
        for (int i = 0; i < 12; i++) await new ShopBefore { Code = $"c{i}", Note = new string('x', 300_000) }.SaveAsync(db);
        for (int i = 12; i < 24; i++) await new ShopBefore { Code = $"c{i}", Note = string.Join(' ', Enumerable.Range(0, 1_500).Select(word => $"w{word}x{i}")) }.SaveAsync(db);
        await db.ReindexAsync<ShopAfter>();
        Assert.That(measured.LargestReply, Is.InRange(1_000_000, 1_500_000));
        Assert.That(measured.MostKeys, Is.InRange(6_000, 13_000), "of two rows of 1,500 words, each with four keys");
        Assert.That(await ShopAfter.Query(db).Where(s => s.Note.Contains("w7x20")).CountAsync(), Is.EqualTo(1));
        await VerifyAsync(db, ShopAfterMetadata);
    }

    [Test]
    public async Task Prefixes_that_look_like_patterns_and_models_beside_it_are_left_alone()
    {
        string test = _prefix;
        string[] neighbours = [$"{test}axbcd", $"{test}a*bcd", $"{test}a*b[cd", $"{test}a*b[c]?^-\\x", $"{test}"];
        foreach (string neighbour in neighbours)
        {
            _prefix = neighbour;
            await using RomDatabase db = await RomDatabase.ConnectAsync(_server.Server.Address, Options);
            await SaveAsync(db, 3);
            await new Device { Name = "d", Serial = "s" }.SaveAsync(db);
        }

        _prefix = $"{test}a*b[c]?^-\\";
        await using RomDatabase own = await RomDatabase.ConnectAsync(_server.Server.Address, Options);
        await SaveAsync(own, 20);
        await new Device { Name = "d", Serial = "s" }.SaveAsync(own);
        await new Ticket { Priority = 4 }.SaveAsync(own);
        SortedDictionary<string, string> before = await KeyspaceDump.ReadAsync(Raw, test);
        await own.ReindexAsync<ShopAfter>();
        await own.ReindexAsync<Device>();
        SortedDictionary<string, string> after = await KeyspaceDump.ReadAsync(Raw, test);
        string head = KeyspaceDump.Text(Encoding.UTF8.GetBytes(_prefix + "{Shop}"));
        Assert.That(after.Where(pair => !pair.Key.StartsWith(head, StringComparison.Ordinal)), Is.EqualTo(before.Where(pair => !pair.Key.StartsWith(head, StringComparison.Ordinal))));
        Assert.That(after.Keys, Has.Some.StartsWith(head + ":ordered:Half"));
        await VerifyAsync(own, ShopAfterMetadata);
    }

    private static ModelMetadata ShopBeforeMetadata => Metadata<ShopBefore, long, ShopBefore.Columns>();

    private static ModelMetadata ShopAfterMetadata => Metadata<ShopAfter, long, ShopAfter.Columns>();

    private static async Task SaveAsync(RomDatabase db, int count) =>
        await db.SaveAllAsync(Enumerable.Range(0, count).Select(i => new ShopBefore { Code = $"c{i}", Name = $"Shop {i}", Size = i, Note = "A number" }));

    private static async Task<bool> IsKilledAsync(RomDatabase db)
    {
        try
        {
            await db.ReindexAsync<ShopAfter>();
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }

    private async Task VerifyAsync(RomDatabase db, ModelMetadata model)
    {
        await Clean.VerifyAsync(db, model);
        Assert.That(await Raw.HashLengthAsync($"{_prefix}{{Shop}}:schema"), Is.EqualTo(2), "nothing is left of the rebuild");
    }

    private async Task<RedisConnection> OpenConnectionAsync() => await RedisConnection.OpenAsync(_server.Server.Address, Options, CancellationToken.None);

    private static ModelMetadata Metadata<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.Metadata;

    private sealed class KilledException() : Exception("The process is gone.");

    private sealed class Told(Action<ReindexProgress> report) : IProgress<ReindexProgress>
    {
        public void Report(ReindexProgress value) => report(value);
    }

    /// <summary>After some calls nothing happens any more; the last call may still arrive.</summary>
    private sealed class MortalConnection(IRedisConnection inner, int calls, bool lastArrives) : PassingConnection(inner)
    {
        private int _left = calls;

        public override Task<T> EvaluateAsync<T>(ScriptCall<T> call, CancellationToken cancellationToken) => Live(() => base.EvaluateAsync(call, cancellationToken));

        public override Task<RedisValue[]> EvaluateAsync(
            RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken) =>
            Live(() => base.EvaluateAsync(script, keys, arguments, mayWrite, cancellationToken));

        public override Task<T> HashGetAsync<TState, T>(RedisKey key, RedisValue[] fields, TState state, Func<TState, RedisValue[], T> read, CancellationToken cancellationToken) =>
            Live(() => base.HashGetAsync(key, fields, state, read, cancellationToken));

        private async Task<T> Live<T>(Func<Task<T>> call)
        {
            _left--;
            if (_left == 0 && lastArrives) await call();
            return _left > 0 ? await call() : throw new KilledException();
        }
    }

    /// <summary>Remembers the largest reply, in bytes, and the most keys of a call.</summary>
    private sealed class MeasuringConnection(IRedisConnection inner) : PassingConnection(inner)
    {
        public long LargestReply { get; private set; }

        public int MostKeys { get; private set; }

        public override Task<T> EvaluateAsync<T>(ScriptCall<T> call, CancellationToken cancellationToken)
        {
            MostKeys = Math.Max(MostKeys, call.Keys.Length);
            return base.EvaluateAsync(call, cancellationToken);
        }

        public override async Task<RedisValue[]> EvaluateAsync(
            RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken)
        {
            RedisValue[] reply = await base.EvaluateAsync(script, keys, arguments, mayWrite, cancellationToken);
            LargestReply = Math.Max(LargestReply, reply.Sum(value => value.IsNull ? 0 : ((byte[])value!).Length));
            return reply;
        }
    }
}
