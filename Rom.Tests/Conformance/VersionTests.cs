using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

public sealed class VersionTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Versioned, long, Versioned.Columns>(), Metadata<Person, long, Person.Columns>()];

    [Test]
    public async Task Every_write_raises_the_version_and_tells_it()
    {
        Versioned one = new(), other = new() { Id = 77 };
        Assert.That(one.Version, Is.Zero);
        await one.SaveAsync(Db);
        await other.SaveAsync(Db);
        Assert.That((one.Version, other.Version), Is.EqualTo((1L, 2L)), "numbers of the model, not of the row");
        one.Left = 5;
        Assert.That(await one.SaveAsync(Db), Is.EqualTo(1), "the version is not counted");
        Assert.That(one.Version, Is.EqualTo(3));
        Assert.That(await one.SaveAsync(Db), Is.Zero);
        Assert.That(one.Version, Is.EqualTo(3), "nothing was written");
        foreach (SaveMode mode in new[] { SaveMode.Full, SaveMode.Replace, SaveMode.Upsert, SaveMode.Force }) await one.SaveAsync(Db, mode);
        Assert.That(one.Version, Is.EqualTo(7));
        Assert.That((await Versioned.GetAsync(Other, one.Id))!.Version, Is.EqualTo(7));
    }

    [Test]
    public async Task A_save_that_meets_any_other_change_is_a_race()
    {
        Versioned saved = new() { Left = 1, Right = "r" };
        await saved.SaveAsync(Db);
        Versioned stale = (await Versioned.GetAsync(Other, saved.Id))!;
        saved.Note = "other column";
        await saved.SaveAsync(Db);

        stale.Left = 2;
        foreach (SaveMode mode in Enum.GetValues<SaveMode>().Except([SaveMode.Insert]))
        {
            DataRaceException race = Assert.ThrowsAsync<DataRaceException>(() => stale.SaveAsync(Db, mode), mode.ToString())!;
            Assert.That((race.Model, race.Column), Is.EqualTo(("Versioned", "Version")), mode.ToString());
        }

        Assert.ThrowsAsync<DataRaceException>(() => stale.DeleteAsync(Db));
        Assert.That(stale.Version, Is.EqualTo(1));
        await stale.RefreshAsync(Db);
        Assert.That((stale.Version, stale.Note, stale.Left), Is.EqualTo((2L, "other column", 1)));
        stale.Left = 2;
        await stale.SaveAsync(Db);
        Assert.ThrowsAsync<DataRaceException>(() => saved.DeleteAsync(Db));
        Assert.That(await stale.DeleteAsync(Db));
    }

    [Test]
    public async Task A_row_that_is_stored_again_never_has_a_version_that_it_had()
    {
        Versioned first = new() { Id = 5 };
        await first.SaveAsync(Db);
        Versioned stale = (await Versioned.GetAsync(Db, 5))!;
        await first.DeleteAsync(Db);
        await new Versioned { Id = 5 }.SaveAsync(Db);

        stale.Left = 9;
        Assert.ThrowsAsync<DataRaceException>(() => stale.SaveAsync(Db));
        Assert.ThrowsAsync<DataRaceException>(() => stale.DeleteAsync(Db));
        await first.SaveAsync(Db, SaveMode.Force);
        Assert.That(first.Version, Is.EqualTo(3), "what is known to be deleted has no version to keep to");
    }

    [Test]
    public async Task An_entity_that_was_never_loaded_has_no_version_to_keep_to()
    {
        await new Versioned { Id = 5, Left = 1 }.SaveAsync(Db);
        await new Versioned { Id = 5, Left = 2 }.SaveAsync(Db, SaveMode.Replace);
        await new Versioned { Id = 5, Left = 3 }.SaveAsync(Db, SaveMode.Upsert);
        Versioned loaded = (await Versioned.GetAsync(Other, 5))!;
        Assert.That((loaded.Version, loaded.Left), Is.EqualTo((3L, 3)));
        Assert.That(loaded.Copy().Version, Is.Zero);
        Assert.That(await new Versioned { Id = 5 }.DeleteAsync(Db));
    }

    [Test]
    public async Task A_refused_save_takes_no_version()
    {
        await new Versioned { Right = "taken" }.SaveAsync(Db);
        Versioned refused = new() { Right = "taken" };
        Assert.ThrowsAsync<UniqueViolationException>(() => refused.SaveAsync(Db));
        refused.Right = "free";
        await refused.SaveAsync(Db);
        Assert.That(refused.Version, Is.EqualTo(2));
    }

    [Test]
    public async Task Units_of_work_raise_the_versions_of_their_rows()
    {
        Versioned chosen = new() { Id = 50 }, assigned = new(), changed = new() { Left = 1 };
        await changed.SaveAsync(Db);
        await using (RomSession session = Db.OpenSession())
        {
            session.Add(chosen);
            session.Add(assigned);
            session.Add(new Person { Email = "a" });
            Versioned tracked = (await Versioned.GetAsync(session, changed.Id))!;
            tracked.Left = 2;
            await session.CommitAsync();
            Assert.That(new[] { chosen.Version, assigned.Version, tracked.Version }, Is.EquivalentTo(new[] { 2, 3, 4 }));
            Assert.That((await Versioned.GetAsync(Db, tracked.Id))!.Version, Is.EqualTo(tracked.Version));
            tracked.Left = 3;
            await session.CommitAsync();
            Assert.That(tracked.Version, Is.EqualTo(5));
        }

        changed.Note = "stale";
        await using RomSession late = Db.OpenSession();
        late.Add(changed);
        Assert.ThrowsAsync<DataRaceException>(() => late.CommitAsync());
        late.Remove(changed);
        Assert.ThrowsAsync<DataRaceException>(() => late.CommitAsync());
        late.RollBack();
    }

    [Test]
    public async Task Exactly_one_of_many_writers_of_one_version_succeeds()
    {
        Versioned saved = new();
        await saved.SaveAsync(Db);
        Versioned[] writers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Versioned.GetAsync(Db, saved.Id))) is { } loaded ? [.. loaded.Select(one => one!)] : [];
        bool[] won = await Task.WhenAll(writers.Select(async (writer, i) =>
        {
            if (i % 2 == 0) writer.Left = i + 1;
            else writer.Note = $"{i}";
            try
            {
                await writer.SaveAsync(Db);
                return true;
            }
            catch (DataRaceException)
            {
                return false;
            }
        }));
        Assert.That(won.Count(one => one), Is.EqualTo(1));
    }
}
