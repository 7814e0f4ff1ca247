using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Visit, Rom.Tests.TestModels.Visit.Columns>;
using VisitCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Visit, Rom.Tests.TestModels.Visit.Columns>;
using VisitOrder = Rom.Tests.Properties.ColumnOrder<Rom.Tests.TestModels.Visit, Rom.Tests.TestModels.Visit.Columns>;
using VisitReading = Rom.Tests.Properties.Reading<Rom.Tests.TestModels.Visit, long, Rom.Tests.TestModels.Visit.Columns>;
using VisitReadings = Rom.Tests.Properties.Readings<Rom.Tests.TestModels.Visit, long, Rom.Tests.TestModels.Visit.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Visits: no set of all keys; the index of their times stands in for it.</summary>
internal sealed class VisitSubject : Subject<Visit, long, Visit.Columns>
{
    private static readonly VisitOrder[] AllOrders = [VisitOrder.Of("At", c => c.At, v => v.At)];

    private static readonly int[] SomeTimes = [-1, 0, 1, 2, 10, int.MinValue, int.MaxValue];

    private static readonly string?[] SomeCountries = [null, "", "\0", "a", "a\0", "漢字", new('x', 600)];

    public override ConditionSource<Visit, Visit.Columns> Conditions { get; } =
        new([Ids, Times, Times, Countries, Countries, Codes, Texts], random => new AndCondition<Visit, Visit.Columns>(Countries(random)[0], random.One(Times(random))));

    public override IReadOnlyList<VisitReading> Readings { get; } =
    [
        VisitReadings.Of("Select(c => c.Id, c => c.Country)", q => q.Select(c => c.Id, c => c.Country).ToListAsync(), rows => rows.Select(v => (v.Id, v.Country))),
        VisitReadings.Of("MinAsync(c => c.At)", q => q.MinAsync(c => c.At), rows => rows.Min(v => v.At), isWindowed: false),
        VisitReadings.Of("SumAsync(c => c.At)", q => q.SumAsync(c => c.At), rows => (int)ExactSum.Of(rows.Select(v => v.At ?? 0L))),
    ];

    public override string[] RowOrder => ["At"];

    protected override int Share => 5;

    public override IReadOnlyList<VisitOrder> Orders(Random random) => AllOrders;

    protected override RowSource<Visit> Rows(Random random) => new VisitRows(random);

    private static VisitCondition[] Ids(Random random)
    {
        long v = random.One(PersonValues.Ids);
        long[] some = random.Few(PersonValues.Ids), many = random.Many(PersonValues.Ids, at => at * 89 % 400);
        return
        [
            Leaf(v, c => c.Id == v, x => x.Id == v),
            Leaf(v, c => c.Id != v, x => x.Id != v),
            Leaf(some, c => c.Id.In(some), x => some.Contains(x.Id)),
            Leaf(many, c => c.Id.In(many), x => many.Contains(x.Id)),
        ];
    }

    private static VisitCondition[] Times(Random random)
    {
        int? v = random.OneOrNull(SomeTimes);
        int low = random.One(SomeTimes), high = random.One(SomeTimes);
        return
        [
            Leaf(v, c => c.At == v, x => x.At == v),
            Leaf(v, c => c.At != v, x => x.At != v),
            Leaf(v, c => c.At <= v, x => x.At <= v),
            Leaf(v, c => c.At > v, x => x.At > v),
            Leaf((low, high), c => c.At.Between(low, high), x => x.At >= low && x.At <= high),
            Leaf(null, c => c.At.IsNull(), x => x.At is null),
        ];
    }

    private static VisitCondition[] Countries(Random random)
    {
        string? v = random.One(SomeCountries);
        string?[] some = random.Few(SomeCountries);
        return
        [
            Leaf(v, c => c.Country == v, x => x.Country == v),
            Leaf(v, c => c.Country != v, x => x.Country != v),
            Leaf(some, c => c.Country.In(some), x => some.Contains(x.Country)),
        ];
    }

    private static VisitCondition[] Codes(Random random)
    {
        string? v = random.One(PersonValues.Texts);
        return [Leaf(v, c => c.Code == v, x => x.Code == v), Leaf(v, c => c.Code != v, x => x.Code != v), Leaf(null, c => c.Code.IsNull(), x => x.Code is null)];
    }

    private static VisitCondition[] Texts(Random random)
    {
        string words = random.One(PersonValues.Words), prefix = random.One(PersonValues.WordPrefixes);
        return
        [
            Leaf(words, c => c.Text.Contains(words), x => WordModel.HasAll(x.Text, words)),
            Leaf(prefix, c => c.Text.StartsWith(prefix), x => WordModel.HasPrefix(x.Text, prefix)),
            Leaf(null, c => c.Text.IsNull(), x => x.Text is null),
        ];
    }

    private sealed class VisitRows : RowSource<Visit>
    {
        private static readonly Action<Visit, Random>[] All =
            [(v, r) => v.At = r.OneOrNull(SomeTimes), (v, r) => v.Country = r.One(SomeCountries), (v, r) => v.Text = r.One(PersonValues.WordTexts)];

        private readonly Queue<string> _codes;

        public VisitRows(Random random)
            : base(random) => _codes = Shuffled(PersonValues.Texts.OfType<string>());

        protected override Action<Visit, Random>[] Changes => All;

        protected override Visit Create() => new() { Code = NextCode() };

        protected override void ChangeUniques(Visit row) => row.Code = NextCode();

        private string? NextCode() => Random.Next(3) == 0 && _codes.TryDequeue(out string? code) ? code : null;
    }
}
