using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.Redis;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Orders of several columns, pages, streams, projections and aggregates: one example of each.</summary>
public sealed class QueryShapeTests(EngineKind kind) : PersonFixture(kind)
{
    private RomQuery<Person, long, Person.Columns> All => Person.Query(Db);

    [SetUp]
    public async Task FillAsync()
    {
        await new Person { Email = "ann@x", Age = 30, Points = 5, Balance = 0.1m, Score = 1.5, Title = "b", City = "Köln", Status = Status.Active }.SaveAsync(Db);
        await new Person { Email = "bob@x", Age = 30, Points = 7, Balance = 0.2m, Score = null, Title = "a", City = "Bonn", Status = Status.Active }.SaveAsync(Db);
        await new Person { Email = "cat@x", Age = null, Points = 5, Balance = null, Score = 2.5, Title = null, City = "Köln", Status = Status.Trial }.SaveAsync(Db);
        await new Person { Email = "dan@x", Age = 20, Points = long.MaxValue - 20, Balance = 1e20m, Score = -1, Title = "c", City = null, Status = Status.Active }.SaveAsync(Db);
    }

    [Test]
    public async Task Several_columns_order_one_after_the_other()
    {
        await Comes(All.OrderBy(p => p.Age).ThenByDescending(p => p.Points), "cat dan bob ann");
        await Comes(All.OrderByDescending(p => p.Age).ThenBy(p => p.Title), "bob ann dan cat");
        await Comes(All.OrderByDescending(p => p.Age).ThenByDescending(p => p.Title).Take(2), "ann bob");
        await Comes(All.OrderBy(p => p.Points).ThenBy(p => p.Age).ThenBy(p => p.Age), "cat ann bob dan");
        await Comes(All.Where(p => p.Status == Status.Active).OrderBy(p => p.Age).ThenBy(p => p.Points).Skip(1).Take(1), "ann");
    }

    [Test]
    public async Task Rows_without_a_value_come_where_the_query_says()
    {
        await Comes(All.OrderBy(p => p.Title), "cat bob ann dan");
        await Comes(All.OrderBy(p => p.Title, Nulls.First), "cat bob ann dan");
        await Comes(All.OrderBy(p => p.Title, Nulls.Last), "bob ann dan cat");
        await Comes(All.OrderByDescending(p => p.Title), "dan ann bob cat");
        await Comes(All.OrderByDescending(p => p.Title, Nulls.First), "cat dan ann bob");
        await Comes(All.OrderByDescending(p => p.Title, Nulls.Last), "dan ann bob cat");
        await Comes(All.OrderBy(p => p.Points).ThenBy(p => p.Age, Nulls.Last), "ann cat bob dan");
        await Comes(All.Where(p => p.Title == null || p.Title >= "b").OrderBy(p => p.Title, Nulls.Last).Take(2), "ann dan");
    }

    [Test]
    public async Task Pages_stay_right_while_rows_come_and_go()
    {
        RomQuery<Person, long, Person.Columns> query = All.Where(p => p.Points > 0).OrderBy(p => p.Title, Nulls.Last);
        RomPage<Person> first = await query.ToPageAsync(2);
        Assert.That(Names(first.Items), Is.EqualTo("bob ann"));
        await new Person { Email = "new@x", Points = 1, Title = "aa" }.SaveAsync(Db);
        await first.Items[1].DeleteAsync(Db);

        RomPage<Person> second = await query.ToPageAsync(1, first.Next);
        RomPage<Person> third = await query.ToPageAsync(5, second.Next);
        Assert.That((Names(second.Items), Names(third.Items), third.Next), Is.EqualTo(("dan", "cat", (string?)null)));
    }

    [Test]
    public async Task A_page_may_end_at_any_row_the_one_with_the_empty_key_too()
    {
        string[] keys = ["", "\0", "a", "é"];
        foreach (string key in keys) await new Page { Slug = key, Title = key.Length > 0 ? null : "", Views = 1 }.SaveAsync(Db);
        RomQuery<Page, string, Page.Columns> all = Page.Query(Db);
        RomQuery<Page, string, Page.Columns>[] queries =
        [
            all, all.Where(p => p.Views >= 0), all.Where(p => p.Slug != "none" && !p.Text.Contains("none")), all.OrderBy(p => p.Views), all.OrderByDescending(p => p.Views, Nulls.First),
            all.OrderBy(p => p.Title), all.OrderByDescending(p => p.Title), all.OrderBy(p => p.Title, Nulls.Last), all.OrderBy(p => p.Views).ThenByDescending(p => p.Title),
        ];
        foreach (RomQuery<Page, string, Page.Columns> query in queries)
        {
            List<string> paged = [];
            string? cursor = null;
            do
            {
                RomPage<Page> page = await query.ToPageAsync(1, cursor);
                paged.Add(page.Items.Single().Slug);
                cursor = page.Next;
            }
            while (cursor is not null && paged.Count <= keys.Length);
            Assert.That(paged, Is.EquivalentTo(keys).And.EqualTo((await query.ToListAsync()).Select(page => page.Slug)));
        }
    }

