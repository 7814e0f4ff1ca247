using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Every scalar type comes back exactly, in order, and is found by every operator.</summary>
public sealed class ScalarTests(EngineKind kind) : ConformanceFixture(kind)
{
    private static IEnumerable<int> Cases => Enumerable.Range(0, ScalarCases.All.Length);

    protected override ModelMetadata[] VerifiedModels => [Metadata<Gauge, long, Gauge.Columns>()];

    [TestCaseSource(nameof(Cases))]
    public async Task Values_are_saved_loaded_ordered_and_found_exactly(int at)
    {
        TestContext.Out.WriteLine($"{ScalarCases.All[at]}: {PropertyRun.Repeat}");
        await ScalarCases.All[at].CheckAsync(Db, PropertyRun.Random(5000 + at));
    }

    [Test]
    public async Task Null_is_below_or_above_all_bytes_whatever_the_direction([Values] Nulls nulls, [Values] bool descending)
    {
        byte[]?[] values = [[0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF], [], [0], [0, 0, 0], null, null];
        foreach (byte[]? value in values) await new Gauge { Byte = 1, Bytes = value }.SaveAsync(Db);
        List<byte[]?> expected = [[], [0], [0, 0, 0], [0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF]];
        if (descending) expected.Reverse();
        bool nullsFirst = nulls == Nulls.First || nulls == Nulls.Lowest && !descending;
        expected.InsertRange(nullsFirst ? 0 : expected.Count, [null, null]);
        RomQuery<Gauge, long, Gauge.Columns> query = Gauge.Query(Db).Where(g => g.Byte == 1);
        foreach (RomOrderedQuery<Gauge, long, Gauge.Columns> ordered in new[] { query.OrderBy(g => g.Byte), query.OrderByDescending(g => g.Byte) })
        {
            RomQuery<Gauge, long, Gauge.Columns> both = descending ? ordered.ThenByDescending(g => g.Bytes, nulls) : ordered.ThenBy(g => g.Bytes, nulls);
            Assert.That(await both.Select(g => g.Bytes).ToListAsync(), Is.EqualTo(expected));
        }

        RomQuery<Gauge, long, Gauge.Columns> one = descending ? query.OrderByDescending(g => g.Bytes, nulls) : query.OrderBy(g => g.Bytes, nulls);
        Assert.That(await one.Select(g => g.Bytes).ToListAsync(), Is.EqualTo(expected));
        RomPage<byte[]?> page = await one.Select(g => g.Bytes).ToPageAsync(3);
        Assert.That(page.Items.Concat((await one.Select(g => g.Bytes).ToPageAsync(9, page.Next)).Items), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_change_inside_a_byte_array_is_noticed()
    {
        Gauge gauge = new() { Bytes = [1, 2, 3] };
        await gauge.SaveAsync(Db);
        gauge.Bytes[1] = 9;
        Assert.That(await gauge.SaveAsync(Db), Is.EqualTo(1));
        Gauge loaded = (await Gauge.GetAsync(Db, gauge.Id))!;
        Assert.That(loaded.Bytes, Is.EqualTo(new byte[] { 1, 9, 3 }));
        loaded.Bytes![0] = 0;
        Assert.That(await loaded.SaveAsync(Db), Is.EqualTo(1));
        Gauge copy = loaded.Copy();
        copy.Bytes![0] = 7;
        Assert.That(loaded.Bytes[0], Is.Zero, "a copy shares nothing");
    }
}
