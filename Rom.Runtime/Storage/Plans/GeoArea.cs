namespace Rom.Storage;

/// <summary>A circle, or a box whose sides run north and east, around a point; in metres.</summary>
/// <param name="Center">The middle.</param>
/// <param name="Width">The box from west to east, or the circle's diameter.</param>
/// <param name="Height">The box from south to north, or the circle's diameter.</param>
/// <param name="IsCircle">Which of the two.</param>
internal sealed record GeoArea(GeoPoint Center, double Width, double Height, bool IsCircle)
{
    private const double EarthRadius = 6372797.560856, Radian = Math.PI / 180, Margin = 1e-6;

    /// <summary>Cells of the geohash that a side of an area spans at most, but for one.</summary>
    private const int CellsPerSide = 4;

    private const int Steps = 26;

    /// <summary>Whether a point lies within, its edge included, as the geo commands of Redis decide it.</summary>
    public bool Contains(GeoPoint point)
    {
        if (IsCircle) return Center.DistanceTo(point) <= Width / 2;
        GeoPoint north = new(Center.Longitude, point.Latitude);
        return Center.DistanceTo(north) <= Height / 2 && north.DistanceTo(point) <= Width / 2;
    }

    /// <summary>The score of a point in a geo index.</summary>
    public static long Score(GeoPoint point) =>
        Interleave(Place(point.Latitude, GeoPoint.MaxLatitude, Steps), Place(point.Longitude, GeoPoint.MaxLongitude, Steps));

    /// <summary>
    /// Scores of a geo index that hold every point of the area, and some around it: first and last of each range. A score is the geohash of
    /// 52 bits, the longitude's at the odd places; a cell is all scores that begin alike.
    /// </summary>
    public List<(long First, long Last)> Scores()
    {
        double up = Height / 2 / EarthRadius / Radian + Margin;
        double south = Math.Max(Center.Latitude - up, -GeoPoint.MaxLatitude), north = Math.Min(Center.Latitude + up, GeoPoint.MaxLatitude);
        double widest = Math.Max(Math.Abs(south), Math.Abs(north)) * Radian;
        double sine = Math.Sin(Math.Min(Width / 4 / EarthRadius, Math.PI / 2)) / Math.Cos(widest);
        double across = sine >= 1 ? GeoPoint.MaxLongitude : 2 * Math.Asin(sine) / Radian + Margin;
        double west = Center.Longitude - across, east = Center.Longitude + across;
        double span = Math.Max(Math.Min(2 * across, 360) / 360, (north - south) / (2 * GeoPoint.MaxLatitude));
        int step = Math.Clamp((int)Math.Floor(Math.Log2(CellsPerSide / span)), 0, Steps);
        SortedSet<long> cells = [];
        if (across >= GeoPoint.MaxLongitude) Add(-GeoPoint.MaxLongitude, GeoPoint.MaxLongitude);
        else
        {
            // Beyond the date line it goes on at the other side.
            Add(Math.Max(west, -GeoPoint.MaxLongitude), Math.Min(east, GeoPoint.MaxLongitude));
            if (west < -GeoPoint.MaxLongitude) Add(west + 360, GeoPoint.MaxLongitude);
            if (east > GeoPoint.MaxLongitude) Add(-GeoPoint.MaxLongitude, east - 360);
        }

        List<(long First, long Last)> scores = [];
        int shift = 2 * (Steps - step);
        foreach (long cell in cells)
        {
            (long first, long last) = (cell << shift, ((cell + 1) << shift) - 1);
            if (scores.Count > 0 && scores[^1].Last + 1 == first) scores[^1] = (scores[^1].First, last);
            else scores.Add((first, last));
        }

        return scores;

        void Add(double from, double to)
        {
            for (long x = Place(from, GeoPoint.MaxLongitude, step); x <= Place(to, GeoPoint.MaxLongitude, step); x++)
                for (long y = Place(south, GeoPoint.MaxLatitude, step); y <= Place(north, GeoPoint.MaxLatitude, step); y++)
                    cells.Add(Interleave(y, x));
        }
    }

    /// <summary>The last degree of all has a place of its own, as Redis has it.</summary>
    private static long Place(double degrees, double most, int step) => (long)Math.Floor((degrees + most) / (2 * most) * (1L << step));

    private static long Interleave(long even, long odd)
    {
        long bits = 0;
        for (int i = 0; i <= Steps; i++) bits |= ((even >> i) & 1) << (2 * i) | ((odd >> i) & 1) << (2 * i + 1);
        return bits;
    }
}
