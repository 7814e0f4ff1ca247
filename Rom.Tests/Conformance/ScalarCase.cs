using System.Globalization;
using System.Runtime.CompilerServices;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;
using GaugeCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Gauge, Rom.Tests.TestModels.Gauge.Columns>;
using GaugeOrder = Rom.Tests.Properties.ColumnOrder<Rom.Tests.TestModels.Gauge, Rom.Tests.TestModels.Gauge.Columns>;

namespace Rom.Tests.Conformance;

/// <summary>One column of <see cref="Gauge"/> with everything that a user does with it.</summary>
internal abstract class ScalarCase(string name)
{
    public abstract Task CheckAsync(RomDatabase db, Random random);

    /// <summary>Every operator with random values.</summary>
    public abstract GaugeCondition[] Leaves(Random random);

    /// <summary>Sets the column, now and then not.</summary>
    public abstract void Change(Gauge gauge, Random random);

    public abstract GaugeOrder Order { get; }

    public override string ToString() => name;
}

/// <param name="name">The type, for the name of the test.</param>
/// <param name="make">A random value.</param>
/// <param name="order">What orders values and tells them apart.</param>
/// <param name="get">The column's value, boxed.</param>
/// <param name="set">Sets the column.</param>
/// <param name="column">The column in queries.</param>
/// <param name="equal"><c>==</c></param>
/// <param name="less"><c>&lt;</c></param>
/// <param name="greater"><c>&gt;</c></param>
/// <param name="atLeast"><c>&gt;=</c></param>
/// <param name="between"><c>Between</c></param>
/// <param name="within"><c>In</c></param>
/// <param name="text">Filled in by the compiler.</param>
internal sealed class ScalarCase<T>(
    string name,
    Func<Random, T> make,
    Func<T, IComparable> order,
    Func<Gauge, object?> get,
    Action<Gauge, T> set,
    Func<Gauge.Columns, IOrderableColumn> column,
    Func<Gauge.Columns, T, Filter> equal,
    Func<Gauge.Columns, T, Filter> less,
    Func<Gauge.Columns, T, Filter> greater,
    Func<Gauge.Columns, T, Filter> atLeast,
    Func<Gauge.Columns, T, T, Filter> between,
    Func<Gauge.Columns, T[], Filter> within,
    [CallerArgumentExpression(nameof(column))] string text = "") : ScalarCase(name)
    where T : notnull
{
    private const int Rows = 40, Probes = 12, Few = 10;

    /// <summary>Values that rows share and queries hit.</summary>
    private readonly Lazy<T[]> _few = new(() => [.. Enumerable.Range(0, Few).Select(at => make(new Random(at)))]);

    /// <summary>Whether a value equals itself; NaN does not.</summary>
    public new Func<T, bool> Equals { get; init; } = _ => true;

    /// <summary>What must come back as it was saved, where that is more than what equality sees.</summary>
    public Func<T, object> Identity { get; init; } = value => value;

    public override async Task CheckAsync(RomDatabase db, Random random)
    {
        List<(long Id, T Value)> rows = [];
        for (int i = 0; i < Rows; i++)
        {
            T value = i > 0 && random.Next(4) == 0 ? random.One(rows).Value : make(random);
            Gauge gauge = new();
            set(gauge, value);
            await gauge.SaveAsync(db);
            rows.Add((gauge.Id, value));
        }

        Gauge without = new();
        await without.SaveAsync(db);
        await CheckLoadsAsync(db, rows, without.Id);
        await CheckOrderAsync(db, rows, without.Id);
        for (int i = 0; i < Probes; i++)
        {
            T value = random.Next(3) == 0 ? make(random) : random.One(rows).Value, other = random.One(rows).Value;
            T[] some = [value, other, .. rows.Take(random.Next(3)).Select(row => row.Value)];
            await CheckAsync(db, rows, $"== {value}", c => equal(c, value), row => Same(row, value));
            await CheckAsync(db, rows, $"< {value}", c => less(c, value), row => Comparable(row, value) && Compare(row, value) < 0);
            await CheckAsync(db, rows, $"> {value}", c => greater(c, value), row => Comparable(row, value) && Compare(row, value) > 0);
            await CheckAsync(db, rows, $">= {value}", c => atLeast(c, value), row => Comparable(row, value) && Compare(row, value) >= 0);
            await CheckAsync(db, rows, $"between {value} and {other}", c => between(c, value, other),
                row => Comparable(row, value) && Equals(other) && Compare(row, value) >= 0 && Compare(row, other) <= 0);
            await CheckAsync(db, rows, $"in {string.Join(", ", some)}", c => within(c, some), row => some.Any(one => Same(row, one)));
        }
    }

    private string Property => text[(text.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public override GaugeOrder Order =>
        GaugeOrder.Of(Property, column, gauge => get(gauge) is T value ? order(value) : null, Comparer<IComparable?>.Create((x, y) => x is null || y is null ? (x is null ? 0 : 1) - (y is null ? 0 : 1) : x.CompareTo(y)));

    public override void Change(Gauge gauge, Random random)
    {
        if (random.Next(5) > 0) set(gauge, Draw(random));
    }

    public override GaugeCondition[] Leaves(Random random)
    {
        T v = Draw(random), low = Draw(random), high = Draw(random);
        T[] some = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Draw(random))];
        return
        [
            Leaf("== v", v, c => equal(c, v), value => Same(value, v)),
            Leaf("< v", v, c => less(c, v), value => Comparable(value, v) && Compare(value, v) < 0),
            Leaf("> v", v, c => greater(c, v), value => Comparable(value, v) && Compare(value, v) > 0),
            Leaf(">= v", v, c => atLeast(c, v), value => Comparable(value, v) && Compare(value, v) >= 0),
            Leaf(".Between(low, high)", (low, high), c => between(c, low, high), value => Comparable(value, low) && Comparable(value, high) && Compare(value, low) >= 0 && Compare(value, high) <= 0),
            Leaf(".In(some)", some, c => within(c, some), value => some.Any(one => Same(value, one))),
            GaugeCondition.Leaf(null, c => Filters.IsNull((Column)column(c)), gauge => get(gauge) is null, $"c => c.{Property}.IsNull()"),
            Leaf(".IsNotNull()", null, c => Filters.IsNotNull((Column)column(c)), _ => true),
        ];
    }

    private GaugeCondition Leaf(string operation, object? value, Func<Gauge.Columns, Filter> filter, Func<T, bool> test) =>
        GaugeCondition.Leaf(value, filter, gauge => get(gauge) is T own && test(own), $"c => c.{Property}{operation}");

    private T Draw(Random random) => random.Next(4) == 0 ? make(random) : random.One(_few.Value);

    private async Task CheckLoadsAsync(RomDatabase db, List<(long Id, T Value)> rows, long without)
    {
        foreach ((long id, T value) in rows)
        {
            Gauge loaded = (await Gauge.GetAsync(db, id))!;
            Assert.That(Identity((T)get(loaded)!), Is.EqualTo(Identity(value)), $"{this} comes back");
            Assert.That(await loaded.SaveAsync(db), Is.Zero, $"{value} is unchanged when it was only read");
        }

        Assert.That(get((await Gauge.GetAsync(db, without))!), Is.Null);
    }

    private async Task CheckOrderAsync(RomDatabase db, List<(long Id, T Value)> rows, long without)
    {
        List<Gauge> found = await Gauge.Query(db).OrderBy(column).ToListAsync();
        IEnumerable<long> expected = rows.OrderBy(row => order(row.Value))
            .ThenBy(row => row.Id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .Select(row => row.Id);
        Assert.That(found.Select(gauge => gauge.Id), Is.EqualTo(expected.Prepend(without)), $"{this} in order");
    }

    private static async Task CheckAsync(
        RomDatabase db, List<(long Id, T Value)> rows, string what, Func<Gauge.Columns, Filter> filter, Func<T, bool> holds)
    {
        IEnumerable<long> expected = rows.Where(row => holds(row.Value)).Select(row => row.Id).Order();
        Assert.That((await Gauge.Query(db).Where(filter).ToListAsync()).Select(gauge => gauge.Id).Order(), Is.EqualTo(expected), what);
    }

    private bool Comparable(T x, T y) => Equals(x) && Equals(y);

    private int Compare(T x, T y) => order(x).CompareTo(order(y));

    private bool Same(T x, T y) => Comparable(x, y) && Compare(x, y) == 0;
}
