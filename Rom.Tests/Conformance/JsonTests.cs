using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Columns marked <c>[Json]</c> hold what System.Text.Json writes, and a change inside one is noticed.</summary>
public sealed class JsonTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Profile, long, Profile.Columns>()];

    [Test]
    public async Task Values_survive_repeated_loads_and_full_saves()
    {
        Profile profile = new()
        {
            Settings = new DarkSettings { Contrast = 0.5, Sizes = [1, 2] }, Labels = new() { ["z"] = "ü\"", ["a"] = null }, Opening = new Hours(8, 17),
        };
        await profile.SaveAsync(Db);
        for (int i = 0; i < 3; i++)
        {
            Profile loaded = (await Profile.GetAsync(Other, profile.Id))!;
            Assert.That(loaded.Settings, Is.TypeOf<DarkSettings>().With.Property("Contrast").EqualTo(0.5));
            Assert.That(loaded.Settings.Sizes, Is.EqualTo(new[] { 1, 2 }));
            Assert.That(loaded.Labels, Is.EqualTo(profile.Labels));
            Assert.That((loaded.Former, loaded.Opening), Is.EqualTo(((Settings?)null, (Hours?)new Hours(8, 17))));
            Assert.That(await loaded.SaveAsync(Other), Is.Zero);
            await loaded.SaveAsync(Other, SaveMode.Full);
        }
    }

    [Test]
    public async Task A_change_inside_is_noticed()
    {
        Profile profile = new() { Labels = [] };
        await profile.SaveAsync(Db);
        profile.Labels["a"] = "b";
        profile.Settings.Sizes.Add(3);
        Assert.That(await profile.SaveAsync(Db), Is.EqualTo(2));
        Profile loaded = (await Profile.GetAsync(Other, profile.Id))!;
        Assert.That((loaded.Labels!["a"], loaded.Settings.Sizes.Single()), Is.EqualTo(("b", 3)));
    }

    [Test]
    public async Task A_copy_shares_nothing()
    {
        Profile profile = new() { Settings = { Sizes = [1] } };
        await profile.SaveAsync(Db);
        Profile copy = profile.Copy();
        copy.Settings.Sizes.Add(2);
        Assert.That(profile.Settings.Sizes, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_stored_text_is_readable_and_may_have_another_form()
    {
        Profile profile = new() { Labels = new() { ["a"] = "b" } };
        await profile.SaveAsync(Db);
        if (Kind == EngineKind.Memory) return;
        string row = $"{Prefix}{{Pr}}:row:{profile.Id}";
        Assert.That((string?)await Raw.HashGetAsync(row, "Labels"), Is.EqualTo("""{"a":"b"}"""));
        await Raw.HashSetAsync(row, "Labels", """ { "a" : "b" } """);
        Profile loaded = (await Profile.GetAsync(Db, profile.Id))!;
        Assert.That(await loaded.SaveAsync(Db), Is.Zero, "the same value");
        loaded.Labels!["a"] = "c";
        Assert.That(await loaded.SaveAsync(Db), Is.EqualTo(1), "guarded by the bytes as they were read");

        await Raw.HashSetAsync(row, "Labels", "{\"a\":1}");
        InvalidValueException e = Assert.ThrowsAsync<InvalidValueException>(() => Profile.GetAsync(Db, profile.Id))!;
        Assert.That((e.Model, e.Key, e.Column), Is.EqualTo(("Pr", $"{profile.Id}", "Labels")));
        Assert.That(e.Message, Does.Contain("no JSON of Dictionary"));
        await Raw.HashSetAsync(row, "Labels", "null");
        Assert.ThrowsAsync<MissingValueException>(() => Profile.GetAsync(Db, profile.Id));
    }
}
