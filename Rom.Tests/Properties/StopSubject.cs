using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Stop, Rom.Tests.TestModels.Stop.Columns>;
using StopCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Stop, Rom.Tests.TestModels.Stop.Columns>;
using StopOrder = Rom.Tests.Properties.ColumnOrder<Rom.Tests.TestModels.Stop, Rom.Tests.TestModels.Stop.Columns>;
using StopReading = Rom.Tests.Properties.Reading<Rom.Tests.TestModels.Stop, (string Route, string Place, int Pass), Rom.Tests.TestModels.Stop.Columns>;
using StopReadings = Rom.Tests.Properties.Readings<Rom.Tests.TestModels.Stop, (string Route, string Place, int Pass), Rom.Tests.TestModels.Stop.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Stops: keys of several parts, which have indexes themselves.</summary>
internal sealed class StopSubject : Subject<Stop, (string Route, string Place, int Pass), Stop.Columns>
{
    private static readonly StopOrder[] AllOrders =
    [
        StopOrder.Of("Place", c => c.Place, s => s.Place, TextOrder.Instance), StopOrder.Of("At", c => c.At, s => s.At),
    ];

    public override ConditionSource<Stop, Stop.Columns> Conditions { get; } =
        new([Routes, Places, Places, Times, Times, Codes, Notes, Pairs], random => new AndCondition<Stop, Stop.Columns>(Routes(random)[0], random.One(Times(random))));

    public override IReadOnlyList<StopReading> Readings { get; } =
    [
        StopReadings.Of("Select(c => c.Place, c => c.Pass)", q => q.Select(c => c.Place, c => c.Pass).ToListAsync(), rows => rows.Select(s => (s.Place, s.Pass))),
        StopReadings.Of("Select(c => c.Route).Distinct()", q => q.Select(c => c.Route).Distinct().ToListAsync(), rows => rows.Select(s => s.Route).Distinct()),
        StopReadings.Of("SumAsync(c => c.Pass)", q => q.SumAsync(c => c.Pass), rows => rows.Sum(s => s.Pass)),
        StopReadings.Of("MaxAsync(c => c.Place)", q => q.MaxAsync(c => c.Place), rows => rows.Count == 0 ? null : rows.Select(s => s.Place).Max(TextOrder.Instance), isWindowed: false),
    ];

    protected override int Share => 5;

    public override IReadOnlyList<StopOrder> Orders(Random random) => AllOrders;

    protected override RowSource<Stop> Rows(Random random) => new StopRows(random);

    private static StopCondition[] Routes(Random random)
    {
        string v = random.One(KeyValues.Few);
        string[] some = random.Few(KeyValues.Few);
        return
        [
            Leaf(v, c => c.Route == v, s => s.Route == v),
            Leaf(v, c => c.Route != v, s => s.Route != v),
            Leaf(some, c => c.Route.In(some), s => some.Contains(s.Route)),
            Leaf(null, c => c.Route == c.Place, s => s.Route == s.Place),
            Leaf(null, c => c.Route < c.Code, s => TextOrder.Holds(s.Route, s.Code, order => order < 0)),
            Leaf(null, c => c.Pass > c.At, s => s.Pass > s.At),
        ];
    }

    private static StopCondition[] Places(Random random)
    {
        string v = random.One(KeyValues.Few), prefix = random.One(KeyValues.Few);
        string[] some = random.Few(KeyValues.Few);
        return
        [
            Leaf(v, c => c.Place == v, s => s.Place == v),
            Leaf(v, c => c.Place != v, s => s.Place != v),
            Leaf(v, c => c.Place <= v, s => TextOrder.Holds(s.Place, v, order => order <= 0)),
            Leaf(v, c => c.Place > v, s => TextOrder.Holds(s.Place, v, order => order > 0)),
            Leaf(prefix, c => c.Place.StartsWith(prefix), s => s.Place.StartsWith(prefix, StringComparison.Ordinal)),
            Leaf(some, c => c.Place.In(some), s => some.Contains(s.Place)),
        ];
    }

