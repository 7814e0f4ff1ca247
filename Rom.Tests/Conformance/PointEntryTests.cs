using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Entries of a Geo index follow their rows, whichever way these are written.</summary>
public sealed class PointEntryTests(EngineKind kind) : ConformanceFixture(kind)
{
    private static readonly GeoPoint Berlin = new(13.4, 52.5), London = new(-0.1, 51.5);

    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>()];

    [Test]
    public async Task A_point_that_moves_is_cleared_or_is_deleted_leaves_no_entry()
    {
        Contact contact = new() { Home = Berlin };
        await contact.SaveAsync(Db);
        Assert.That(await FoundAsync(), Is.EqualTo((1L, 0L, 0L)));
        contact.Home = London;
        await contact.SaveAsync(Db);
        Assert.That(await FoundAsync(), Is.EqualTo((0L, 1L, 0L)));
        await Contact.PatchAsync(Db, contact.Id, c => c.Home.Set(Berlin));
        Assert.That(await FoundAsync(), Is.EqualTo((1L, 0L, 0L)));
        await Contact.PatchAsync(Db, contact.Id, c => c.Home.Clear());
        Assert.That(await FoundAsync(), Is.EqualTo((0L, 0L, 1L)));
        Contact loaded = (await Contact.GetAsync(Other, contact.Id))!;
        loaded.Home = London;
        await loaded.SaveAsync(Other, SaveMode.Force);
        Assert.That(await FoundAsync(), Is.EqualTo((0L, 1L, 0L)));
        await using (RomSession session = Db.OpenSession())
        {
            session.Remove((await Contact.GetAsync(session, contact.Id))!);
            await session.CommitAsync();
        }

        Assert.That(await FoundAsync(), Is.EqualTo((0L, 0L, 0L)));
    }

    private async Task<(long Berlin, long London, long Nowhere)> FoundAsync() => (
        await Contact.Query(Other).Where(c => c.Home.Within(Berlin, 10, GeoUnit.Kilometers)).CountAsync(),
        await Contact.Query(Other).Where(c => c.Home.Within(London, 10, GeoUnit.Kilometers)).CountAsync(),
        await Contact.Query(Other).Where(c => c.Home.IsNull()).CountAsync());
}
