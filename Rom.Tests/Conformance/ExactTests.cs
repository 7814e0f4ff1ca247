using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Every type comes back exactly, nullable or not, and is told apart by an Exact index.</summary>
public sealed class ExactTests(EngineKind kind) : ConformanceFixture(kind)
{
    private static IEnumerable<int> Cases => Enumerable.Range(0, ExactCases.All.Length);

    protected override ModelMetadata[] VerifiedModels => [Metadata<Mark, long, Mark.Columns>(), Metadata<Solid, Guid, Solid.Columns>()];

    [TestCaseSource(nameof(Cases))]
    public async Task Values_are_saved_loaded_and_told_apart(int at)
    {
        TestContext.Out.WriteLine($"{ExactCases.All[at]}: {PropertyRun.Repeat}");
        await ExactCases.All[at].CheckAsync(Db, PropertyRun.Random(5200 + at));
    }

    [Test]
    public async Task Columns_that_cannot_be_null_come_back_in_any_combination()
    {
        Random random = PropertyRun.Random(5300);
        TestContext.Out.WriteLine(PropertyRun.Repeat);
        Solid? stored = null;
        for (int i = 0; i < 60; i++)
        {
            Solid solid = stored is not null && random.Next(2) == 0 ? stored : New(random);
            Change(solid, random, solid == stored ? random.Next(1, 6) : 0);
            await solid.SaveAsync(Db);
            stored = solid;
            Solid loaded = (await Solid.GetAsync(Other, solid.Key))!;
            Assert.That(Shown(loaded), Is.EqualTo(Shown(solid)));
            Assert.That(await loaded.SaveAsync(Other), Is.Zero);
            Assert.That(await Solid.Query(Db).Where(s => s.Label == $"{solid.Tag.Text}/{solid.Mode}/{solid.Price.Currency}" && s.Level == solid.Mask.Bits + solid.Price.Amount % 10)
                .Where(s => s.Key == solid.Key).CountAsync(), Is.EqualTo(1), "computed from converted values");
        }
    }

    private static Solid New(Random random)
    {
        Solid solid = new()
        {
            Text = random.Text(), Bytes = ScalarValues.Bytes(random), Uri = ScalarValues.Uri(random), Version = ScalarValues.Version(random),
            Address = ScalarValues.Address(random), Price = new Price(ScalarValues.Decimal(random), random.Text()), Foreign = ForeignRef<Supplier>.To(random.Text()),
        };
        Change(solid, random, 40);
        return solid;
    }

    private static void Change(Solid solid, Random random, int count)
    {
        Action[] changes =
        [
            () => solid.Byte = ScalarValues.Integer<byte>(random), () => solid.SByte = ScalarValues.Integer<sbyte>(random), () => solid.Short = ScalarValues.Integer<short>(random),
            () => solid.UShort = ScalarValues.Integer<ushort>(random), () => solid.Int = ScalarValues.Integer<int>(random), () => solid.UInt = ScalarValues.Integer<uint>(random),
            () => solid.Long = ScalarValues.Integer<long>(random), () => solid.ULong = ScalarValues.Integer<ulong>(random), () => solid.Int128 = ScalarValues.Int128(random),
            () => solid.UInt128 = ScalarValues.Integer<UInt128>(random), () => solid.Big = ScalarValues.BigInteger(random), () => solid.Single = ScalarValues.Single(random),
            () => solid.Double = ScalarValues.Double(random), () => solid.Half = ScalarValues.Half(random), () => solid.Decimal = ScalarValues.Decimal(random),
            () => solid.Bool = random.Next(2) == 0, () => solid.Char = ScalarValues.Char(random), () => solid.Text = random.Text(), () => solid.Bytes = ScalarValues.Bytes(random),
            () => solid.Memory = ScalarValues.Bytes(random), () => solid.Clock = ScalarValues.DateTime(random), () => solid.Instant = ScalarValues.DateTimeOffset(random),
            () => solid.Date = ScalarValues.DateOnly(random), () => solid.Time = ScalarValues.TimeOnly(random), () => solid.Span = ScalarValues.TimeSpan(random),
            () => solid.Guid = ScalarValues.Guid(random), () => solid.Uri = ScalarValues.Uri(random), () => solid.Version = ScalarValues.Version(random),
            () => solid.Address = ScalarValues.Address(random), () => solid.Point = ScalarValues.Point(random), () => solid.Tiny = (Tiny)ScalarValues.Integer<sbyte>(random),
            () => solid.Mode = random.One([Mode.Off, Mode.On, Mode.Größe]), () => solid.Tag = new Tag("#" + random.Text()), () => solid.Mask = new Mask((byte)random.Next(256)),
            () => solid.Price = new Price(ScalarValues.Integer<int>(random) / 100m, random.Text()), () => solid.Foreign = ForeignRef<Supplier>.To(random.Text()),
        ];
        foreach (Action change in count >= changes.Length ? changes : random.GetItems(changes, count)) change();
    }

    /// <summary>What equality of some types does not see.</summary>
    private static IEnumerable<object?> Shown(Solid solid) => solid.ToDictionary().Values.Select(value => value switch
    {
        ReadOnlyMemory<byte> memory => Convert.ToHexString(memory.Span),
        decimal number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        DateTime clock => (clock, clock.Kind),
        DateTimeOffset instant => (instant, instant.Offset),
        Uri uri => (uri.IsAbsoluteUri, uri),
        double number => BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number),
        float number => BitConverter.SingleToInt32Bits(float.IsNaN(number) ? float.NaN : number),
        _ => value,
    });
}
