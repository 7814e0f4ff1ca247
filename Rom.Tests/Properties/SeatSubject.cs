using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Seat, Rom.Tests.TestModels.Seat.Columns>;
using SeatCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Seat, Rom.Tests.TestModels.Seat.Columns>;
using SeatOrder = Rom.Tests.Properties.ColumnOrder<Rom.Tests.TestModels.Seat, Rom.Tests.TestModels.Seat.Columns>;
using SeatReading = Rom.Tests.Properties.Reading<Rom.Tests.TestModels.Seat, (string Row, int Number), Rom.Tests.TestModels.Seat.Columns>;
using SeatReadings = Rom.Tests.Properties.Readings<Rom.Tests.TestModels.Seat, (string Row, int Number), Rom.Tests.TestModels.Seat.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Seats: keys of several parts that no set lists; an index without letter case stands in for it.</summary>
internal sealed class SeatSubject : Subject<Seat, (string Row, int Number), Seat.Columns>
{
    private static readonly SeatOrder[] AllOrders = [SeatOrder.Of("Guest", c => c.Guest, s => FoldModel.Fold(s.Guest), TextOrder.Instance!)];

    private static readonly string?[] Guests = [null, "", "a", "ab", "é", "ςa", "straße", "\0"];

    public override ConditionSource<Seat, Seat.Columns> Conditions { get; } = new([GuestLeaves]);

    public override IReadOnlyList<SeatReading> Readings { get; } =
        [SeatReadings.Of("Select(c => c.Row, c => c.Number)", q => q.Select(c => c.Row, c => c.Number).ToListAsync(), rows => rows.Select(s => (s.Row, s.Number)))];

    public override string[] RowOrder => ["Guest"];

    protected override int Share => 2;

    public override IReadOnlyList<SeatOrder> Orders(Random random) => AllOrders;

    protected override RowSource<Seat> Rows(Random random) => new SeatRows(random);

    private static SeatCondition[] GuestLeaves(Random random)
    {
        string? v = random.Vary(random.One(Guests));
        string prefix = random.Vary(random.One(Guests)) ?? "";
        return
        [
            Leaf(v, c => c.Guest == v, s => FoldModel.Same(s.Guest, v)),
            Leaf(v, c => c.Guest != v, s => !FoldModel.Same(s.Guest, v)),
            Leaf(v, c => c.Guest >= v, s => TextOrder.Holds(FoldModel.Fold(s.Guest), FoldModel.Fold(v), order => order >= 0)),
            Leaf(prefix, c => c.Guest.StartsWith(prefix), s => FoldModel.Fold(s.Guest)?.StartsWith(FoldModel.Fold(prefix)!, StringComparison.Ordinal) == true),
            Leaf(null, c => c.Guest.IsNull(), s => s.Guest is null),
            Leaf(null, c => c.Row == c.Guest, s => s.Row == s.Guest),
        ];
    }

    private sealed class SeatRows(Random random) : RowSource<Seat>(random)
    {
        private static readonly Action<Seat, Random>[] All = [(s, r) => s.Guest = r.Vary(r.One(Guests))];

        private readonly HashSet<(string, int)> _keys = [];

        protected override Action<Seat, Random>[] Changes => All;

        protected override Seat Create()
        {
            Seat seat;
            do seat = new Seat { Row = Random.One(KeyValues.Texts), Number = Random.Next(-20, 20) };
            while (!_keys.Add((seat.Row, seat.Number)));
            return seat;
        }

        protected override void ChangeUniques(Seat row)
        {
        }
    }
}
