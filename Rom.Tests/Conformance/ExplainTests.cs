using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>What ExplainAsync tells: on Redis the way that the script chose and what it cost, in memory that every row is looked at.</summary>
public sealed class ExplainTests(EngineKind kind) : PersonFixture(kind)
{
    private const int Rows = 60;

    private RomQuery<Person, long, Person.Columns> All => Person.Query(Db);

    private bool IsRedis => Kind == EngineKind.Redis;

    [SetUp]
    public async Task FillAsync()
    {
        for (int i = 0; i < Rows; i++)
        {
            await new Person
            {
                Email = $"{i}@x", Points = i, Age = i % 7, City = i % 2 == 0 ? "secret" : "odd", Bio = i % 3 == 0 ? "a hit" : "a miss", Verified = i < 30,
            }.SaveAsync(Db);
        }
    }

    [Test]
    public async Task A_selective_condition_drives_and_the_others_are_tested()
    {
        QueryExplanation told = await All.Where(p => p.Email.In("1@x", "2@x", "none@x") && p.City == "secret" && p.Points > 1).OrderBy(p => p.Age).ExplainAsync();
        Assert.That((told.Model, told.RowsFound, told.RoundTrips), Is.EqualTo(("P", 1L, 1)));
        Assert.That(told.RowsVisited, Is.EqualTo(IsRedis ? 3 : Rows));
        ConditionExplanation[] city = [.. told.Conditions.Where(condition => condition.Text.StartsWith("City", StringComparison.Ordinal))];
        Assert.That(city.Single().Estimate, Is.EqualTo(Rows / 2));
        if (!IsRedis)
        {
            Assert.That(told.Conditions.Select(condition => (condition.Use, condition.Tested)), Is.All.EqualTo((ConditionUse.Tested, (long)Rows)));
            Assert.That(told.Way, Does.Contain("every row"));
            return;
        }

        Assert.That(told.Way, Is.EqualTo("takes what the driving condition names, sorted by Age, key"));
        Assert.That(Uses(told), Is.EquivalentTo(new[] { "Email Drives", "City Tested", "Points Tested" }));
        Assert.That(city.Single().Test, Is.EqualTo("by membership"));
        Assert.That(told.Conditions.Single(condition => condition.Use == ConditionUse.Drives).Visited, Is.EqualTo(3));
    }

    [Test]
    public async Task An_order_is_walked_until_the_window_is_full()
    {
        QueryExplanation told = await All.Where(p => p.City == "secret" && p.Points >= 10).OrderByDescending(p => p.Points).Take(5).ExplainAsync();
        Assert.That(told.RowsFound, Is.EqualTo(5));
        if (!IsRedis) return;
        Assert.That(told.Way, Is.EqualTo("walks the index Points, descending, until the window is full"));
        Assert.That(Uses(told), Is.EquivalentTo(new[] { "City Tested", "Points InOrder" }));
        Assert.That((told.RowsVisited, told.Conditions.Single(condition => condition.Use == ConditionUse.Tested).Passed), Is.EqualTo((10L, 5L)));
    }

    [Test]
    public async Task What_one_index_answers_is_walked_and_counted()
    {
        QueryExplanation rows = await All.Where(p => p.Points < 10).ExplainAsync(), count = await All.Where(p => p.Points < 10).ExplainCountAsync();
        Assert.That((rows.RowsFound, count.RowsFound), Is.EqualTo((10L, 10L)));
        Assert.That((rows.RowsVisited, count.RowsVisited), Is.EqualTo(IsRedis ? (10L, 0L) : (Rows, Rows)));
        if (IsRedis) Assert.That((rows.Way, count.Way), Is.EqualTo(("walks the index Points", "counts by an index, no row is looked at")));
        Assert.That((await All.ExplainAsync()).Way, Is.EqualTo(IsRedis ? "walks all keys" : "looks at every row, the store in memory has no indexes, sorted by key"));
        Assert.That((await All.Take(0).ExplainAsync()).RowsFound, Is.Zero);
    }

