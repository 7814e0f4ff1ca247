using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Contact, Rom.Tests.TestModels.Contact.Columns>;
using ContactCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Contact, Rom.Tests.TestModels.Contact.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Every operator of the points of contacts, poles, date line and edges of the area included, and of the number that is computed.</summary>
internal static class ContactPlaceLeaves
{
    public static ContactCondition[] Home(Random random)
    {
        GeoPoint center = random.Center();
        // Often the very distance of some row, since the edge belongs to the area.
        double radius = random.Next(2) == 0 ? center.DistanceTo(random.One(ContactValues.Points)) : random.One(ContactValues.Lengths);
        GeoPoint point = random.One(ContactValues.Points), corner = new(center.Longitude, point.Latitude);
        double width = random.Next(3) == 0 ? random.One(ContactValues.Lengths) : 2 * corner.DistanceTo(point);
        double height = random.Next(3) == 0 ? random.One(ContactValues.Lengths) : 2 * center.DistanceTo(corner), miles = random.One<double>([0, 0.5, 10, 800, 6_000]);
        return
        [
            Leaf((center, radius), c => c.Home.Within(center, radius), p => Distance(p, center) <= radius),
            Leaf((center, radius), c => !c.Home.Within(center, radius), p => !(Distance(p, center) <= radius)),
            Leaf((center, miles), c => c.Home.Within(center, miles, GeoUnit.Miles), p => Distance(p, center) <= miles * 1609.34),
            Leaf((center, width, height), c => c.Home.WithinBox(center, width, height), p => IsInBox(p.Home, center, width, height)),
            Leaf((center, width), c => c.Home.WithinBox(center, width, width / 3), p => IsInBox(p.Home, center, width, width / 3)),
            Leaf(null, c => c.Home.IsNull(), p => p.Home is null),
            Leaf(null, c => c.Home.IsNotNull(), p => p.Home is not null),
        ];
    }

    /// <summary>A computed point is only in its index, rounded to less than a metre: no area ends where a row is.</summary>
    public static ContactCondition[] Rounded(Random random)
    {
        GeoPoint center = random.Center();
        double radius = random.One<double>([1.7, 22_222, 333_333, 4_444_444, 11_111_111, 25_000_000]);
        return
        [
            Leaf((center, radius), c => c.Rounded.Within(center, radius), p => Rounded(p) is { } point && center.DistanceTo(point) <= radius),
            Leaf((center, radius), c => c.Rounded.WithinBox(center, radius, 2 * radius), p => IsInBox(Rounded(p), center, radius, 2 * radius)),
            Leaf(null, c => c.Rounded.IsNull(), p => Rounded(p) is null),
            Leaf(null, c => c.Rounded.IsNotNull(), p => Rounded(p) is not null),
        ];
    }

    public static ContactCondition[] Spread(Random random)
    {
        decimal? v = random.OneOrNull(ContactValues.Spreads);
        decimal low = random.One(ContactValues.Spreads), high = random.One(ContactValues.Spreads);
        decimal[] some = random.Few(ContactValues.Spreads);
        return
        [
            Leaf(v, c => c.Spread == v, p => p.High - p.Low == v),
            Leaf(v, c => c.Spread != v, p => p.High - p.Low != v),
            Leaf(v, c => c.Spread < v, p => p.High - p.Low < v),
            Leaf(v, c => c.Spread <= v, p => p.High - p.Low <= v),
            Leaf(v, c => c.Spread > v, p => p.High - p.Low > v),
            Leaf(v, c => c.Spread >= v, p => p.High - p.Low >= v),
            Leaf((low, high), c => c.Spread.Between(low, high), p => p.High - p.Low >= low && p.High - p.Low <= high),
            Leaf(some, c => c.Spread.In(some), p => some.Any(one => p.High - p.Low == one)),
            Leaf(null, c => c.Spread.IsNull(), p => p.High is null),
            Leaf(null, c => c.Spread.IsNotNull(), p => p.High is not null),
        ];
    }

    public static GeoPoint Center(this Random random) => random.Next(5) == 0 ? ScalarValues.Point(random) : random.One(ContactValues.Points);

    private static double? Distance(Contact contact, GeoPoint center) => contact.Home is { } home ? center.DistanceTo(home) : null;

    private static bool IsInBox(GeoPoint? home, GeoPoint center, double width, double height)
    {
        if (home is not { } point) return false;
        GeoPoint corner = new(center.Longitude, point.Latitude);
        return center.DistanceTo(corner) <= height / 2 && corner.DistanceTo(point) <= width / 2;
    }

    private static GeoPoint? Rounded(Contact contact) => contact.Home is { Longitude: >= 0 } home ? new GeoPoint(Math.Round(home.Longitude), Math.Round(home.Latitude)) : null;
}
