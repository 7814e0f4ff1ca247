using NUnit.Framework;
using Rom.Storage;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Redis;

/// <summary>What a search looks at grows with its answer, not with the data: counted, not timed.</summary>
public sealed class SearchCostTests
{
    private const int Few = 1_000, Many = 12_000;

    private RomDatabase _few = null!, _many = null!;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _few = await FilledAsync("few:", Few);
        _many = await FilledAsync("many:", Many);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_few is not null) await _few.DisposeAsync();
        if (_many is not null) await _many.DisposeAsync();
    }

    [Test]
    public async Task A_page_of_one_order_visits_the_page() => await VisitsAsync(10, query => query.OrderByDescending(p => p.Points).Take(10));

    [Test]
    public async Task A_page_of_one_range_visits_the_page() => await VisitsAsync(10, query => query.Where(p => p.Points > 100).Take(10));

    [Test]
    public async Task A_page_of_ties_visits_the_page() => await VisitsAsync(10, query => query.Where(p => p.Balance == 5).Skip(50).Take(10));

    [Test]
    public async Task The_order_within_one_value_of_another_column_visits_the_page() =>
        await VisitsAsync(10, query => query.Where(p => p.Status == Status.Active).OrderByDescending(p => p.Age).Take(10));

    [Test]
    public async Task A_range_within_one_value_of_another_column_visits_the_page() =>
        await VisitsAsync(10, query => query.Where(p => p.Status == Status.Active && p.Age >= 20).OrderBy(p => p.Age).Take(10));

    [Test]
    public async Task An_order_of_two_columns_without_an_index_of_both_visits_the_rows_of_the_first_values() =>
        await VisitsAsync(10, query => query.OrderByDescending(p => p.Points).ThenBy(p => p.Email).Take(10));

    [Test]
    public async Task And_ten_times_as_many_of_one_value_where_ten_times_as_many_have_it()
    {
        foreach ((RomDatabase db, int rows) in new[] { (_few, Few), (_many, Many) })
        {
            RomQuery<Person, long, Person.Columns> query = Person.Query(db).OrderBy(p => p.Age).ThenByDescending(p => p.Points).Take(10);
            Assert.That((await query.SearchAsync(SearchReturn.Rows)).Visited, Is.EqualTo(rows / 100));
        }
    }

    [Test]
    public async Task Rows_by_key_visit_the_page() => await VisitsAsync(10, query => query.Take(10));

    [Test]
    public async Task A_selective_condition_drives() =>
        await VisitsAsync(1, query => query.Where(p => p.Email == "7@x" && p.Points >= 0).OrderBy(p => p.Points));

    [Test]
    public async Task A_filter_beside_the_order_visits_until_the_page_is_full() =>
        await VisitsAsync(19, query => query.Where(p => p.City == "even").OrderBy(p => p.Points).Take(10));

    [Test]
    public async Task Counts_that_one_index_answers_visit_nothing()
    {
        foreach (RomDatabase db in new[] { _few, _many })
        {
            SearchResult[] counts =
            [
                await Person.Query(db).SearchAsync(SearchReturn.Count),
                await Person.Query(db).Where(p => p.Points > 100).SearchAsync(SearchReturn.Count),
                await Person.Query(db).Where(p => p.Points != 100).SearchAsync(SearchReturn.Count),
                await Person.Query(db).Where(p => p.City == "even").SearchAsync(SearchReturn.Count),
                await Person.Query(db).Where(p => p.City != "even").SearchAsync(SearchReturn.Count),
                await Person.Query(db).Where(p => p.Status == Status.Active && p.Age > 20).SearchAsync(SearchReturn.Count),
            ];
            Assert.That(counts.Select(count => count.Visited), Is.All.Zero);
            Assert.That(counts.Select(count => count.Count), Is.All.Positive);
        }
    }

    private async Task VisitsAsync(
        long visits, Func<RomQuery<Person, long, Person.Columns>, RomQuery<Person, long, Person.Columns>> query)
    {
        SearchResult few = await query(Person.Query(_few)).SearchAsync(SearchReturn.Rows);
        SearchResult many = await query(Person.Query(_many)).SearchAsync(SearchReturn.Rows);
        Assert.That((few.Visited, many.Visited), Is.EqualTo((visits, visits)));
        Assert.That(many.Rows, Has.Count.EqualTo(few.Rows.Count).And.Count.Positive);
    }

    private static async Task<RomDatabase> FilledAsync(string prefix, int rows)
    {
        RomDatabase db = await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), Patience.Options(prefix));
        await Parallel.ForEachAsync(Enumerable.Range(0, rows), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, cancellation) =>
        {
            Person person = new()
            {
                Email = $"{i}@x", Points = i, Balance = 5, Age = i % 100, Status = i % 3 == 0 ? Status.Active : Status.New, City = i % 2 == 0 ? "even" : "odd",
            };
            await person.SaveAsync(db, cancellationToken: cancellation);
        });
        return db;
    }
}
