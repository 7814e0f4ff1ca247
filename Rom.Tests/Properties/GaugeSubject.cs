using Rom.Tests.Conformance;
using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Gauge, Rom.Tests.TestModels.Gauge.Columns>;
using GaugeCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Gauge, Rom.Tests.TestModels.Gauge.Columns>;
using GaugeOrder = Rom.Tests.Properties.ColumnOrder<Rom.Tests.TestModels.Gauge, Rom.Tests.TestModels.Gauge.Columns>;
using GaugeReading = Rom.Tests.Properties.Reading<Rom.Tests.TestModels.Gauge, long, Rom.Tests.TestModels.Gauge.Columns>;
using GaugeReadings = Rom.Tests.Properties.Readings<Rom.Tests.TestModels.Gauge, long, Rom.Tests.TestModels.Gauge.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Gauges: every scalar type that people have not.</summary>
internal sealed class GaugeSubject : Subject<Gauge, long, Gauge.Columns>
{
    private static readonly GaugeOrder[] AllOrders = [.. ScalarCases.All.Select(one => one.Order), GaugeOrder.Of("Id", c => c.Id, g => g.Id)];

    public override ConditionSource<Gauge, Gauge.Columns> Conditions { get; } = new([.. ScalarCases.All.Select<ScalarCase, Func<Random, GaugeCondition[]>>(one => one.Leaves), KeyLeaves, KeyLeaves]);

    public override IReadOnlyList<GaugeReading> Readings { get; } =
    [
        GaugeReadings.Of("Select(c => c.UInt128, c => c.Half)", q => q.Select(c => c.UInt128, c => c.Half).ToListAsync(), rows => rows.Select(g => (g.UInt128, g.Half))),
        GaugeReadings.Of("Select(c => c.Char).Distinct()", q => q.Select(c => c.Char).Distinct().ToListAsync(), rows => rows.Select(g => g.Char).Distinct()),
        GaugeReadings.Of("SumAsync(c => c.ULong)", q => q.SumAsync(c => c.ULong), rows => (ulong)ExactSum.Of(rows.Select(g => (System.Numerics.BigInteger)(g.ULong ?? 0)))),
        GaugeReadings.Of("SumAsync(c => c.Short)", q => q.SumAsync(c => c.Short), rows => (short)ExactSum.Of(rows.Select(g => (System.Numerics.BigInteger)(g.Short ?? 0)))),
        GaugeReadings.Of("SumAsync(c => c.Int128)", q => q.SumAsync(c => c.Int128), rows => (Int128)ExactSum.Of(rows.Select(g => (System.Numerics.BigInteger)(g.Int128 ?? 0)))),
        GaugeReadings.Of("SumAsync(c => c.BigInteger)", q => q.SumAsync(c => c.BigInteger), rows => ExactSum.Of(rows.Select(g => g.BigInteger ?? 0))),
        GaugeReadings.Of("AverageAsync(c => c.Byte)", q => q.AverageAsync(c => c.Byte), rows => rows.Average(g => g.Byte)),
        GaugeReadings.Of("MinAsync(c => c.Version)", q => q.MinAsync(c => c.Version), rows => rows.Min(g => g.Version), isWindowed: false),
        GaugeReadings.Of("MaxAsync(c => c.Date)", q => q.MaxAsync(c => c.Date), rows => rows.Max(g => g.Date), isWindowed: false),
        GaugeReadings.Of("Select(c => c.Id, c => c.Byte)", q => q.Select(c => c.Id, c => c.Byte).ToListAsync(), rows => rows.Select(g => (g.Id, g.Byte))),
        GaugeReadings.Of("MaxAsync(c => c.BigInteger)", q => q.MaxAsync(c => c.BigInteger), rows => rows.Max(g => g.BigInteger), isWindowed: false),
    ];

    protected override int Share => 10;

    public override IReadOnlyList<GaugeOrder> Orders(Random random) => AllOrders;

    protected override RowSource<Gauge> Rows(Random random) => new GaugeRows(random);

    private static GaugeCondition[] KeyLeaves(Random random)
    {
        long v = random.Next(70), low = random.Next(70), high = low + random.Next(-2, 40);
        return
        [
            Leaf(v, c => c.Id < v, g => g.Id < v),
            Leaf(v, c => c.Id <= v, g => g.Id <= v),
            Leaf(v, c => c.Id > v, g => g.Id > v),
            Leaf(v, c => c.Id >= v, g => g.Id >= v),
            Leaf(v, c => c.Id != v, g => g.Id != v),
            Leaf((low, high), c => c.Id.Between(low, high), g => g.Id >= low && g.Id <= high),
        ];
    }

    private sealed class GaugeRows(Random random) : RowSource<Gauge>(random)
    {
        private static readonly Action<Gauge, Random>[] All = [.. ScalarCases.All.Select<ScalarCase, Action<Gauge, Random>>(one => one.Change)];

        protected override Action<Gauge, Random>[] Changes => All;

        protected override Gauge Create() => new();

        protected override void ChangeUniques(Gauge row)
        {
        }
    }
}
