using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>More rows than scripts read at once (pages of 1000), which random data of a few rows never has.</summary>
public sealed class LargeResultTests(EngineKind kind) : ConformanceFixture(kind)
{
    private const int Rows = 2300;

    private List<Page> _pages = null!;

    protected override ModelMetadata[] VerifiedModels => [Metadata<Page, string, Page.Columns>()];

    private RomQuery<Page, string, Page.Columns> Query => Page.Query(Db);

    [SetUp]
    public async Task StoreAsync()
    {
        Random random = new(1);
        _pages =
        [
            .. Enumerable.Range(0, Rows).Select(i => new Page
            {
                Slug = $"p{i}", Views = random.Next(100), Title = i % 3 == 0 ? null : $"t{random.Next(2000)}", Text = i % 10 == 0 ? "rare" : "common",
            }),
        ];
        await Task.WhenAll(_pages.Select(page => page.SaveAsync(Db)));
    }

    [Test]
    public async Task Every_way_and_window_gives_the_rows_that_LINQ_gives()
    {
        foreach ((long skip, long? take) in new (long, long?)[] { (0, null), (5, null), (1001, null), (0, 1000), (1500, 600), (2299, 5), (5000, null) })
        {
            await Expect(query => query, page => true, ByKey, skip, take);
            await Expect(query => query.OrderBy(p => p.Views), page => true, ByViews, skip, take);
            await Expect(query => query.OrderByDescending(p => p.Views), page => true, ByViews, skip, take, descending: true);
            await Expect(query => query.Where(p => p.Views >= 10), page => page.Views >= 10, ByViews, skip, take);
            await Expect(query => query.Where(p => p.Views != 50).OrderByDescending(p => p.Views), page => page.Views != 50, ByViews, skip, take, descending: true);
            await Expect(query => query.Where(p => p.Text.Contains("common")), page => page.Text == "common", ByKey, skip, take);
            await Expect(
                query => query.Where(p => p.Text.Contains("common") || p.Title.IsNull()).OrderBy(p => p.Views),
                page => page.Text == "common" || page.Title is null, ByViews, skip, take);
            await Expect(
                query => query.Where(p => !p.Text.Contains("rare") && p.Title.IsNotNull()).OrderBy(p => p.Views),
                page => page.Text != "rare" && page.Title is not null, ByViews, skip, take);
            await Expect(
                query => query.Where(p => p.Title.StartsWith("t") && p.Views < 90 && p.Text.StartsWith("c")),
                page => page.Title is not null && page.Views < 90 && page.Text == "common", ByKey, skip, take);
        }
    }

    [Test]
    public async Task Many_keys_are_got_at_once()
    {
        List<Page> loaded = await Page.GetAsync(Other, _pages.Select(page => page.Slug));
        Assert.That(loaded.Select(page => page.ToDictionary()), Is.EqualTo(_pages.Select(page => page.ToDictionary())));
        Assert.That(await Query.Where(p => p.Slug.In(_pages.Select(page => page.Slug))).CountAsync(), Is.EqualTo(Rows));
    }

    private static int ByKey(Page x, Page y) => string.CompareOrdinal(x.Slug, y.Slug);

    private static int ByViews(Page x, Page y) => x.Views.CompareTo(y.Views) is not 0 and int order ? order : ByKey(x, y);

    private async Task Expect(
        Func<RomQuery<Page, string, Page.Columns>, RomQuery<Page, string, Page.Columns>> build, Func<Page, bool> matches, Comparison<Page> order,
        long skip, long? take, bool descending = false)
    {
        List<Page> expected = [.. _pages.Where(matches)];
        expected.Sort(order);
        if (descending) expected.Reverse();
        IEnumerable<Page> window = expected.Skip((int)skip).Take((int)(take ?? int.MaxValue));
        RomQuery<Page, string, Page.Columns> query = build(Query).Skip(skip);
        if (take is { } count) query = query.Take(count);
        Assert.That((await query.ToListAsync()).Select(page => page.Slug), Is.EqualTo(window.Select(page => page.Slug)));
        Assert.That(await query.CountAsync(), Is.EqualTo(window.Count()));
    }
}
