using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>One example of each operator; the property tests hold their combinations against LINQ.</summary>
public sealed class QueryTests(EngineKind kind) : PersonFixture(kind)
{
    [SetUp]
    public async Task FillAsync()
    {
        await new Person { Email = "ann@x", Age = 30, Status = Status.Active, City = "Köln", Title = "abc", Bio = "Redis, and \"Lua\"!", Rank = Status.New }.SaveAsync(Db);
        await new Person { Email = "bob@x", Age = 40, Status = Status.Trial, City = "Bonn", Title = "abd", Bio = "don't stop REDIS-like", Verified = true }.SaveAsync(Db);
        await new Person { Email = "cat@x", Age = null, Status = Status.Active, City = null, Title = "b", Bio = null, Verified = false, Rank = Status.Hidden }.SaveAsync(Db);
        await new Person { Email = "dan@x", Age = 20, Status = Status.Closed, City = "", Title = null, Bio = "...", Passport = 5, Rank = Status.Closed }.SaveAsync(Db);
    }

    [Test]
    public async Task Comparisons()
    {
        await Finds(p => p.Age == 30, "ann");
        await Finds(p => p.Age != 30, "bob", "cat", "dan");
        await Finds(p => p.Age < 40, "ann", "dan");
        await Finds(p => p.Age <= 40, "ann", "bob", "dan");
        await Finds(p => p.Age > 20, "ann", "bob");
        await Finds(p => p.Age >= 20, "ann", "bob", "dan");
        await Finds(p => !(p.Age >= 20), "cat");
        await Finds(p => p.Age.Between(20, 30), "ann", "dan");
        await Finds(p => !p.Age.Between(20, 30), "bob", "cat");
        await Finds(p => p.Age.In(20, 40) || p.Age == null, "bob", "cat", "dan");
        await Finds(p => p.Age.In(new List<int>()));
        await Finds(p => p.Age < null);
        await Finds(p => p.Rank > Status.Hidden, "ann", "dan");
    }

    [Test]
    public async Task Nulls()
    {
        await Finds(p => p.Age == null, "cat");
        await Finds(p => p.Age.IsNotNull(), "ann", "bob", "dan");
        await Finds(p => p.City.IsNull(), "cat");
        await Finds(p => p.City == "", "dan");
        await Finds(p => p.City != null, "ann", "bob", "dan");
        await Finds(p => p.Bio.IsNull(), "cat");
        await Finds(p => p.Passport == null, "ann", "bob", "cat");
        await Finds(p => p.Verified == null, "ann", "dan");
        await Finds(p => p.Verified != true, "ann", "cat", "dan");
    }

    [Test]
    public async Task Exact_and_unique()
    {
        await Finds(p => p.City == "Köln", "ann");
        await Finds(p => p.City != "Köln", "bob", "cat", "dan");
        await Finds(p => p.City.In("Köln", "", null, "nowhere"), "ann", "cat", "dan");
        await Finds(p => p.Status == Status.Active, "ann", "cat");
        await Finds(p => p.Email == "bob@x", "bob");
        await Finds(p => p.Email != "bob@x", "ann", "cat", "dan");
        await Finds(p => p.Email.In("bob@x", "zoe@x", "ann@x"), "ann", "bob");
        await Finds(p => p.Id == 2 || p.Id.In(4, 99), "bob", "dan");
        await Finds(p => p.Id.In(2, 4, 2, 2), "bob", "dan");
        await Finds(p => p.Email.In("bob@x", "bob@x"), "bob");
        await Finds(p => p.Id != 2 && !(p.Passport == 5), "ann", "cat");
    }

    [Test]
    public async Task Text()
    {
        await Finds(p => p.Title.StartsWith("ab"), "ann", "bob");
        await Finds(p => p.Title.StartsWith(""), "ann", "bob", "cat");
        await Finds(p => !p.Title.StartsWith("ab"), "cat", "dan");
        await Finds(p => p.Title > "abc" && p.Title <= "b", "bob", "cat");
        await Finds(p => p.Bio.Contains("LUA redis"), "ann");
        await Finds(p => p.Bio.Contains("don't"), "bob");
        await Finds(p => p.Bio.Contains("redis"), "ann");
        await Finds(p => p.Bio.StartsWith("Red"), "ann", "bob");
        await Finds(p => p.Bio.StartsWith(""), "ann", "bob");
        await Finds(p => p.Bio.Contains(" ... "));
        await Finds(p => !p.Bio.Contains("redis"), "bob", "cat", "dan");
    }

