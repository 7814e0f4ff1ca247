using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Values that a double cannot tell apart are stored, found, ordered, counted and paged exactly, however many rows share them.</summary>
public sealed class ExactnessTests(EngineKind kind) : PersonFixture(kind)
{
    private const long Beyond = 9007199254740993;

    [Test]
    public async Task Integers_beyond_2_to_the_53()
    {
        long[] points = [Beyond, Beyond - 1, Beyond + 1, long.MaxValue, long.MaxValue - 1, long.MinValue, long.MinValue + 1, 0, -1, 1, 10, 9, -10, -9];
        await SaveAsync(points, (person, value) => person.Points = value);
        Assert.That((await Person.Query(Db).OrderBy(p => p.Points).ToListAsync()).Select(p => p.Points), Is.EqualTo(points.Order()));
        foreach (long value in points)
        {
            Assert.That(await Person.Query(Db).Where(p => p.Points == value).CountAsync(), Is.EqualTo(1), $"{value}");
            Assert.That(await Person.Query(Db).Where(p => p.Points < value).CountAsync(), Is.EqualTo(points.Count(x => x < value)), $"{value}");
            Assert.That(await Person.Query(Db).Where(p => p.Points >= value).CountAsync(), Is.EqualTo(points.Count(x => x >= value)), $"{value}");
        }
    }

    [Test]
    public async Task Decimals_of_28_digits()
    {
        decimal[] balances =
        [
            decimal.MaxValue, decimal.MinValue, decimal.MaxValue - 1, 0.0000000000000000000000000001m, -0.0000000000000000000000000001m, 0m,
            0.1m, 0.10m, 0.01m, 1m, 1.00m, 10m, 9.9m, -9.9m, -10m, 7922816251426433759354395033.5m,
        ];
        await SaveAsync(balances, (person, value) => person.Balance = value);
        Assert.That((await Person.Query(Db).OrderBy(p => p.Balance).ToListAsync()).Select(p => p.Balance!.Value), Is.EqualTo(balances.Order()));
        foreach (decimal value in balances)
        {
            Assert.That(await Person.Query(Db).Where(p => p.Balance == value).CountAsync(), Is.EqualTo(balances.Count(x => x == value)), $"{value}");
            Assert.That(await Person.Query(Db).Where(p => p.Balance > value).CountAsync(), Is.EqualTo(balances.Count(x => x > value)), $"{value}");
        }
    }

    [Test]
    public async Task Neighbouring_ticks()
    {
        DateTimeOffset now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
        DateTimeOffset[] seen = [now, now.AddTicks(1), now.AddTicks(-1), DateTimeOffset.MinValue, DateTimeOffset.MaxValue, now.ToOffset(TimeSpan.FromHours(5))];
        await SaveAsync(seen, (person, value) => person.SeenAt = value);
        Assert.That(await Person.Query(Db).Where(p => p.SeenAt == now).CountAsync(), Is.EqualTo(2), "one instant with two offsets");
        Assert.That(await Person.Query(Db).Where(p => p.SeenAt > now).CountAsync(), Is.EqualTo(2));
        Assert.That((await Person.Query(Db).OrderByDescending(p => p.SeenAt).ToListAsync()).Select(p => p.SeenAt!.Value), Is.EqualTo(seen.OrderDescending()));
    }

    [Test]
    public async Task Pages_through_rows_that_share_a_value()
    {
        for (int i = 0; i < 60; i++) await new Person { Email = $"{i}", Points = i < 50 ? Beyond : Beyond + 1, Title = i % 2 == 0 ? "even" : null }.SaveAsync(Db);
        List<long> paged = [], filtered = [];
        for (int page = 0; page < 7; page++)
        {
            paged.AddRange((await Person.Query(Db).OrderBy(p => p.Points).Skip(page * 9).Take(9).ToListAsync()).Select(p => p.Id));
            filtered.AddRange((await Person.Query(Db).Where(p => p.Points == Beyond && p.Title == "even").OrderByDescending(p => p.Points).Skip(page * 9).Take(9).ToListAsync()).Select(p => p.Id));
        }

        IEnumerable<long> byKey = Enumerable.Range(1, 50).Select(i => (long)i).OrderBy(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Assert.That(paged.Take(50), Is.EqualTo(byKey), "ties are in order of the key's text");
        Assert.That(paged, Is.Unique.And.Count.EqualTo(60));
        Assert.That(filtered, Is.EqualTo(byKey.Where(id => id % 2 == 1).Reverse()));
    }

    [Test]
    public async Task Doubles_and_their_special_values()
    {
        double[] scores = [0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, 0.1 + 0.2, 0.3, 1e300, -1e300];
        await SaveAsync(scores, (person, value) => person.Score = value);
        await new Person { Email = "none" }.SaveAsync(Db);
        Assert.That(await Person.Query(Db).Where(p => p.Score == 0).CountAsync(), Is.EqualTo(2));
        Assert.That(await Person.Query(Db).Where(p => p.Score == double.NaN).CountAsync(), Is.Zero);
        Assert.That(await Person.Query(Db).Where(p => p.Score != double.NaN).CountAsync(), Is.EqualTo(12));
        Assert.That(await Person.Query(Db).Where(p => p.Score < 0).CountAsync(), Is.EqualTo(3), "neither null nor NaN");
        Assert.That(await Person.Query(Db).Where(p => p.Score == 0.3).CountAsync(), Is.EqualTo(1));
        Assert.That((await Person.Query(Db).OrderBy(p => p.Score).Take(3).ToListAsync()).Select(p => p.Score),
            Is.EqualTo(new double?[] { null, double.NaN, double.NegativeInfinity }));
    }

    private async Task SaveAsync<T>(IReadOnlyList<T> values, Action<Person, T> set)
    {
        for (int i = 0; i < values.Count; i++)
        {
            Person person = new() { Email = $"{i}@x" };
            set(person, values[i]);
            await person.SaveAsync(Db);
        }
    }
}
