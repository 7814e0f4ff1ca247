using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Login, Rom.Tests.TestModels.Login.Columns>;
using LoginCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Login, Rom.Tests.TestModels.Login.Columns>;
using LoginOrder = Rom.Tests.Properties.ColumnOrder<Rom.Tests.TestModels.Login, Rom.Tests.TestModels.Login.Columns>;
using LoginReading = Rom.Tests.Properties.Reading<Rom.Tests.TestModels.Login, System.Guid, Rom.Tests.TestModels.Login.Columns>;
using LoginReadings = Rom.Tests.Properties.Readings<Rom.Tests.TestModels.Login, System.Guid, Rom.Tests.TestModels.Login.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Logins: nothing has every row, so that a query is answered only where a condition finds rows.</summary>
internal sealed class LoginSubject : Subject<Login, Guid, Login.Columns>
{
    private static readonly string?[] SomeCountries = [null, "", "a", "a\0", "b", "漢字"];

    public override ConditionSource<Login, Login.Columns> Conditions { get; } = new([Countries, Countries, Codes, Texts, Places]);

    public override IReadOnlyList<LoginReading> Readings { get; } =
        [LoginReadings.Of("Select(c => c.Country)", q => q.Select(c => c.Country).ToListAsync(), rows => rows.Select(l => l.Country))];

    public override bool HasRowSource => false;

    protected override int Share => 3;

    public override IReadOnlyList<LoginOrder> Orders(Random random) => [Distance(random)];

    protected override RowSource<Login> Rows(Random random) => new LoginRows(random);

    private static LoginOrder Distance(Random random)
    {
        GeoPoint center = random.Center();
        LoginOrder distance = LoginOrder.Of("Place", c => c.Place.DistanceTo(center), l => l.Place is { } place ? center.DistanceTo(place) : (double?)null);
        return distance with { Text = $"c.Place.DistanceTo({center})" };
    }

    private static LoginCondition[] Countries(Random random)
    {
        string? v = random.One(SomeCountries);
        string?[] some = random.Few(SomeCountries);
        return
        [
            Leaf(v, c => c.Country == v, l => l.Country == v),
            Leaf(v, c => c.Country != v, l => l.Country != v),
            Leaf(some, c => c.Country.In(some), l => some.Contains(l.Country)),
            Leaf(null, c => c.Country.IsNull(), l => l.Country is null),
        ];
    }

    private static LoginCondition[] Codes(Random random)
    {
        string? v = random.One(PersonValues.Texts);
        string?[] some = random.Few(PersonValues.Texts);
        return
        [
            Leaf(v, c => c.Code == v, l => l.Code == v),
            Leaf(some, c => c.Code.In(some), l => some.Contains(l.Code)),
            Leaf(null, c => c.Code == c.Country, l => l.Code == l.Country),
        ];
    }

    private static LoginCondition[] Texts(Random random)
    {
        string words = random.One(PersonValues.Words), prefix = random.One(PersonValues.WordPrefixes);
        return
        [
            Leaf(words, c => c.Text.Contains(words), l => WordModel.HasAll(l.Text, words)),
            Leaf(words, c => c.Text.ContainsAny(words), l => WordModel.HasAny(l.Text, words)),
            Leaf(prefix, c => c.Text.StartsWith(prefix), l => WordModel.HasPrefix(l.Text, prefix)),
        ];
    }

    private static LoginCondition[] Places(Random random)
    {
        GeoPoint center = random.Center();
        double meters = random.One<double>([0, 1, 1000, 1e6, 2e7]);
        return
        [
            Leaf((center, meters), c => c.Place.Within(center, meters, GeoUnit.Meters), l => l.Place is { } place && center.DistanceTo(place) <= meters),
            Leaf(null, c => c.Place.IsNull(), l => l.Place is null),
        ];
    }

    private sealed class LoginRows : RowSource<Login>
    {
        private static readonly Action<Login, Random>[] All =
        [
            (l, r) => l.Country = r.One(SomeCountries), (l, r) => l.Text = r.One(PersonValues.WordTexts), (l, r) => l.Place = r.Next(4) == 0 ? null : r.One(ContactValues.Points),
        ];

        private readonly Queue<string> _codes;

        public LoginRows(Random random)
            : base(random) => _codes = Shuffled(PersonValues.Texts.OfType<string>());

        protected override Action<Login, Random>[] Changes => All;

        protected override Login Create() => new() { Code = NextCode() };

        protected override void ChangeUniques(Login row) => row.Code = NextCode();

        private string? NextCode() => Random.Next(3) == 0 && _codes.TryDequeue(out string? code) ? code : null;
    }
}
