using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>The entities that refer to one: queries on the index of the reference.</summary>
public sealed class CollectionTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
    [
        Metadata<Club, long, Club.Columns>(), Metadata<Match, int, Match.Columns>(), Metadata<Captain, long, Captain.Columns>(),
        Metadata<Stand, (string, int), Stand.Columns>(), Metadata<Fan, Guid, Fan.Columns>(),
    ];

    [Test]
    public async Task A_collection_has_the_rows_that_refer_to_its_entity_by_its_property()
    {
        Club a = new(), b = new();
        await Db.SaveAllAsync([a, b]);
        for (int i = 0; i < 12; i++) await new Match { Home = i % 3 == 0 ? a : b, Guest = i % 3 == 0 ? b : a, Goals = i }.SaveAsync(Db);
        await new Match { Goals = 99 }.SaveAsync(Db);
        await new Captain { Name = "Ann", Club = b }.SaveAsync(Db);

        Assert.That((await a.HomeMatches.ToListAsync(Other)).Select(m => m.Goals), Is.EquivalentTo(new[] { 0, 3, 6, 9 }));
        Assert.That(await a.GuestMatches.CountAsync(Other), Is.EqualTo(8));
        Assert.That((await b.HomeMatches.Query(Other).Where(m => m.Goals > 5).OrderByDescending(m => m.Goals).Take(2).ToListAsync()).Select(m => m.Goals),
            Is.EqualTo(new[] { 11, 10 }));
        Assert.That((await b.Captains.ToListAsync(Other)).Single().Name, Is.EqualTo("Ann"));
        Assert.That(await a.Captains.CountAsync(Other), Is.Zero);
    }

    [Test]
    public async Task It_is_asked_anew_each_time_and_belongs_to_a_new_entity_too()
    {
        Club club = new();
        Assert.That(await club.HomeMatches.ToListAsync(Db), Is.Empty, "nothing can refer to what has no key");
        Assert.That(await club.HomeMatches.CountAsync(Db), Is.Zero);
        await club.SaveAsync(Db);
        Match match = new() { Home = club };
        await match.SaveAsync(Db);
        Assert.That(await club.HomeMatches.CountAsync(Db), Is.EqualTo(1));
        match.Home = null;
        await match.SaveAsync(Db);
        Assert.That(await club.HomeMatches.ToListAsync(Db), Is.Empty);
    }

    [Test]
    public async Task A_session_gives_the_instances_that_it_tracks()
    {
        Club club = new();
        Match match = new() { Home = club };
        await using RomSession session = Db.OpenSession();
        session.Add(match);
        await session.CommitAsync();
        Assert.That((await club.HomeMatches.ToListAsync(session)).Single(), Is.SameAs(match));
        Assert.That((await club.HomeMatches.Query(session).ToListAsync()).Single(), Is.SameAs(match));
    }

    [Test]
    public async Task Keys_of_several_parts_have_collections_and_records_stay_equal()
    {
        Stand north = new() { Side = "n:", Number = 1 }, south = new() { Side = "n", Number = 1 };
        await Db.SaveAllAsync([north, south]);
        await new Fan { Stand = north }.SaveAsync(Db);
        Assert.That((await north.Fans.CountAsync(Db), await south.Fans.CountAsync(Db)), Is.EqualTo((1L, 0L)));
        Assert.That(await Stand.GetAsync(Other, "n:", 1), Is.EqualTo(north));
    }

    [Test]
    public async Task One_call_lists_and_one_counts()
    {
        Club club = new();
        await club.SaveAsync(Db);
        long before = Db.RoundTrips;
        await club.HomeMatches.ToListAsync(Db);
        await club.HomeMatches.CountAsync(Db);
        Assert.That(Db.RoundTrips, Is.EqualTo(before + 2));
    }
}
