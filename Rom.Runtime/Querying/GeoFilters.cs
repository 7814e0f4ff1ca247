using System.ComponentModel;
using Rom.Storage;

namespace Rom.CompilerServices;

/// <summary>What the operators on points mean.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeoFilters
{
    /// <summary>The point lies at most so far from another.</summary>
    public static Filter Within(Column column, GeoPoint center, double radius, GeoUnit unit)
    {
        double diameter = 2 * Meters(column, radius, unit);
        return new Filter(new GeoFilter(column.Geo!, new GeoArea(center, diameter, diameter, IsCircle: true)));
    }

    /// <summary>The point lies in a box around another.</summary>
    public static Filter WithinBox(Column column, GeoPoint center, double width, double height, GeoUnit unit) =>
        new(new GeoFilter(column.Geo!, new GeoArea(center, Meters(column, width, unit), Meters(column, height, unit), IsCircle: false)));

    private static double Meters(Column column, double length, GeoUnit unit) => length >= 0 && double.IsFinite(length)
        ? length * unit.InMeters()
        : throw new QueryException($"A length within which {column} is sought is no number from 0 on.");
}