    [Test]
    public async Task Parts_of_or_and_and_are_told_one_by_one()
    {
        QueryExplanation told = await All.Where(p => p.Bio.Contains("hit") && p.Age == 3 || p.Points == 1 || p.Email == "4@x").ExplainAsync();
        ConditionExplanation any = told.Conditions.Single();
        Assert.That((any.Text, any.Parts.Count), Is.EqualTo(("any of", 3)));
        ConditionExplanation all = any.Parts.Single(part => part.Parts.Count > 0);
        Assert.That(all.Parts.Select(part => part.Text), Is.EquivalentTo(new[] { "Bio has 1 word", "Age in 1 range" }));
        if (IsRedis) Assert.That((any.Use, all.Parts.Sum(part => part.Visited), all.Parts.Sum(part => part.Tested)), Is.EqualTo((ConditionUse.Drives, 9L, 9L)));
    }

    [Test]
    public async Task Small_sets_are_intersected()
    {
        QueryExplanation told = await All.Where(p => p.City == "secret" && p.Bio.Contains("a hit")).ExplainAsync();
        Assert.That(told.RowsFound, Is.EqualTo(10));
        if (IsRedis) Assert.That(told.Conditions.Select(condition => condition.Use).Order(), Is.EqualTo(new[] { ConditionUse.Drives, ConditionUse.Intersected, ConditionUse.Intersected }));
    }

    [Test]
    public async Task A_search_of_several_calls_adds_them_up()
    {
        await using RomDatabase narrow = await OpenAsync(new RomOptions { KeyPrefix = Prefix, CommandTimeout = Patience.Limit, MaxRowsVisitedPerCall = 20 });
        RomQuery<Person, long, Person.Columns> query = Person.Query(narrow).Where(p => !p.Bio.Contains("hit")).OrderBy(p => p.Age).ThenBy(p => p.Points);
        QueryExplanation told = await query.ExplainAsync();
        Assert.That((told.RowsFound, told.RowsVisited), Is.EqualTo((40L, (long)Rows)));
        Assert.That((told.Conditions[0].Tested, told.Conditions[0].Passed), Is.EqualTo(((long)Rows, 40L)));
        long before = narrow.RoundTrips;
        await query.ToListAsync();
        Assert.That(narrow.RoundTrips - before, IsRedis ? Is.EqualTo(told.RoundTrips).And.GreaterThan(3) : Is.EqualTo(1));
    }

    [Test]
    public async Task Values_are_told_only_where_errors_may_hold_them()
    {
        Func<RomDatabase, RomQuery<Person, long, Person.Columns>> query = db => Person.Query(db).Where(p =>
            p.City == "secret" && p.Title.StartsWith("secret") && !p.Bio.StartsWith("secret") && p.Nick.Like("se*cret") && p.Email != "secret");
        string told = (await query(Db).ExplainAsync()).ToString();
        Assert.That(told, Does.Contain("City is 1 value").And.Contain("not: Bio has a word with a beginning").And.Not.Contain("se\"").And.Not.Contain("secret"));

        await using RomDatabase open = await OpenAsync(new RomOptions { KeyPrefix = Prefix, CommandTimeout = Patience.Limit, IncludeValuesInErrors = true });
        Assert.That((await query(open).ExplainAsync()).ToString(), Does.Contain("City is 1 value (\"secret\")").And.Contain("Title in 1 range (\"secret\" to \"secreu\")"));
    }

    [Test]
    public async Task The_text_names_what_a_reader_looks_for()
    {
        QueryExplanation told = await All.Where(p => p.City == "secret").OrderBy(p => p.Points).Take(2).Select(p => p.Email).ExplainAsync();
        string text = told.ToString();
        Assert.That(text, Does.StartWith($"P: 2 found, {(IsRedis ? 3 : Rows)} visited, 1 round trip, ").And.Contain(told.Way).And.Contain("City is 1 value; estimate 30"));
        Assert.That(told.Time, Is.GreaterThan(TimeSpan.Zero));
        if (IsRedis) Assert.That((told.IsServerTime, text.Contains("scripts on the server", StringComparison.Ordinal)), Is.EqualTo((true, true)));
        Assert.That(text, Does.Contain(told.Conditions[0].ToString()));
    }

    private static IEnumerable<string> Uses(QueryExplanation told) => told.Conditions.Select(condition => $"{condition.Text.Split(' ')[0]} {condition.Use}");

    private async Task<RomDatabase> OpenAsync(RomOptions options)
    {
        if (IsRedis) return await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), options);
        RomDatabase db = RomDatabase.InMemory(options);
        foreach (Person person in await All.AsNoTracking().ToListAsync()) await person.Copy().SaveAsync(db);
        return db;
    }
}