    [Test]
    public async Task A_cursor_that_is_damaged_or_of_another_query_is_refused()
    {
        string cursor = (await All.OrderBy(p => p.Age).ToPageAsync(1)).Next!;
        foreach (string wrong in new[] { "", "x", "!!", cursor[1..], cursor[..^9], new string('A', 40) })
            Assert.ThrowsAsync<QueryException>(() => All.OrderBy(p => p.Age).ToPageAsync(1, wrong), wrong);
        for (int i = 0; i < cursor.Length; i++)
        {
            string changed = $"{cursor[..i]}{(cursor[i] == 'A' ? 'B' : 'A')}{cursor[(i + 1)..]}";
            Assert.ThrowsAsync<QueryException>(() => All.OrderBy(p => p.Age).ToPageAsync(1, changed), $"{changed} is not {cursor}");
        }

        Assert.ThrowsAsync<QueryException>(() => All.OrderBy(p => p.Points).ToPageAsync(1, cursor));
        Assert.ThrowsAsync<QueryException>(() => All.OrderByDescending(p => p.Age).ToPageAsync(1, cursor));
        Assert.ThrowsAsync<QueryException>(() => All.Where(p => p.Points > 1).OrderBy(p => p.Age).ToPageAsync(1, cursor));
        Assert.ThrowsAsync<QueryException>(() => All.OrderBy(p => p.Age).Take(3).ToPageAsync(1, cursor));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => All.ToPageAsync(0));
        Assert.That((await All.OrderBy(p => p.Age).ToPageAsync(9, cursor)).Items, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_stream_gives_every_row_that_stays_put_once()
    {
        List<string> seen = [];
        await foreach (Person person in All.OrderBy(p => p.Points).AsAsyncEnumerable(pageSize: 1))
        {
            seen.Add(person.Email[..3]);
            if (seen.Count == 2) await new Person { Email = "low@x", Points = -1 }.SaveAsync(Db);
            if (seen.Count == 2) await new Person { Email = "top@x", Points = long.MaxValue }.SaveAsync(Db);
        }

        Assert.That(string.Join(' ', seen), Is.EqualTo("ann cat bob dan top"));
        List<string> window = [];
        await foreach (string email in All.OrderBy(p => p.Email).Skip(1).Take(2).Select(p => p.Email).AsAsyncEnumerable(pageSize: 1)) window.Add(email);
        Assert.That(window, Is.EqualTo(new[] { "bob@x", "cat@x" }));
    }

    [Test]
    public async Task Projections_have_the_values_of_the_loaded_properties()
    {
        Assert.That(await All.OrderBy(p => p.Email).Select(p => p.Age).ToListAsync(), Is.EqualTo(new int?[] { 30, 30, null, 20 }));
        Assert.That(
            await All.OrderByDescending(p => p.Email).Take(1).Select(p => p.Id, p => p.Email, p => p.Status, p => p.Balance, p => p.Score, p => p.City, p => p.Nick, p => p.Note).ToListAsync(),
            Is.EqualTo(new[] { (4L, "dan@x", Status.Active, (decimal?)1e20m, (double?)-1, (string?)null, (string?)"none", (string?)null) }));
        Assert.That(await All.Where(p => p.Age == 20).Select(p => p.Email, p => p.Points).FirstOrDefaultAsync(), Is.EqualTo(("dan@x", long.MaxValue - 20)));
        Assert.That(await All.Where(p => p.Age == 99).Select(p => p.Email).SingleOrDefaultAsync(), Is.Null);
        Assert.That(await All.OrderBy(p => p.Email).Select(p => p.City).Distinct().ToListAsync(), Is.EqualTo(new[] { "Köln", "Bonn", null }));
        Assert.That(await All.Select(p => p.Points).Distinct().CountAsync(), Is.EqualTo(3));
        RomPage<int?> page = await All.OrderBy(p => p.Email).Select(p => p.Age).ToPageAsync(3);
        Assert.That((await All.OrderBy(p => p.Email).Select(p => p.Age).ToPageAsync(3, page.Next)).Items, Is.EqualTo(new int?[] { 20 }));
    }

    [Test]
    public async Task A_slow_reader_holds_one_page_and_loses_no_row()
    {
        for (int i = 0; i < 20; i++) await new Person { Email = $"e{i:00}@x", Points = 100 + i }.SaveAsync(Db);
        long before = Db.RoundTrips;
        List<long> taken = [];
        await foreach (Person person in All.Where(p => p.Points >= 100 && p.Points < 1000).OrderBy(p => p.Points).AsAsyncEnumerable(pageSize: 4))
        {
            taken.Add(person.Points);
            Assert.That(Db.RoundTrips - before, Is.EqualTo((taken.Count + 3) / 4), "the next page is read when it is wanted");
        }

        Assert.That(taken, Is.EqualTo(Enumerable.Range(100, 20)));
        if (Kind == EngineKind.Redis) foreach (string key in (await KeyspaceDump.ReadAsync(Raw, Prefix)).Keys) Assert.That(await Raw.KeyTimeToLiveAsync(key), Is.Null, $"{key} could run out");
    }

    [Test]
    public async Task Sums_that_fit_their_type_do_so_in_any_order_of_the_rows()
    {
        foreach (long key in new long[] { 1, 2, 3, 4 }) await Person.PatchAsync(Db, key, p => p.Points.Set(0), p => p.Balance.Set(null), p => p.Age.Set(null));
        (int? Age, decimal? Balance, long Points)[] values =
            [(int.MaxValue, decimal.MaxValue, long.MinValue), (int.MaxValue, decimal.MaxValue, long.MinValue), (int.MinValue, decimal.MinValue, long.MaxValue),
            (int.MinValue, -decimal.MaxValue, long.MaxValue), (9, 0.0000000000000000000000000001m, 7)];
        foreach ((int? age, decimal? balance, long points) in values)
            await new Person { Email = $"{points}{age}{Guid.NewGuid()}", Age = age, Balance = balance, Points = points }.SaveAsync(Db);
        foreach (RomQuery<Person, long, Person.Columns> query in new[] { Person.Query(Db), Person.Query(Db).OrderBy(p => p.Points).Take(99), Person.Query(Db).OrderByDescending(p => p.Points).Take(99) })
        {
            Assert.That((await query.SumAsync(p => p.Age), await query.SumAsync(p => p.Points)), Is.EqualTo((7, 5L)));
            Assert.That(await query.SumAsync(p => p.Balance), Is.EqualTo(0.0000000000000000000000000001m));
            Assert.That(await query.AverageAsync(p => p.Balance), Is.Zero, "less than half of the least decimal");
        }

        Assert.That(await Person.Query(Db).Where(p => p.Balance > 0m).AverageAsync(p => p.Balance), Is.EqualTo(52818775009509558395695966890m), "7.9e28 + 7.9e28 + 1e-28 over 3");
        Assert.ThrowsAsync<OverflowException>(() => Person.Query(Db).Where(p => p.Balance > 0m).SumAsync(p => p.Balance));
        Assert.ThrowsAsync<OverflowException>(() => Person.Query(Db).Where(p => p.Age > 0).SumAsync(p => p.Age));
    }

    [Test]
    public async Task Averages_of_whole_numbers_are_rounded_once_as_in_LINQ()
    {
        foreach ((int count, int sum) in new[] { (3, 5), (5, 14), (7, 9), (11, -123), (13, 1_000_003) })
        {
            Ticket[] tickets = [.. Enumerable.Range(0, count).Select(i => new Ticket { Priority = i == 0 ? sum : 0 })];
            await Db.SaveAllAsync(tickets);
            Assert.That(await Ticket.Query(Db).AverageAsync(t => t.Priority), Is.EqualTo(tickets.Average(ticket => ticket.Priority)));
            await Db.DeleteAllAsync(tickets);
        }
    }

    [Test]
    public async Task Aggregates_follow_the_rules_of_LINQ()
    {
        Assert.That(await All.SumAsync(p => p.Age), Is.EqualTo(80));
        Assert.That(await All.SumAsync(p => p.Balance), Is.EqualTo(100000000000000000000.3m));
        Assert.That(await All.Where(p => p.Age == 30).SumAsync(p => p.Points), Is.EqualTo(12));
        Assert.That(await All.Where(p => p.Age == 99).SumAsync(p => p.Balance), Is.Zero);
        await new Person { Email = "big@x", Points = 40 }.SaveAsync(Db);
        Assert.ThrowsAsync<OverflowException>(() => All.SumAsync(p => p.Points));
        Assert.That(await All.AverageAsync(p => p.Age), Is.EqualTo(80 / 3.0));
        Assert.That(await All.Where(p => p.Status == Status.Active).AverageAsync(p => p.Balance), Is.EqualTo(100000000000000000000.3m / 3));
        Assert.That(await All.AverageAsync(p => p.Score), Is.EqualTo(1.0));
        Assert.That(await All.Where(p => p.Age == 99).AverageAsync(p => p.Age), Is.Null);
        Assert.ThrowsAsync<InvalidOperationException>(() => All.Where(p => p.Age == 99).AverageAsync(p => p.Points));
        Assert.That((await All.MinAsync(p => p.Age), await All.MaxAsync(p => p.Age)), Is.EqualTo(((int?)20, (int?)30)));
        Assert.That((await All.MinAsync(p => p.Title), await All.MaxAsync(p => p.Email)), Is.EqualTo(("a", "dan@x")));
        Assert.That(await All.Where(p => p.Title == null).MaxAsync(p => p.Title), Is.Null);
        Assert.ThrowsAsync<InvalidOperationException>(() => All.Where(p => p.Age == 99).MinAsync(p => p.Points));
        Assert.ThrowsAsync<QueryException>(() => All.Take(3).MinAsync(p => p.Points));
    }

    [Test]
    public async Task One_row_or_none()
    {
        Assert.That((await All.Where(p => p.Age == 20).SingleOrDefaultAsync())!.Email, Is.EqualTo("dan@x"));
        Assert.That(await All.Where(p => p.Age == 99).SingleOrDefaultAsync(), Is.Null);
        Assert.ThrowsAsync<QueryException>(() => All.SingleOrDefaultAsync());
    }

    [Test]
    public async Task Columns_of_one_row_compare()
    {
        await Finds(p => p.Email == p.Title);
        await Finds(p => p.Email != p.Title, "ann", "bob", "cat", "dan");
        await Finds(p => p.Title > p.Email, "ann");
        await Finds(p => p.Title <= p.Email, "bob", "dan");
        await Finds(p => !(p.Title > p.Email), "bob", "cat", "dan");
        await Finds(p => p.City == p.Bio, "dan");
        await Finds(p => p.Points >= p.Passport);
        await Finds(p => p.Status < p.Rank || p.Status == Status.Trial, "cat");
    }

    [Test]
    public async Task A_condition_of_the_program_counts_or_not()
    {
        await Comes(All.WhereIf(true, p => p.Age == 20), "dan");
        await Comes(All.WhereIf(false, p => throw new InvalidOperationException()).OrderBy(p => p.Email), "ann bob cat dan");
    }

    [Test]
    public async Task What_is_not_tracked_is_new()
    {
        Person ann = (await All.Where(p => p.Title == "b").AsNoTracking().SingleOrDefaultAsync())!;
        Assert.That((ann.Email, ann.Age), Is.EqualTo(("ann@x", (int?)30)));
        Assert.ThrowsAsync<DuplicateKeyException>(() => ann.SaveAsync(Db));
    }

    [Test]
    public async Task A_query_that_may_go_to_a_replica_goes_to_the_primary_without_one()
    {
        Assert.That(await All.FromReplica().Where(p => p.Age == 30).CountAsync(), Is.EqualTo(2));
        await Comes(All.FromReplica().OrderByDescending(p => p.Email), "dan cat bob ann");
    }

    private async Task Finds(Func<Person.Columns, Filter> condition, params string[] names)
    {
        await Comes(All.Where(condition).OrderBy(p => p.Email), string.Join(' ', names));
        Assert.That(await All.Where(condition).CountAsync(), Is.EqualTo(names.Length));
    }

    private static async Task Comes(RomQuery<Person, long, Person.Columns> query, string names) => Assert.That(Names(await query.ToListAsync()), Is.EqualTo(names));

    private static string Names(IEnumerable<Person> people) => string.Join(' ', people.Select(p => p.Email[..3]));
}
