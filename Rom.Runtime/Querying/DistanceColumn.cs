using System.ComponentModel;
using Rom.CompilerServices;

namespace Rom;

/// <summary>The distance of a column's point from another, to order by and to select; null where the row has no point.</summary>
public sealed class DistanceColumn : IOrderableColumn<double?>
{
    private readonly GeoUnit _unit;

    /// <summary>The distance of a column's point from another.</summary>
    /// <param name="column">The column.</param>
    /// <param name="center">The other point.</param>
    /// <param name="unit">The unit of what <c>Select</c> returns.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DistanceColumn(Column column, GeoPoint center, GeoUnit unit)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (!column.Geo!.IsOverField) throw new QueryException($"{column} is computed, so that rows have no exact point to measure a distance from.");
        (Column, Center, _unit) = (column, center, unit);
    }

    /// <summary>The column of the point.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ColumnMetadata Metadata => Column.Metadata;

    internal Column Column { get; }

    internal GeoPoint Center { get; }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public double? Read(in RowReader row) => row.ValueOrNull<PointFormat, GeoPoint>(Metadata.Ordinal) is { } point ? Center.DistanceTo(point, _unit) : null;
}
