using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

public sealed class HookTests(EngineKind kind) : ConformanceFixture(kind)
{
    private static readonly Action<Hooked> Throw = _ => throw new InvalidTimeZoneException();

    protected override ModelMetadata[] VerifiedModels => [Metadata<Hooked, long, Hooked.Columns>()];

    [Test]
    public async Task Hooks_run_around_each_save_and_delete_also_of_an_unchanged_entity()
    {
        Hooked one = new() { Value = 1 };
        await one.SaveAsync(Db);
        Assert.That(await one.SaveAsync(Db), Is.Zero);
        one.Value = 2;
        await one.SaveAsync(Db, SaveMode.Full);
        await one.DeleteAsync(Db);

        Assert.That(one.Calls, Is.EqualTo(new[]
        {
            "BeforeInsert", "AfterInsert", "BeforeUpdate", "AfterUpdate", "BeforeUpdate", "AfterUpdate", "BeforeDelete", "AfterDelete",
        }));
    }

    [Test]
    public async Task What_a_before_hook_changes_is_saved_and_what_an_after_hook_changes_waits_for_the_next_save()
    {
        Hooked one = new() { Value = 1 };
        one.Actions["BeforeInsert"] = e => e.Value *= 5;
        one.Actions["AfterInsert"] = e => e.Value *= 17;
        await one.SaveAsync(Db);
        Assert.That((await Hooked.GetAsync(Other, one.Id))!.Value, Is.EqualTo(5));
        Assert.That(one.Value, Is.EqualTo(85));

        one.Actions["BeforeUpdate"] = e => e.Value *= 2;
        one.Actions["AfterUpdate"] = e => e.Value = 1365;
        Assert.That(await one.SaveAsync(Db), Is.EqualTo(1));
        Assert.That((await Hooked.GetAsync(Other, one.Id))!.Value, Is.EqualTo(170));
        one.Actions.Clear();
        Assert.That(await one.SaveAsync(Db), Is.EqualTo(1), "the after-hook left it modified");
        Assert.That(await Hooked.Query(Db).Where(h => h.Value == 1365).CountAsync(), Is.EqualTo(1));
    }

    [TestCase("BeforeInsert")]
    [TestCase("AfterInsert")]
    public async Task An_exception_of_an_insert_hook(string hook)
    {
        Hooked one = new() { Value = 1 };
        one.Actions[hook] = Throw;
        Assert.ThrowsAsync<InvalidTimeZoneException>(() => one.SaveAsync(Db));

        bool written = hook == "AfterInsert";
        Assert.That(await Hooked.Query(Db).CountAsync(), Is.EqualTo(written ? 1 : 0));
        Assert.That(one.Id, Is.EqualTo(written ? 1 : 0));
        one.Actions.Clear();
        Assert.That(await one.SaveAsync(Db), written ? Is.Zero : Is.GreaterThan(0), "it is saved, or still new");
        Assert.That(await Hooked.Query(Db).CountAsync(), Is.EqualTo(1));
    }

    [TestCase("BeforeUpdate")]
    [TestCase("AfterUpdate")]
    public async Task An_exception_of_an_update_hook(string hook)
    {
        Hooked one = new() { Value = 1 };
        await one.SaveAsync(Db);
        one.Value = 2;
        one.Actions[hook] = Throw;
        Assert.ThrowsAsync<InvalidTimeZoneException>(() => one.SaveAsync(Db));

        bool written = hook == "AfterUpdate";
        Assert.That((await Hooked.GetAsync(Other, one.Id))!.Value, Is.EqualTo(written ? 2 : 1));
        one.Actions.Clear();
        Assert.That(await one.SaveAsync(Db), Is.EqualTo(written ? 0 : 1));
    }

