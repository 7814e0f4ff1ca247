using NUnit.Framework;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>One column of <see cref="Mark"/> with everything that an Exact index answers.</summary>
internal abstract class ExactCase(string name)
{
    public abstract Task CheckAsync(RomDatabase db, Random random);

    public override string ToString() => name;
}

/// <param name="name">The type, for the name of the test.</param>
/// <param name="make">A random value.</param>
/// <param name="token">What tells values apart.</param>
/// <param name="get">The column's value, boxed.</param>
/// <param name="set">Sets the column; null clears it.</param>
/// <param name="equal"><c>==</c></param>
/// <param name="differs"><c>!=</c></param>
/// <param name="within"><c>In</c></param>
/// <param name="isNull"><c>IsNull</c></param>
internal sealed class ExactCase<T>(
    string name,
    Func<Random, T> make,
    Func<T, object> token,
    Func<Mark, object?> get,
    Action<Mark, T> set,
    Func<Mark.Columns, T, Filter> equal,
    Func<Mark.Columns, T, Filter> differs,
    Func<Mark.Columns, T[], Filter> within,
    Func<Mark.Columns, Filter> isNull) : ExactCase(name)
    where T : notnull
{
    private const int Rows = 25, Probes = 8;

    /// <summary>What must come back as it was saved, where equality sees less or more.</summary>
    public Func<T, object> Identity { get; init; } = value => value;

    public override async Task CheckAsync(RomDatabase db, Random random)
    {
        List<(long Id, T Value)> rows = [];
        for (int i = 0; i < Rows; i++)
        {
            T value = i > 0 && random.Next(3) == 0 ? random.One(rows).Value : make(random);
            Mark mark = new();
            set(mark, value);
            await mark.SaveAsync(db);
            rows.Add((mark.Id, value));
        }

        Mark without = new();
        await without.SaveAsync(db);
        foreach ((long id, T value) in rows)
        {
            Mark loaded = (await Mark.GetAsync(db, id))!;
            Assert.That(Identity((T)get(loaded)!), Is.EqualTo(Identity(value)), $"{this} comes back");
            Assert.That(await loaded.SaveAsync(db), Is.Zero, $"{value} is unchanged when it was only read");
        }

        await FindsAsync(db, "is null", isNull, [without.Id]);
        for (int i = 0; i < Probes; i++)
        {
            T value = random.Next(4) == 0 ? make(random) : random.One(rows).Value;
            T[] some = [value, .. rows.Take(random.Next(3)).Select(row => row.Value)];
            await FindsAsync(db, $"== {value}", c => equal(c, value), Ids(row => Same(row, value)));
            await FindsAsync(db, $"!= {value}", c => differs(c, value), [.. Ids(row => !Same(row, value)), without.Id]);
            await FindsAsync(db, $"in {string.Join(", ", some)}", c => within(c, some), Ids(row => some.Any(one => Same(row, one))));
        }

        // Every second row goes to another value, so that entries move.
        foreach ((long id, T _) in rows.Where((_, i) => i % 2 == 0).ToArray())
        {
            Mark mark = (await Mark.GetAsync(db, id))!;
            set(mark, rows[0].Value);
            await mark.SaveAsync(db);
        }

        long[] expected = [.. rows.Where((row, i) => i % 2 == 0 || Same(row.Value, rows[0].Value)).Select(row => row.Id)];
        await FindsAsync(db, "after the change", c => equal(c, rows[0].Value), expected);

        long[] Ids(Func<T, bool> holds) => [.. rows.Where(row => holds(row.Value)).Select(row => row.Id)];
    }

    private static async Task FindsAsync(RomDatabase db, string what, Func<Mark.Columns, Filter> filter, long[] ids) =>
        Assert.That((await Mark.Query(db).Where(filter).ToListAsync()).Select(mark => mark.Id).Order(), Is.EqualTo(ids.Order()), what);

    private bool Same(T x, T y) => token(x).Equals(token(y));
}
