using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>
/// Conditions whose test on one row would look at very many words, sets or values: a prefix that hundreds of words have, a pattern without
/// literal beginning, thousands of values. On Redis no call may do that for each row, so the client tests the rows, or the work goes on in further calls.
/// </summary>
[TestFixtureSource(nameof(Cases))]
public sealed class HeavyConditionTests(EngineKind kind, int budget) : ConformanceFixture(kind)
{
    private const int Rows = 700;

    private List<Sheet> _sheets = null!;
    private RomDatabase _db = null!;

    public static IEnumerable<object[]> Cases => [[EngineKind.Memory, 20_000], [EngineKind.Redis, 20_000], [EngineKind.Redis, 300]];

    protected override ModelMetadata[] VerifiedModels => [Metadata<Sheet, long, Sheet.Columns>()];

    private RomQuery<Sheet, long, Sheet.Columns> All => Sheet.Query(_db);

    [SetUp]
    public async Task FillAsync()
    {
        _db = Kind == EngineKind.Redis
            ? await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), new RomOptions { KeyPrefix = Prefix, CommandTimeout = Patience.Limit, MaxRowsVisitedPerCall = budget })
            : Db;
        _sheets =
        [
            .. Enumerable.Range(0, Rows).Select(i => new Sheet
            {
                Notes = i % 10 == 0 ? null : $"w{i} {(i % 3 == 0 ? "even" : "odd")} x{i % 7}", City = $"City{i % 90}", Handle = $"Handle{i}",
                Home = i % 2 == 0 ? new GeoPoint(10, 50) : null, Low = i % 20, High = i,
                Badge = i % 5 == 0 ? null : $"b{i}", Code = i % 4 == 0 ? null : $"b{i}",
            }),
        ];
        await Db.SaveAllAsync(_sheets);
    }

    [TearDown]
    public async Task CloseOwnAsync()
    {
        if (_db is not null && _db != Db) await _db.DisposeAsync();
    }

    [Test]
    public async Task A_prefix_of_hundreds_of_words_that_is_negated_or_beside_a_condition()
    {
        await ComesAsync(c => !c.Notes.StartsWith("w"), c => !Words(c).Any(word => word.StartsWith('w')));
        await ComesAsync(c => c.Notes.StartsWith("w") && c.Low < 3, c => c.Notes is not null && c.Low < 3);
        await ComesAsync(c => c.Notes.EndsWith("5") && c.Low < 3, c => Words(c).Any(word => word.EndsWith('5')) && c.Low < 3);
        await ComesAsync(c => !c.Notes.EndsWith("5"), c => !Words(c).Any(word => word.EndsWith('5')));
    }

    [Test]
    public async Task The_nearest_rows_beside_a_prefix_of_hundreds_of_words()
    {
        GeoPoint center = new(20, 40);
        Sheet[] near = [.. _sheets.Where(sheet => sheet.High is >= 600 and < 690 && sheet.Home is not null)];
        foreach (Sheet sheet in near) sheet.Home = center;
        await Db.SaveAllAsync(near);
        RomQuery<Sheet, long, Sheet.Columns> query = All.Where(c => c.Notes.StartsWith("w"));
        Assert.That(
            (await query.OrderBy(c => c.Home.DistanceTo(center), Nulls.Last).Take(2).ToListAsync()).Select(sheet => sheet.Id),
            Is.EqualTo(near.Where(sheet => sheet.Notes is not null).Select(sheet => sheet.Id).OrderBy(id => $"{id}", StringComparer.Ordinal).Take(2)));
        if (Kind != EngineKind.Redis) return;
        QueryExplanation nearest = await query.OrderBy(c => c.Home.DistanceTo(center), Nulls.Last).Take(2).ExplainAsync();
        QueryExplanation farthest = await query.OrderByDescending(c => c.Home.DistanceTo(center), Nulls.Last).Take(2).ExplainAsync();
        Assert.That(nearest.RowsVisited, Is.LessThanOrEqualTo(farthest.RowsVisited), nearest.Way);
    }

    [Test]
    public async Task A_pattern_over_all_words()
    {
        await ComesAsync(c => c.Notes.Like("*1*", true), c => Words(c).Any(word => word.Contains('1', StringComparison.Ordinal)));
        await ComesAsync(c => !c.Notes.Like("*1*", true) && c.Low != 4, c => !Words(c).Any(word => word.Contains('1', StringComparison.Ordinal)) && c.Low != 4);
        await ComesAsync(c => c.Notes.Like("*none*"), c => false);
    }

    [Test]
    public async Task Within_or_and_and()
    {
        await ComesAsync(
            c => c.Low == 1 || (!c.Notes.StartsWith("w") && c.High > 300) || c.Notes.Like("+77", true),
            c => c.Low == 1 || (!Words(c).Any(word => word.StartsWith('w')) && c.High > 300) || Words(c).Any(word => word.EndsWith("77", StringComparison.Ordinal) && word.Length > 2));
        await ComesAsync(c => !(c.Notes.StartsWith("w") || c.Low > 10), c => c.Notes is null && c.Low <= 10);
    }

    [Test]
    public async Task Words_and_values_by_the_hundred()
    {
        string many = string.Join(' ', Enumerable.Range(0, 600).Select(i => $"w{i}"));
        await ComesAsync(c => !c.Notes.ContainsAny(many), c => c.Notes is null || c.High >= 600);
        await ComesAsync(c => c.Notes.ContainsAny(many) && c.Low == 7, c => c.Notes is not null && c.High < 600 && c.Low == 7);
        string[] cities = [.. Enumerable.Range(0, 60).Select(i => $"CITY{i}")], handles = [.. Enumerable.Range(0, 1500).Where(i => i % 3 == 0).Select(i => $"HANDLE{i}")];
        await ComesAsync(c => !c.City.In(cities) && c.Low > 2, c => c.High % 90 >= 60 && c.Low > 2);
        await ComesAsync(c => !c.Handle.In(handles), c => c.High % 3 != 0);
        await ComesAsync(c => c.Handle.In([.. Enumerable.Range(0, 1500).Select(i => $"HANDLE{i}")]) && c.Low == 5, c => c.Low == 5);
    }

    [Test]
    public async Task Numbers_by_the_ten_thousand()
    {
        int[] numbers = [.. Enumerable.Range(0, 10_000).Select(i => i * 3)];
        await ComesAsync(c => c.High.In(numbers), c => c.High % 3 == 0);
        await ComesAsync(c => !c.High.In(numbers) && c.Low > 3, c => c.High % 3 != 0 && c.Low > 3);
        Assert.That((await All.Where(c => c.High.In(numbers)).OrderByDescending(c => c.High).Skip(5).Take(3).ToListAsync()).Select(c => c.High), Is.EqualTo(new[] { 684, 681, 678 }));
    }

    [Test]
    public async Task Hundreds_of_rows_at_one_place()
    {
        GeoPoint place = new(10, 50);
        await ComesAsync(c => c.Home.Within(place, 1, GeoUnit.Meters), c => c.Home is not null);
        await ComesAsync(c => c.Home.Within(place, 1, GeoUnit.Meters) && c.Low == 4, c => c.Home is not null && c.Low == 4);
    }

    /// <summary>Where the client tests the rows, also what is read of them in part has the columns of every condition.</summary>
    [Test]
    public async Task Beside_conditions_of_every_kind()
    {
        GeoPoint place = new(10, 50);
        await ComesAsync(c => c.Notes.Like("*1*", true) || c.Code.EndsWith("7"), c => HasOne(c) || c.Code?.EndsWith('7') == true);
        await ComesAsync(c => c.Notes.Like("*1*", true) || c.Home.Within(place, 1, GeoUnit.Meters), c => HasOne(c) || c.Home is not null);
        await ComesAsync(c => c.Notes.Like("*1*", true) || c.Code.Like("b+9", true), c => HasOne(c) || c.Code?.EndsWith('9') == true && c.Code.Length > 2);
        await ComesAsync(c => c.Notes.Like("*1*", true) || c.Badge.IsNull(), c => HasOne(c) || c.Badge is null);
        await ComesAsync(c => c.Notes.Like("*1*", true) || c.Badge == c.Code, c => HasOne(c) || c.Badge == c.Code);
        await ComesAsync(c => c.Notes.Like("*1*", true) || c.Badge == "b20" || c.Low > 17, c => HasOne(c) || c.Low > 17);

        static bool HasOne(Sheet sheet) => Words(sheet).Any(word => word.Contains('1', StringComparison.Ordinal));
    }

    private static string[] Words(Sheet sheet) => sheet.Notes?.Split(' ') ?? [];

    /// <summary>Rows, windows in two orders, counts, sums, different values, pages, parts and streams.</summary>
    private async Task ComesAsync(Func<Sheet.Columns, Filter> condition, Func<Sheet, bool> matches)
    {
        List<Sheet> expected = [.. _sheets.Where(matches)];
        RomQuery<Sheet, long, Sheet.Columns> query = All.Where(condition);
        Assert.That((await query.ToListAsync()).Select(sheet => sheet.High), Is.EquivalentTo(expected.Select(sheet => sheet.High)));
        Assert.That(await query.CountAsync(), Is.EqualTo(expected.Count));
        Assert.That(await query.AnyAsync(), Is.EqualTo(expected.Count > 0));
        Assert.That(await query.Skip(3).Take(5).CountAsync(), Is.EqualTo(Math.Clamp(expected.Count - 3, 0, 5)));

        List<int> byHigh = [.. expected.Select(sheet => sheet.High).OrderDescending()];
        Assert.That(await query.OrderByDescending(c => c.High).Skip(2).Take(5).Select(c => c.High).ToListAsync(), Is.EqualTo(byHigh.Skip(2).Take(5)));
        RomPage<int> page = await query.OrderByDescending(c => c.High).Select(c => c.High).ToPageAsync(4);
        Assert.That(page.Items, Is.EqualTo(byHigh.Take(4)));
        if (page.Next is not null) Assert.That((await query.OrderByDescending(c => c.High).Select(c => c.High).ToPageAsync(4, page.Next)).Items, Is.EqualTo(byHigh.Skip(4).Take(4)));

        List<string> byLow = [.. expected.OrderBy(sheet => sheet.Low).ThenByDescending(sheet => sheet.High).Select(sheet => sheet.Handle!)];
        Assert.That((await query.OrderBy(c => c.Low).ThenByDescending(c => c.High).Skip(1).Take(6).ToListAsync()).Select(sheet => sheet.Handle), Is.EqualTo(byLow.Skip(1).Take(6)));
        Assert.That((await query.SumAsync(c => c.High), await query.OrderByDescending(c => c.High).Skip(2).Take(40).SumAsync(c => c.High)),
            Is.EqualTo((byHigh.Sum(), byHigh.Skip(2).Take(40).Sum())));
        if (expected.Count > 0) Assert.That((await query.MinAsync(c => c.Low), await query.AverageAsync(c => c.High)),
            Is.EqualTo((expected.Min(sheet => sheet.Low), expected.Average(sheet => sheet.High))));
        List<decimal> lows = [.. expected.OrderByDescending(sheet => sheet.High).Select(sheet => sheet.Low).Distinct()];
        Assert.That(await query.OrderByDescending(c => c.High).Select(c => c.Low).Distinct().ToListAsync(), Is.EqualTo(lows));
        Assert.That(await query.Select(c => c.Low).Distinct().CountAsync(), Is.EqualTo(lows.Count));
        QueryExplanation told = await query.OrderByDescending(c => c.High).Skip(2).Take(5).ExplainAsync();
        Assert.That(told.RowsFound, Is.EqualTo(Math.Clamp(expected.Count - 2, 0, 5)), told.ToString());
    }
}
