using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Storage;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>One question on data of different sizes and shares: the way of the search changes, the answer does not.</summary>
public sealed class PlanChoiceTests(EngineKind kind) : ConformanceFixture(kind)
{
    private const int Take = 10;

    protected override ModelMetadata[] VerifiedModels => [Metadata<Page, string, Page.Columns>()];

    private RomQuery<Page, string, Page.Columns> Question => Page.Query(Db).Where(p => p.Text.Contains("hit")).OrderBy(p => p.Views).Take(Take);

    [TestCase(500, 5, true, TestName = "few of many rows match: their condition drives")]
    [TestCase(500, 400, false, TestName = "most rows match: the order is walked until the window is full")]
    [TestCase(500, 40, true, TestName = "a walk is expected to pass more rows than match")]
    [TestCase(40, 39, false, TestName = "nearly all of few rows match")]
    [TestCase(40, 0, true, TestName = "no row matches")]
    public async Task The_way_depends_on_the_data_and_the_answer_does_not(int rows, int hits, bool drives)
    {
        List<Page> pages = await StoreAsync(rows, hits);
        List<Page> matching = [.. pages.Where(Hits)];

        SearchResult found = await Question.SearchAsync(SearchReturn.Rows);
        Assert.That((await Question.ToListAsync()).Select(page => page.Slug), Is.EqualTo(matching.Take(Take).Select(page => page.Slug)));
        Assert.That(await Question.CountAsync(), Is.EqualTo(Math.Min(hits, Take)));
        if (Kind != EngineKind.Redis) return;

        int walked = matching.Count < Take ? rows : pages.IndexOf(matching[Take - 1]) + 1;
        Assert.That(walked, Is.Not.EqualTo(hits), "the two ways cannot be told apart by the rows they visit");
        Assert.That(found.Visited, Is.EqualTo(drives ? hits : walked));
    }

    [Test]
    public async Task Without_a_window_the_smaller_of_condition_and_order_is_walked()
    {
        await StoreAsync(100, 10);
        RomQuery<Page, string, Page.Columns> query = Page.Query(Db).OrderBy(p => p.Views);
        SearchResult few = await query.Where(p => p.Text.Contains("hit")).SearchAsync(SearchReturn.Rows);
        SearchResult others = await query.Where(p => !p.Text.Contains("hit")).SearchAsync(SearchReturn.Rows);
        SearchResult narrow = await query.Where(p => p.Text.Contains("hit") && p.Views < 2).SearchAsync(SearchReturn.Rows);
        Assert.That((few.Count, others.Count), Is.EqualTo((10, 90)));
        if (Kind == EngineKind.Redis) Assert.That((few.Visited, others.Visited, narrow.Visited), Is.EqualTo((10, 100, 2)));
    }

    private static bool Hits(Page page) => page.Text == "a hit";

    /// <summary>Stores pages, a number of which match; returned in the order of the question.</summary>
    private async Task<List<Page>> StoreAsync(int rows, int hits)
    {
        Random random = new(rows + hits);
        int[] places = [.. Enumerable.Range(0, rows).OrderBy(_ => random.Next())];
        List<Page> pages = [.. places.Select((place, i) => new Page { Slug = $"{random.Next()}-{i}", Views = place, Text = i < hits ? "a hit" : "a miss" })];
        await Task.WhenAll(pages.Select(page => page.SaveAsync(Db)));
        return [.. pages.OrderBy(page => page.Views)];
    }
}