    [TestCase("BeforeDelete")]
    [TestCase("AfterDelete")]
    public async Task An_exception_of_a_delete_hook(string hook)
    {
        Hooked one = new() { Value = 1 };
        await one.SaveAsync(Db);
        one.Actions[hook] = Throw;
        Assert.ThrowsAsync<InvalidTimeZoneException>(() => one.DeleteAsync(Db));

        bool written = hook == "AfterDelete";
        Assert.That(await Hooked.GetAsync(Other, one.Id), written ? Is.Null : Is.Not.Null);
        one.Actions.Clear();
        if (written) Assert.ThrowsAsync<EntityDeletedException>(() => one.SaveAsync(Db));
        else Assert.That(await one.DeleteAsync(Db));
    }

    [Test]
    public async Task A_session_runs_hooks_around_its_commit()
    {
        Hooked removed = new() { Value = 1 }, same = new();
        await removed.SaveAsync(Db);
        await same.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        Hooked changed = (await Hooked.GetAsync(session, removed.Id))!, unchanged = (await Hooked.GetAsync(session, same.Id))!, added = new();
        session.Add(added);
        changed.Value = 2;
        changed.Actions["BeforeUpdate"] = e => e.Value *= 10;
        added.Actions["AfterInsert"] = e => e.Value = 7;
        await session.CommitAsync();

        Assert.That(changed.Calls, Is.EqualTo(new[] { "BeforeUpdate", "AfterUpdate" }));
        Assert.That(added.Calls, Is.EqualTo(new[] { "BeforeInsert", "AfterInsert" }));
        Assert.That(unchanged.Calls, Is.Empty, "it is not saved");
        Assert.That((await Hooked.GetAsync(Db, changed.Id))!.Value, Is.EqualTo(20));
        Assert.That(await session.CommitAsync(), Is.EqualTo(1), "what the after-hook changed");

        session.Remove(changed);
        unchanged.Value = 5;
        unchanged.Actions["BeforeUpdate"] = Throw;
        Assert.ThrowsAsync<InvalidTimeZoneException>(() => session.CommitAsync());
        Assert.That(await Hooked.GetAsync(Db, changed.Id), Is.Not.Null, "nothing of the unit was sent");
        unchanged.Actions.Clear();
        changed.Actions["AfterDelete"] = Throw;
        Assert.ThrowsAsync<InvalidTimeZoneException>(() => session.CommitAsync());
        Assert.That(await Hooked.GetAsync(Db, changed.Id), Is.Null);
        Assert.That((await Hooked.GetAsync(Db, unchanged.Id))!.Value, Is.EqualTo(5));
    }

    [Test]
    public async Task A_refused_save_has_no_after_hook()
    {
        await new Hooked { Name = "taken" }.SaveAsync(Db);
        Hooked one = new() { Name = "taken" };
        Assert.ThrowsAsync<UniqueViolationException>(() => one.SaveAsync(Db));
        Assert.That(one.Calls, Is.EqualTo(new[] { "BeforeInsert" }));
    }

    [Test]
    public async Task The_mode_of_the_save_and_what_is_known_of_the_entity_decide_which_hooks_run()
    {
        Hooked replaced = new() { Id = 9 };
        Assert.ThrowsAsync<EntityDeletedException>(() => replaced.SaveAsync(Db, SaveMode.Replace));
        Assert.That(replaced.Calls, Is.EqualTo(new[] { "BeforeUpdate" }));
        foreach (SaveMode mode in new[] { SaveMode.Insert, SaveMode.Upsert, SaveMode.Force })
        {
            Hooked made = new() { Value = (int)mode };
            await made.SaveAsync(Db, mode);
            Assert.That(made.Calls, Is.EqualTo(new[] { "BeforeInsert", "AfterInsert" }), mode.ToString());
        }

        Hooked again = new();
        await again.SaveAsync(Db);
        await again.DeleteAsync(Db);
        again.Calls.Clear();
        Assert.ThrowsAsync<EntityDeletedException>(() => again.SaveAsync(Db));
        Assert.That(again.Calls, Is.Empty, "it is known to be deleted");
        await again.SaveAsync(Db, SaveMode.Force);
        Assert.That(again.Calls, Is.EqualTo(new[] { "BeforeInsert", "AfterInsert" }));
    }
}