    private static StopCondition[] Times(Random random)
    {
        int? v = random.OneOrNull(StopRows.Times);
        return
        [
            Leaf(v, c => c.At == v, s => s.At == v),
            Leaf(v, c => c.At != v, s => s.At != v),
            Leaf(v, c => c.At < v, s => s.At < v),
            Leaf(v, c => c.At >= v, s => s.At >= v),
            Leaf(null, c => c.At.IsNull(), s => s.At is null),
        ];
    }

    private static StopCondition[] Codes(Random random)
    {
        string? v = random.One(PersonValues.Texts);
        return [Leaf(v, c => c.Code == v, s => s.Code == v), Leaf(v, c => c.Code != v, s => s.Code != v), Leaf(null, c => c.Code.IsNull(), s => s.Code is null)];
    }

    /// <summary>Columns whose equal values have different texts, compared with each other.</summary>
    private static StopCondition[] Pairs(Random random) =>
    [
        Leaf(null, c => c.Fare == c.Paid, s => s.Fare == s.Paid),
        Leaf(null, c => c.Fare != c.Paid, s => s.Fare != s.Paid),
        Leaf(null, c => c.Fare < c.Paid, s => s.Fare < s.Paid),
        Leaf(null, c => c.Fare >= c.Paid, s => s.Fare >= s.Paid),
        Leaf(null, c => c.Leaves == c.Arrives, s => s.Leaves == s.Arrives),
        Leaf(null, c => c.Leaves < c.Arrives, s => s.Leaves < s.Arrives),
        Leaf(null, c => c.Leaves <= c.Arrives, s => s.Leaves <= s.Arrives),
        Leaf(null, c => c.Leaves > c.Arrives, s => s.Leaves > s.Arrives),
    ];

    private static StopCondition[] Notes(Random random)
    {
        string words = random.One(PersonValues.Words), prefix = random.One(PersonValues.WordPrefixes);
        return
        [
            Leaf(words, c => c.Notes.Contains(words), s => WordModel.HasAll(s.Notes, words)),
            Leaf(prefix, c => c.Notes.StartsWith(prefix), s => WordModel.HasPrefix(s.Notes, prefix)),
        ];
    }

    private sealed class StopRows : RowSource<Stop>
    {
        public static readonly int[] Times = [-1, 0, 1, 9, 10, int.MinValue, int.MaxValue];

        private static readonly decimal[] Amounts = [1.5m, 1.50m, 0m, 0.00m, -0.5m, 10m, 9m];

        private static readonly DateTimeOffset[] Instants = [.. PersonValues.Instants.Take(6)];

        private static readonly Action<Stop, Random>[] All =
        [
            (s, r) => s.At = r.OneOrNull(Times), (s, r) => s.Notes = r.One(PersonValues.WordTexts), (s, r) => (s.Fare, s.Paid) = (r.OneOrNull(Amounts), r.OneOrNull(Amounts)),
            (s, r) => (s.Leaves, s.Arrives) = (r.OneOrNull(Instants), r.OneOrNull(Instants)),
        ];

        private readonly Queue<string> _codes;
        private readonly HashSet<(string, string, int)> _keys = [];

        public StopRows(Random random)
            : base(random) => _codes = Shuffled(PersonValues.Texts.OfType<string>());

        protected override Action<Stop, Random>[] Changes => All;

        protected override Stop Create()
        {
            Stop stop;
            do stop = new Stop { Route = Random.One(KeyValues.Few), Place = Random.One(KeyValues.Few), Pass = Random.Next(-20, 20), Code = NextCode() };
            while (!_keys.Add((stop.Route, stop.Place, stop.Pass)));
            return stop;
        }

        protected override void ChangeUniques(Stop row) => row.Code = NextCode();

        private string? NextCode() => Random.Next(3) == 0 && _codes.TryDequeue(out string? code) ? code : null;
    }
}
