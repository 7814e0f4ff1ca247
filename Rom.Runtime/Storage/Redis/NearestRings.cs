using Rom.CompilerServices;

namespace Rom.Storage.Redis;

/// <summary>
/// Circles around the point that a small window is ordered by its distance from, each half as wide as the one before: the script begins with the one that is
/// likely to hold the window, so that it need not look at everything for the nearest rows.
/// </summary>
/// <param name="Circles">The circles, widest first; none when the order is another.</param>
/// <param name="Around">The condition that is a circle around them all, so that it need not be tested within them.</param>
internal readonly record struct NearestRings(IReadOnlyList<GeoFilter> Circles, GeoFilter? Around)
{
    /// <summary>In metres; the widest circle holds every point.</summary>
    private const double Everywhere = 42_000_000, Narrowest = 100;

    private static readonly NearestRings None = new([], null);

    public static NearestRings Of(SearchPlan plan)
    {
        if (!plan.IsSmallWindow || plan.Descending || plan.Order is not [{ From: { } center, IsReversed: false } order, ..]) return None;
        // Beyond the widest one come all rows, which this model cannot name.
        if (plan.Model is { HasKeyIndex: false, RowSource: null } || IndexOver(order.Column) is not { } index) return None;
        GeoFilter? around = plan.Conditions.OfType<GeoFilter>()
            .FirstOrDefault(filter => !filter.Negated && filter.Index == index && filter.Area.IsCircle && filter.Area.Center == center);
        List<GeoFilter> circles = [];
        for (double width = Math.Min(around?.Area.Width ?? Everywhere, Everywhere) / 2; width >= Narrowest; width /= 2)
            circles.Add(new GeoFilter(index, new GeoArea(center, width, width, IsCircle: true)));
        return new NearestRings(circles, around);
    }

    private static IndexMetadata? IndexOver(ColumnMetadata point)
    {
        foreach (IndexMetadata index in point.Model.AllIndexes) if (index.Kind == IndexKind.Geo && index.IsOverField && index.Column == point) return index;
        return null;
    }
}
