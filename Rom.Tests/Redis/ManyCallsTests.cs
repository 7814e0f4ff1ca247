using NUnit.Framework;
using Rom.Storage.Redis;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>Sums, different values and counts that take many calls, while others write between every two of them.</summary>
public sealed class ManyCallsTests
{
    private const int Rows = 600;

    private readonly List<Person> _people = [];
    private RomDatabase _writer = null!, _db = null!;
    private InterruptedConnection _connection = null!;

    [SetUp]
    public async Task FillAsync()
    {
        RomOptions options = new() { KeyPrefix = $"{Guid.NewGuid():N}:", CommandTimeout = Patience.Limit, MaxRowsVisitedPerCall = 150 };
        _writer = await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), options);
        (_db, _connection) = await InterruptedConnection.OpenAsync(SharedRedis.RequireAddress(), options);
        _people.Clear();
        _people.AddRange(Enumerable.Range(0, Rows).Select(i => new Person
        {
            Email = $"{i}@x", Points = i, Age = i % 50, Balance = i % 3 == 0 ? null : i / 8m, City = $"city{i % 4}", Bio = $"w{i % 400} all", Title = i % 7 == 0 ? null : $"t{i % 30}",
        }));
        await _writer.SaveAllAsync(_people);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        if (_db is not null) await _db.DisposeAsync();
        if (_writer is not null) await _writer.DisposeAsync();
    }

    private static IEnumerable<TestCaseData> Conditions()
    {
        yield return Case("a range or another", p => p.Points >= 0 || p.Age >= 0, p => true);
        yield return Case("a range", p => p.Points >= 0, p => true);
        yield return Case("sets", p => p.City.In("city1", "city2") && p.Points >= 0, p => p.City is "city1" or "city2");
        yield return Case("words", p => p.Bio.StartsWith("w1") && p.Points >= 0, p => p.Bio!.StartsWith("w1", StringComparison.Ordinal));
        yield return Case("either", p => p.City == "city1" || p.Age < 30 || p.Bio.StartsWith("w"), p => true);
        yield return Case("none of words, tested by the client", p => !p.Bio.Like("*1*", true), p => !p.Bio!.Contains('1', StringComparison.Ordinal));

        static TestCaseData Case(string name, Func<Person.Columns, Filter> condition, Func<Person, bool> matches) => new TestCaseData(condition, matches).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Conditions))]
    public async Task What_matches_throughout_counts_once(Func<Person.Columns, Filter> condition, Func<Person, bool> matches)
    {
        // Points only rise, so that rows move ahead of the place where a range goes on; what is added counts for nothing.
        int next = 0;
        _connection.Between = async () =>
        {
            for (int i = 0; i < 10; i++, next = (next + 1) % Rows) await Person.PatchAsync(_writer, _people[next].Id, p => p.Points.Add(2 * Rows));
            Person other = new() { Email = $"{Guid.NewGuid()}", Points = next, Age = 0, Balance = 0, City = "city1", Bio = "w2 all" };
            await other.SaveAsync(_writer);
            if (next % 40 != 0) await other.DeleteAsync(_writer);
        };
        List<Person> expected = [.. _people.Where(matches)];
        RomQuery<Person, long, Person.Columns> query = Person.Query(_db).Where(condition);
        Assert.That(await ManyAsync(() => query.SumAsync(p => p.Age)), Is.EqualTo(expected.Sum(p => p.Age)));
        Assert.That(await ManyAsync(() => query.SumAsync(p => p.Balance)), Is.EqualTo(expected.Sum(p => p.Balance)));
        Assert.That(await ManyAsync(() => query.Select(p => p.Title).Distinct().CountAsync()), Is.EqualTo(expected.Select(p => p.Title).Distinct().Count()));
        Assert.That(await ManyAsync(() => query.OrderBy(p => p.Title).Select(p => p.Title).Distinct().ToListAsync()),
            Is.EqualTo(expected.Select(p => p.Title).Distinct().Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task What_moves_in_the_index_that_is_read_counts_and_comes_once()
    {
        int next = 0;
        _connection.Between = async () =>
        {
            for (int i = 0; i < 2; i++, next = (next + 1) % Rows) await Person.PatchAsync(_writer, _people[next].Id, p => p.Points.Add(2 * Rows));
        };
        foreach (Func<Person.Columns, Filter> condition in new Func<Person.Columns, Filter>[]
        {
            p => p.Points >= 0 && p.Age >= 0, p => p.Points >= 0 && !p.Bio.StartsWith("x"), p => p.Points >= 0 || p.Age >= 0, p => p.Points >= 0,
        })
        {
            RomQuery<Person, long, Person.Columns> query = Person.Query(_db).Where(condition);
            Assert.That(await query.CountAsync(), Is.EqualTo(Rows));
            foreach (RomQuery<Person, long, Person.Columns> list in new[] { query, query.OrderBy(p => p.Points), query.OrderBy(p => p.Age) })
                Assert.That((await ManyAsync(() => list.Select(p => p.Id).ToListAsync())).Order(), Is.EqualTo(_people.Select(p => p.Id).Order()));
        }
    }

    [Test]
    public async Task Without_a_condition_too()
    {
        _connection.Between = async () => await Person.PatchAsync(_writer, _people[0].Id, p => p.Points.Add(1));
        foreach (RomQuery<Person, long, Person.Columns> query in new[] { Person.Query(_db), Person.Query(_db).OrderBy(p => p.Points) })
        {
            Assert.That(await ManyAsync(() => query.SumAsync(p => p.Age)), Is.EqualTo(_people.Sum(p => p.Age)));
            Assert.That(await ManyAsync(() => query.AverageAsync(p => p.Age)), Is.EqualTo(_people.Average(p => p.Age)));
        }
    }

    [Test]
    public async Task The_least_and_the_count_of_what_the_client_tests()
    {
        _connection.Between = async () => await Person.PatchAsync(_writer, _people[7].Id, p => p.Points.Add(1));
        List<Person> expected = [.. _people.Where(p => !p.Bio!.Contains('1', StringComparison.Ordinal))];
        RomQuery<Person, long, Person.Columns> query = Person.Query(_db).Where(p => !p.Bio.Like("*1*", true) && p.City.In("city1", "city2", "city3"));
        expected = [.. expected.Where(p => p.City != "city0")];
        Assert.That(await ManyAsync(() => query.CountAsync()), Is.EqualTo(expected.Count));
        Assert.That(await query.MaxAsync(p => p.Title), Is.EqualTo(expected.Select(p => p.Title).Max(StringComparer.Ordinal)));
    }

    private async Task<T> ManyAsync<T>(Func<Task<T>> query)
    {
        long before = _db.RoundTrips;
        T result = await query();
        Assert.That(_db.RoundTrips - before, Is.GreaterThan(1), "it takes many calls");
        return result;
    }

    /// <summary>Runs something before every search call, so before the first and between every two.</summary>
    private sealed class InterruptedConnection(IRedisConnection inner) : PassingConnection(inner)
    {
        public static async Task<(RomDatabase Database, InterruptedConnection Connection)> OpenAsync(string address, RomOptions options)
        {
            InterruptedConnection connection = new(await RedisConnection.OpenAsync(address, options, CancellationToken.None));
            return (new RomDatabase(new RedisEngine(connection, options), options), connection);
        }

        public Func<Task>? Between { get; set; }

        public override async Task<RedisValue[]> EvaluateAsync(
            RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken)
        {
            if (Between is not null) await Between();
            return await base.EvaluateAsync(script, keys, arguments, mayWrite, cancellationToken);
        }
    }
}
