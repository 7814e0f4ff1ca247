using System.Collections.Immutable;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Elements of every form of collection and of many types are found, and follow what is inside.</summary>
public sealed class ElementTypeTests(EngineKind kind) : ConformanceFixture(kind)
{
    private static readonly Guid[] Tokens = [Guid.Empty, new("0191d1c8-0000-7000-8000-0123456789ab"), new("ffffffff-ffff-ffff-ffff-ffffffffffff")];

    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(2));

    protected override ModelMetadata[] VerifiedModels => [Metadata<Crate, long, Crate.Columns>()];

    [Test]
    public async Task Elements_of_every_form_and_type()
    {
        await new Crate
        {
            Guids = [Tokens[0], Tokens[2]], Modes = [Mode.On, Mode.Größe], Days = [new(2026, 1, 1), DateOnly.MaxValue], Numbers = new HashSet<int> { 1, int.MinValue },
            Prices = [1.50m, -0.0m], Blobs = [[], [0, 255]], Instants = [Noon], Flags = [true, null], Versions = [new(1, 0), null], Letters = ['x', '\0'],
        }.SaveAsync(Db);
        await new Crate { Guids = [Tokens[1]], Modes = [], Numbers = new SortedSet<int> { 2 }, Flags = [null], Letters = new List<char>() }.SaveAsync(Db);
        await Finds(c => c.Guids.Contains(Tokens[2]), 1);
        await Finds(c => c.Guids.ContainsAny(Tokens), 1, 2);
        await Finds(c => c.Modes.Contains(Mode.Active) && c.Modes.Contains(Mode.Größe), 1);
        await Finds(c => c.Days.ContainsAll(new[] { new DateOnly(2026, 1, 1), DateOnly.MaxValue }), 1);
        await Finds(c => c.Numbers.Contains(int.MinValue), 1);
        await Finds(c => c.Numbers.Contains(2), 2);
        await Finds(c => c.Prices.Contains(1.5m) && c.Prices.Contains(0m), 1);
        await Finds(c => c.Blobs.Contains(new byte[] { 0, 255 }) && c.Blobs.Contains(Array.Empty<byte>()), 1);
        await Finds(c => c.Instants.Contains(Noon.ToUniversalTime()), 1);
        await Finds(c => c.Flags.Contains(true), 1);
        await Finds(c => !c.Flags.Contains(true), 2);
        await Finds(c => c.Versions.Contains(new Version(1, 0)), 1);
        await Finds(c => c.Letters.Contains('\0'), 1);
        await Finds(c => c.Names.Contains("Größe") && c.Lengths.Contains(0), 1);
        await Finds(c => c.Names.IsNull());
        await Finds(c => c.Lengths.IsNull(), 2);
        await Finds(c => c.Marks.Contains(7), 1, 2);
        await Finds(c => c.Modes.IsNull());
        await Finds(c => c.Prices.IsNull() && c.Blobs.IsNull(), 2);
        await Finds(c => c.Letters.IsNotNull(), 1, 2);
    }

    [Test]
    public async Task Every_change_moves_the_entries()
    {
        Random random = PropertyRun.Random(5400);
        TestContext.Out.WriteLine(PropertyRun.Repeat);
        Crate crate = new();
        for (int i = 0; i < 40; i++)
        {
            crate.Guids = [.. random.Few(Tokens)];
            crate.Days = [.. random.Few([DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2026, 1, 1)])];
            crate.Numbers = random.Next(4) == 0 ? null : new HashSet<int>(random.Few([0, 1, -1, int.MaxValue]));
            crate.Blobs = random.Next(4) == 0 ? null : [.. random.Few([new byte[] { 0 }, [1, 2], []])];
            crate.Letters = random.Next(4) == 0 ? null : [.. random.Few(['a', 'é', '\uFFFF'])];
            await crate.SaveAsync(Db, random.One([SaveMode.Changed, SaveMode.Upsert, SaveMode.Force]));
            foreach (Guid token in Tokens) await Finds(c => c.Guids.Contains(token), crate.Guids.Contains(token) ? [1] : []);
            foreach (char letter in "aé") await Finds(c => c.Letters.Contains(letter), crate.Letters?.Contains(letter) == true ? [1] : []);
            Crate loaded = (await Crate.GetAsync(Other, 1))!;
            Assert.That(loaded.Days, Is.EqualTo(crate.Days));
            Assert.That(await loaded.SaveAsync(Other), Is.Zero);
        }
    }

    [Test]
    public async Task An_immutable_array_that_was_never_made_is_no_value()
    {
        await new Crate { Days = default, Marks = default(ImmutableArray<long>) }.SaveAsync(Db);
        await new Crate().SaveAsync(Db);
        await Finds(c => c.Days.IsNull() && c.Marks.IsNull(), 1);
        Crate loaded = (await Crate.GetAsync(Other, 1))!;
        Assert.That((loaded.Days.IsDefault, loaded.Marks!.Value.IsDefault), Is.EqualTo((true, true)));
        Assert.That(await loaded.SaveAsync(Other), Is.Zero);
    }

    private async Task Finds(Func<Crate.Columns, Filter> filter, params long[] ids) =>
        Assert.That((await Crate.Query(Db).Where(filter).ToListAsync()).Select(crate => crate.Id).Order(), Is.EqualTo(ids));
}
