using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Generators;

/// <summary>Generated code at work on what needs accessors: init-only setters, required members, records, nested and oddly named models.</summary>
public sealed partial class GeneratedModelTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
        [Metadata<Profile, string, Profile.Columns>(), Metadata<@class, Guid, @class.Columns>(), Metadata<Keyless, long, Keyless.Columns>()];

    public enum Level : uint
    {
        Low,
        High = uint.MaxValue,
    }

    [RomModel]
    public sealed partial record Profile
    {
        [PrimaryKey] public required string Code { get; init; }

        [Unique] public required string Mail { get; init; }

        public Level Level { get; init; } = Level.High;

        public string? Nick { get; init; } = "none";

        public DateTimeOffset? Seen { get; init; } = DateTimeOffset.UnixEpoch;
    }

    [RomModel]
    public partial class @class
    {
        private @class()
        {
        }

        public Guid Id { get; init; }

        [Index] public int @event { get; private set; }

        public static @class Of(int number) => new() { @event = number };
    }

    [RomModel]
    public partial class Keyless
    {
        public string? Text { get; set; }
    }

    [Test]
    public async Task A_record_with_required_and_init_only_columns_comes_back_as_it_was()
    {
        RomDatabase db = Db;
        Profile saved = new() { Code = "a", Mail = "a@host", Level = Level.Low, Nick = null, Seen = null };
        await saved.SaveAsync(db);

        Profile? loaded = await Profile.GetAsync(db, "a");

        Assert.That(loaded, Is.EqualTo(saved));
        Assert.That(await Profile.GetByMailAsync(db, "a@host"), Is.EqualTo(saved));
        Assert.That((loaded!.Nick, loaded.Seen, loaded.Level), Is.EqualTo(((string?)null, (DateTimeOffset?)null, Level.Low)));
    }

    [Test]
    public async Task A_with_copy_is_an_entity_of_its_own()
    {
        RomDatabase db = Db;
        Profile saved = new() { Code = "a", Mail = "a@host" };
        await saved.SaveAsync(db);
        Profile other = saved with { Code = "b", Mail = "b@host" };
        await other.SaveAsync(db);

        Assert.That(await Profile.GetAsync(db, ["b", "a", "c"]), Is.EqualTo(new[] { other, saved }));
        Assert.That((await Profile.GetAsync(db, "b"))!.Level, Is.EqualTo(Level.High));
    }

    [Test]
    public async Task A_nested_model_with_a_keyword_for_a_name_works()
    {
        RomDatabase db = Db;
        @class one = @class.Of(5);
        await one.SaveAsync(db);

        Assert.That(one.Id, Is.Not.EqualTo(Guid.Empty), "the client assigns it, through the accessor");
        Assert.That((await @class.GetAsync(db, one.Id))!.@event, Is.EqualTo(5));
        Assert.That(await @class.Query(db).Where(c => c.@event >= 5).ToListAsync(), Has.Count.EqualTo(1));
        Assert.That(one.Copy(), Has.Property(nameof(@class.Id)).EqualTo(Guid.Empty).And.Property("event").EqualTo(5));
    }

    [Test]
    public async Task A_generated_key_is_assigned_by_the_store()
    {
        RomDatabase db = Db;
        Keyless one = new() { Text = "a" };
        await one.SaveAsync(db);

        Assert.That(one.Id, Is.EqualTo(1));
        Assert.That(one.ToDictionary(), Is.EqualTo(new Dictionary<string, object?> { ["Id"] = 1L, ["Text"] = "a" }));
    }
}
