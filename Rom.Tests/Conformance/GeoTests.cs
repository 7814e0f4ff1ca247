using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Points within a radius or a box, against the distances that C# computes.</summary>
public sealed class GeoTests(EngineKind kind) : ConformanceFixture(kind)
{
    private static readonly GeoPoint[] Centers = [new(13.4, 52.5), new(0, 0), new(179.99, 10), new(-180, -5), new(20, 84.9), new(-60, -85.05), new(13.4001, 52.5)];

    private readonly List<Contact> _contacts = [];

    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>(), Metadata<Sheet, long, Sheet.Columns>()];

    [SetUp]
    public async Task FillAsync()
    {
        _contacts.Clear();
        Random random = new(5);
        for (int i = 0; i < 300; i++)
        {
            GeoPoint near = Centers[i % Centers.Length];
            double spread = Math.Pow(10, random.Next(-4, 2));
            GeoPoint? home = i % 10 == 0 ? null : i % 10 == 1 ? near : Point(near.Longitude + spread * (random.NextDouble() - 0.5), near.Latitude + spread * (random.NextDouble() - 0.5));
            _contacts.Add(new Contact { Handle = $"{i}", Home = home, Number = i % 3, Country = $"{i}", City = i % 3 == 1 ? "one" : null });
        }

        await Task.WhenAll(_contacts.Select(contact => contact.SaveAsync(Db)));
    }

    [Test]
    public async Task Within_a_radius([Values(0, 5, 100, 2_000, 50_000, 3_000_000, 21_000_000)] double radius)
    {
        foreach (GeoPoint center in Centers)
        {
            await Finds(c => c.Home.Within(center, radius), contact => contact.Home is { } home && center.DistanceTo(home) <= radius);
            await Finds(c => !c.Home.Within(center, radius / 1000, GeoUnit.Kilometers), contact => contact.Home is not { } home || !(center.DistanceTo(home) <= radius / 1000 * 1000));
        }
    }

    [Test]
    public async Task Within_a_box([Values(1, 500, 40_000, 5_000_000)] double width)
    {
        foreach (GeoPoint center in Centers)
        {
            await Finds(c => c.Home.WithinBox(center, width, width / 2), contact => contact.Home is { } home && IsInBox(center, home, width, width / 2));
        }
    }

    [Test]
    public async Task Beside_other_conditions_in_calls_of_any_size()
    {
        GeoPoint center = Centers[0];
        RomDatabase few = Kind == EngineKind.Redis
            ? await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), new RomOptions { KeyPrefix = Prefix, CommandTimeout = Patience.Limit, MaxRowsVisitedPerCall = 3 })
            : Db;
        foreach (RomDatabase db in new[] { Db, few })
        {
            List<Contact> found = await Contact.Query(db).Where(c => c.Home.Within(center, 100, GeoUnit.Kilometers) || c.Home.IsNull()).OrderBy(c => c.Email).ToListAsync();
            Assert.That(found.Select(c => c.Id).Order(), Is.EqualTo(_contacts.Where(c => c.Home is not { } home || center.DistanceTo(home) <= 100_000).Select(c => c.Id).Order()));
            Assert.That(await Contact.Query(db).Where(c => c.Home.Within(center, 1, GeoUnit.Miles)).CountAsync(),
                Is.EqualTo(_contacts.Count(c => c.Home is { } home && center.DistanceTo(home) <= 1609.34)));
        }

        if (few != Db) await few.DisposeAsync();
    }

    [Test]
    public async Task By_distance()
    {
        foreach (GeoPoint center in Centers[..3])
        {
            (string? Handle, double? Distance)[] expected =
            [
                .. _contacts.Where(c => c.Home is { } home && center.DistanceTo(home) <= 2_000_000)
                    .OrderBy(c => center.DistanceTo(c.Home!.Value)).ThenBy(c => $"{c.Id}", StringComparer.Ordinal)
                    .Select(c => (c.Handle, (double?)center.DistanceTo(c.Home!.Value, GeoUnit.Miles))),
            ];
            RomQuery<Contact, long, Contact.Columns> query = Contact.Query(Db).Where(c => c.Home.Within(center, 2_000, GeoUnit.Kilometers)).OrderBy(c => c.Home.DistanceTo(center));
            Assert.That(await query.Select(c => c.Handle, c => c.Home.DistanceTo(center, GeoUnit.Miles)).ToListAsync(), Is.EqualTo(expected));
            Assert.That((await query.Skip(3).Take(5).ToListAsync()).Select(c => c.Handle), Is.EqualTo(expected.Skip(3).Take(5).Select(one => one.Handle)));
            RomPage<Contact> page = await query.ToPageAsync(7);
            Assert.That((await query.ToPageAsync(7, page.Next)).Items.Select(c => c.Handle), Is.EqualTo(expected.Skip(7).Take(7).Select(one => one.Handle)));
        }

        Contact farthest = (await Contact.Query(Db).OrderByDescending(c => c.Home.DistanceTo(Centers[1])).FirstOrDefaultAsync())!;
        Assert.That(Centers[1].DistanceTo(farthest.Home!.Value), Is.EqualTo(_contacts.Max(c => c.Home is { } home ? Centers[1].DistanceTo(home) : 0)));
    }

    [Test]
    public async Task By_distance_from_one_place_and_then_from_another()
    {
        await Db.SaveAllAsync([new Sheet { Badge = "west", Home = new GeoPoint(-1, 0) }, new Sheet { Badge = "east", Home = new GeoPoint(1, 0) }]);
        GeoPoint middle = new(0, 0), east = new(2, 0);
        Assert.That(await Sheet.Query(Db).OrderBy(s => s.Home.DistanceTo(middle)).ThenBy(s => s.Home.DistanceTo(east)).Select(s => s.Badge).ToListAsync(), Is.EqualTo(new[] { "east", "west" }));
        Assert.That(
            await Sheet.Query(Db).OrderBy(s => s.Home.DistanceTo(middle)).ThenByDescending(s => s.Home.DistanceTo(east)).Take(2).Select(s => s.Badge).ToListAsync(),
            Is.EqualTo(new[] { "west", "east" }));
    }

    [Test]
    public async Task By_distance_where_some_rows_have_no_point_and_some_the_very_center([Values] Nulls nulls, [Values] bool descending)
    {
        GeoPoint center = Centers[0];
        RomQuery<Contact, long, Contact.Columns> all = Contact.Query(Db);
        List<Contact> found = await (descending
            ? all.OrderByDescending(c => c.Home.DistanceTo(center), nulls).ThenBy(c => c.Email)
            : all.OrderBy(c => c.Home.DistanceTo(center), nulls).ThenByDescending(c => c.Email)).ToListAsync();
        bool nullsFirst = nulls == Nulls.First || nulls == Nulls.Lowest && !descending;
        IEnumerable<Contact> without = found.Where(c => c.Home is null), with = found.Where(c => c.Home is not null);
        Assert.That(found.Select(c => c.Id), Is.EqualTo((nullsFirst ? without.Concat(with) : with.Concat(without)).Select(c => c.Id)));
        IEnumerable<double> distances = with.Select(c => center.DistanceTo(c.Home!.Value));
        Assert.That(distances, descending ? Is.Ordered.Descending : Is.Ordered);
        Assert.That(distances, Does.Contain(0.0));
    }

    [Test]
    public async Task The_nearest_of_many_are_found_without_a_look_at_all([Values(3, 60, 20_000)] int budget)
    {
        if (Kind == EngineKind.Memory && budget != 60) Assert.Ignore("There are no calls in memory.");
        RomDatabase db = Kind == EngineKind.Redis
            ? await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), new RomOptions { KeyPrefix = Prefix, CommandTimeout = Patience.Limit, MaxRowsVisitedPerCall = budget })
            : Db;
        foreach (GeoPoint center in Centers)
        {
            RomQuery<Contact, long, Contact.Columns> all = Contact.Query(db);
            await Nearest(all.OrderBy(c => c.Home.DistanceTo(center), Nulls.Last), center, contact => true);
            await Nearest(all.OrderBy(c => c.Home.DistanceTo(center)), center, contact => true, areNullsFirst: true);
            await Nearest(all.Where(c => c.Home.Within(center, 3_000, GeoUnit.Kilometers)).OrderBy(c => c.Home.DistanceTo(center)), center,
                contact => contact.Home is { } home && center.DistanceTo(home) <= 3_000_000);
            await Nearest(all.Where(c => c.Home.Within(center, 3_000, GeoUnit.Kilometers) && c.City == "one").OrderBy(c => c.Home.DistanceTo(center)), center,
                contact => contact.Home is { } home && center.DistanceTo(home) <= 3_000_000 && contact.City == "one");
            await Nearest(all.Where(c => c.Home.WithinBox(Centers[0], 3_000, 2_000, GeoUnit.Kilometers)).OrderBy(c => c.Home.DistanceTo(center)), center,
                contact => contact.Home is { } home && IsInBox(Centers[0], home, 3_000_000, 2_000_000));
        }

        if (Kind == EngineKind.Redis && budget > 60)
        {
            QueryExplanation told = await Contact.Query(db).Where(c => c.Home.IsNotNull()).OrderBy(c => c.Home.DistanceTo(Centers[1]), Nulls.Last).Take(2).ExplainAsync();
            Assert.That((told.RowsFound, told.RowsVisited, told.Way), Is.EqualTo((2L, told.RowsVisited, "looks around the point that the order begins at, wider until the window is full, sorted by distance of Home, key")));
            Assert.That(told.RowsVisited, Is.LessThan(60), "some 40 rows lie around each centre");
        }

        if (db != Db) await db.DisposeAsync();
    }

    [Test]
    public async Task A_circle_wider_than_the_earth_holds_every_point([Values(3e7, 1e300, double.MaxValue)] double radius)
    {
        GeoPoint center = Centers[0];
        await Finds(c => c.Home.Within(center, radius), contact => contact.Home is not null);
        await Nearest(Contact.Query(Db).Where(c => c.Home.Within(center, radius)).OrderBy(c => c.Home.DistanceTo(center)), center, contact => contact.Home is not null);
    }

    [Test]
    public void A_length_that_is_none_is_refused()
    {
        foreach (double length in new[] { -1, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<QueryException>(() => Contact.Query(Db).Where(c => c.Home.Within(Centers[0], length)));
            Assert.Throws<QueryException>(() => Contact.Query(Db).Where(c => c.Home.WithinBox(Centers[0], 1, length)));
        }
    }

    private static GeoPoint Point(double longitude, double latitude) =>
        new(longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude, Math.Clamp(latitude, -GeoPoint.MaxLatitude, GeoPoint.MaxLatitude));

    private static bool IsInBox(GeoPoint center, GeoPoint point, double width, double height)
    {
        GeoPoint corner = new(center.Longitude, point.Latitude);
        return center.DistanceTo(corner) <= height / 2 && corner.DistanceTo(point) <= width / 2;
    }

    private async Task Nearest(RomQuery<Contact, long, Contact.Columns> query, GeoPoint center, Func<Contact, bool> matches, bool areNullsFirst = false)
    {
        long[] expected =
        [
            .. _contacts.Where(matches).OrderBy(c => c.Home is { } home ? center.DistanceTo(home) : areNullsFirst ? -1 : double.MaxValue)
                .ThenBy(c => $"{c.Id}", StringComparer.Ordinal).Select(c => c.Id),
        ];
        foreach (int count in new[] { 1, 7, 45, 500 })
            Assert.That(await query.Take(count).Select(c => c.Id).ToListAsync(), Is.EqualTo(expected.Take(count)), $"the first {count}");
        Assert.That(await query.Skip(5).Take(4).Select(c => c.Id).ToListAsync(), Is.EqualTo(expected.Skip(5).Take(4)));
        List<long> streamed = [];
        await foreach (long id in query.Select(c => c.Id).AsAsyncEnumerable(pageSize: 40)) streamed.Add(id);
        Assert.That(streamed, Is.EqualTo(expected));
    }

    private async Task Finds(Func<Contact.Columns, Filter> condition, Func<Contact, bool> matches)
    {
        long[] expected = [.. _contacts.Where(matches).Select(contact => contact.Id).Order()];
        Assert.That((await Contact.Query(Db).Where(condition).Select(c => c.Id).ToListAsync()).Order(), Is.EqualTo(expected));
        Assert.That(await Contact.Query(Db).Where(condition).CountAsync(), Is.EqualTo(expected.Length));
    }
}