    [Test]
    public async Task Combinations_orders_and_windows()
    {
        await Finds(p => (p.Status == Status.Active && p.Age > 10) || p.City == "" || p.Title == "abd", "ann", "bob", "dan");
        await Finds(p => p.Age > 20 && p.Age < 40 && p.Bio.Contains("redis"), "ann");
        await Finds(p => !(p.Status == Status.Active || p.Age == 20), "bob");
        Assert.That(Names(await Person.Query(Db).OrderBy(p => p.Age).ToListAsync()), Is.EqualTo("cat dan ann bob"));
        Assert.That(Names(await Person.Query(Db).OrderByDescending(p => p.Age).Skip(1).Take(2).ToListAsync()), Is.EqualTo("ann dan"));
        Assert.That(Names(await Person.Query(Db).OrderByDescending(p => p.Title).ToListAsync()), Is.EqualTo("cat bob ann dan"));
        Assert.That(Names(await Person.Query(Db).Where(p => p.Status == Status.Active).OrderByDescending(p => p.Age).Take(5).ToListAsync()), Is.EqualTo("ann cat"));
        Assert.That((await Person.Query(Db).Where(p => p.Age > 10).OrderBy(p => p.Email).FirstOrDefaultAsync())!.Email, Is.EqualTo("ann@x"));
        Assert.That(await Person.Query(Db).Where(p => p.Age > 100).FirstOrDefaultAsync(), Is.Null);
        Assert.That(await Person.Query(Db).Skip(1).Take(2).CountAsync(), Is.EqualTo(2));
        Assert.That(await Person.Query(Db).Take(10).Skip(3).CountAsync(), Is.EqualTo(1));
        Assert.That(await Person.Query(Db).Where(p => p.Age > 10).Skip(3).AnyAsync(), Is.False);
        Assert.That(await Person.Query(Db).Take(0).ToListAsync(), Is.Empty);
    }

    [Test]
    public async Task Long_chains_are_flat_and_deep_nesting_is_refused()
    {
        Filter Chain(Person.Columns p)
        {
            Filter any = p.Age == -1;
            for (int i = 0; i < 3000; i++) any |= p.Age == 1000 + i;
            for (int i = 0; i < 300; i++) any |= p.City == $"{i}";
            return any | p.Age == 30;
        }

        await Finds(Chain, "ann");
        Assert.Throws<QueryException>(() => Person.Query(Db).Where(p =>
        {
            Filter deep = p.Age == 1;
            for (int i = 0; i < 1000; i++) deep = i % 2 == 0 ? deep | p.Age == i : deep & p.City == "x";
            return deep;
        }));
    }

    [Test]
    public async Task A_found_entity_is_tracked()
    {
        Person ann = (await Person.Query(Db).Where(p => p.Email == "ann@x").FirstOrDefaultAsync())!;
        Assert.That(await ann.SaveAsync(Db), Is.Zero);
        ann.Age = 31;
        Assert.That(await ann.SaveAsync(Db), Is.EqualTo(1));
        await Finds(p => p.Age == 31, "ann");
    }

    [Test]
    public void A_word_prefix_beyond_the_ordered_part_and_a_second_order_are_refused()
    {
        Assert.Throws<QueryException>(() => Person.Query(Db).Where(p => p.Bio.StartsWith(new string('x', 600))));
        Assert.Throws<QueryException>(() => Person.Query(Db).OrderBy(p => p.Age).OrderBy(p => p.Title));
        Assert.Throws<InvalidValueException>(() => Person.Query(Db).Where(p => p.City == "\ud800"));
        Assert.Throws<InvalidValueException>(() => Person.Query(Db).Where(p => p.Born == DateTime.Now));
    }

    private async Task Finds(Func<Person.Columns, Filter> condition, params string[] names)
    {
        long before = Db.RoundTrips;
        List<Person> found = await Person.Query(Db).Where(condition).OrderBy(p => p.Email).ToListAsync();
        Assert.That(Db.RoundTrips, Is.EqualTo(before + 1));
        Assert.That(Names(found), Is.EqualTo(string.Join(' ', names)));
        Assert.That(await Person.Query(Db).Where(condition).CountAsync(), Is.EqualTo(names.Length));
        Assert.That(await Person.Query(Db).Where(condition).AnyAsync(), Is.EqualTo(names.Length > 0));
    }

    private static string Names(List<Person> people) => string.Join(' ', people.Select(p => p.Email[..3]));
}
