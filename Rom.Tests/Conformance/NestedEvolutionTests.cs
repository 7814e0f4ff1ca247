using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Nested values that an older program stored.</summary>
public sealed class NestedEvolutionTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<MachineBefore, long, MachineBefore.Columns>()];

    [Test]
    public async Task A_member_added_later_gets_its_initializer_and_is_no_change()
    {
        MachineBefore before = new() { Engine = { Power = 5, Maker = null } };
        await before.SaveAsync(Db);
        MachineAfter after = (await MachineAfter.GetAsync(Other, before.Id))!;
        Assert.That((after.Engine.Power, after.Engine.Maker, after.Engine.Added, after.Engine.Note), Is.EqualTo((5, (string?)null, 7, (string?)null)));
        Assert.That(after.Engine.Parts, Is.EqualTo(new[] { "bolt" }));
        Assert.That((after.Colours, after.Spare), Is.EqualTo((new[] { 1, 2 }, (EngineAfter?)null)));
        Assert.That(await after.SaveAsync(Other), Is.Zero);
        after.Size = 3;
        Assert.That(await after.SaveAsync(Other), Is.EqualTo(1), "only what was changed");
    }

    [Test]
    public async Task A_member_removed_later_is_kept_until_its_column_is_written_next()
    {
        MachineBefore before = new() { Engine = { Power = 5, Dropped = "kept" } };
        await before.SaveAsync(Db);
        MachineAfter after = (await MachineAfter.GetAsync(Other, before.Id))!;
        after.Size = 3;
        await after.SaveAsync(Other);
        Assert.That((await MachineBefore.GetAsync(Db, before.Id))!.Engine.Dropped, Is.EqualTo("kept"));
        after.Engine.Power = 6;
        Assert.That(await after.SaveAsync(Other), Is.EqualTo(1));
        MachineBefore again = (await MachineBefore.GetAsync(Db, before.Id))!;
        Assert.That((again.Engine.Power, again.Engine.Dropped), Is.EqualTo((6, "dropped")));
        Assert.That(await again.SaveAsync(Db), Is.Zero);
    }

    [Test]
    public async Task Two_programs_race_on_a_nested_column_as_one_does()
    {
        MachineBefore before = new();
        await before.SaveAsync(Db);
        MachineAfter after = (await MachineAfter.GetAsync(Other, before.Id))!;
        before.Engine.Power = 1;
        await before.SaveAsync(Db);
        after.Engine.Power = 2;
        Assert.ThrowsAsync<DataRaceException>(() => after.SaveAsync(Other));
    }

    [Test]
    public async Task A_member_that_must_be_there_is_missed()
    {
        MachineBefore before = new();
        await before.SaveAsync(Db);
        MissingValueException e = Assert.ThrowsAsync<MissingValueException>(() => MachineStrict.GetAsync(Other, before.Id))!;
        Assert.That((e.Model, e.Key, e.Column), Is.EqualTo(("Machine", $"{before.Id}", "Engine")));
        Assert.That(e.Message, Does.Contain("lacks the member 'Serial'"));
    }
}
