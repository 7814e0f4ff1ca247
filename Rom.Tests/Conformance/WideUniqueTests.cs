using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>A unique over three columns and hundreds of rows, and everything that releases it.</summary>
public sealed class WideUniqueTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Booking, long, Booking.Columns>()];

    [Test]
    public async Task Five_hundred_distinct_triples_are_saved_and_none_twice()
    {
        Booking[] seats = [.. from hall in Enumerable.Range(0, 5) from row in Enumerable.Range(0, 10) from number in Enumerable.Range(0, 10) select Of(hall, row, number)];
        await Db.SaveAllAsync(seats);
        foreach (Booking seat in seats.Where((_, i) => i % 25 == 0))
        {
            UniqueViolationException taken = Assert.ThrowsAsync<UniqueViolationException>(() => seat.Copy().SaveAsync(Db))!;
            Assert.That((taken.Model, taken.OwnerKey), Is.EqualTo(("Booking", $"{seat.Id}")));
            Assert.That((await Booking.GetByHallAndRowAndNumberAsync(Other, seat.Hall, seat.Row, seat.Number))!.Id, Is.EqualTo(seat.Id));
        }

        seats[0].Number = seats[1].Number;
        Assert.ThrowsAsync<UniqueViolationException>(() => seats[0].SaveAsync(Db));
        seats[0].Row = 99;
        await seats[0].SaveAsync(Db);
        await Of(0, 0, 0).SaveAsync(Db);
        Assert.That(await Booking.Query(Db).CountAsync(), Is.EqualTo(501));
    }

    [Test]
    public async Task Numbers_of_another_scale_are_the_same_triple()
    {
        await new Booking { Hall = "a", Row = 1.50m, Number = default(DateOnly) }.SaveAsync(Db);
        Assert.ThrowsAsync<UniqueViolationException>(() => new Booking { Hall = "a", Row = 1.5m, Number = default(DateOnly) }.SaveAsync(Db));
        Assert.That((await Booking.GetByHallAndRowAndNumberAsync(Db, "a", 1.500m, default(DateOnly)))!.Row, Is.EqualTo(1.50m));
    }

    [TestCase(SaveMode.Force)]
    [TestCase(SaveMode.Replace)]
    [TestCase(SaveMode.Upsert)]
    public async Task Overwriting_releases_what_is_stored_now(SaveMode mode)
    {
        Booking seat = Of(0, 0, 0);
        await seat.SaveAsync(Db);
        Booking stale = (await Booking.GetAsync(Other, seat.Id))!;
        seat.Row = 7;
        await seat.SaveAsync(Db);
        stale.Hall = "other";
        await stale.SaveAsync(Other, mode);
        await Of(0, 7, 0).SaveAsync(Db);
        await Of(0, 0, 0).SaveAsync(Db);
        Assert.ThrowsAsync<UniqueViolationException>(() => stale.Copy().SaveAsync(Db));
    }

    [Test]
    public async Task A_delete_and_a_null_in_any_part_release_it()
    {
        Booking first = Of(0, 0, 0), second = Of(0, 0, 1);
        await first.SaveAsync(Db);
        await second.SaveAsync(Db);
        await first.DeleteAsync(Db);
        second.Hall = null;
        await second.SaveAsync(Db);
        await Of(0, 0, 0).SaveAsync(Db);
        await Of(0, 0, 1).SaveAsync(Db);
        second.Hall = "0";
        Assert.ThrowsAsync<UniqueViolationException>(() => second.SaveAsync(Db));
    }

    [Test]
    public async Task A_session_swaps_frees_and_takes_in_one_commit_or_changes_nothing()
    {
        Booking[] seats = [Of(0, 0, 0), Of(0, 0, 1), Of(0, 0, 2)];
        await Db.SaveAllAsync(seats);
        await using RomSession session = Db.OpenSession();
        List<Booking> tracked = await Booking.GetAsync(session, seats.Select(seat => seat.Id));
        (tracked[0].Number, tracked[1].Number) = (tracked[1].Number, tracked[0].Number);
        session.Remove(tracked[2]);
        Booking next = Of(0, 0, 2);
        session.Add(next);
        await session.CommitAsync();
        Assert.That((await Booking.GetByHallAndRowAndNumberAsync(Other, "0", 0, Of(0, 0, 1).Number))!.Id, Is.EqualTo(seats[0].Id));
        Assert.That((await Booking.GetByHallAndRowAndNumberAsync(Other, "0", 0, Of(0, 0, 2).Number))!.Id, Is.EqualTo(next.Id));

        tracked[0].Row = 5;
        session.Add(Of(0, 0, 0));
        UniqueViolationException taken = Assert.ThrowsAsync<UniqueViolationException>(() => session.CommitAsync())!;
        Assert.That(taken.Message, Does.Contain("Hall and Row and Number").Or.Contain("Hall, Row and Number"));
        Assert.That((await Booking.GetAsync(Other, seats[0].Id))!.Row, Is.EqualTo(0));
        Assert.That(await Booking.Query(Other).CountAsync(), Is.EqualTo(3));
    }

    private static Booking Of(int hall, int row, int number) => new() { Hall = $"{hall}", Row = row, Number = DateOnly.FromDayNumber(number) };
}
