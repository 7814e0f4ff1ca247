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
