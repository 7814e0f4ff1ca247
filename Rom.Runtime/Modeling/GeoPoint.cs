namespace Rom;

/// <summary>A point on the earth in degrees (WGS 84), within the limits of the geo commands of Redis.</summary>
public readonly record struct GeoPoint
{
    /// <summary>The greatest absolute longitude.</summary>
    public const double MaxLongitude = 180;

    /// <summary>The greatest absolute latitude, beyond which the Mercator projection of Redis does not reach.</summary>
    public const double MaxLatitude = 85.05112878;

    /// <summary>The radius, in metres, of the sphere on which Redis computes distances.</summary>
    private const double EarthRadius = 6372797.560856;

    private const double Radian = Math.PI / 180;

    /// <summary>A point.</summary>
    /// <param name="longitude">Degrees east, -180 to 180.</param>
    /// <param name="latitude">Degrees north, -85.05112878 to 85.05112878.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is beyond these limits or no number.</exception>
    public GeoPoint(double longitude, double latitude)
    {
        if (!(Math.Abs(longitude) <= MaxLongitude))
            throw new ArgumentOutOfRangeException(nameof(longitude), "A longitude lies from -180 to 180 degrees.");
        if (!(Math.Abs(latitude) <= MaxLatitude))
            throw new ArgumentOutOfRangeException(nameof(latitude), "A latitude lies from -85.05112878 to 85.05112878 degrees.");
        // -0 becomes 0, so that equal points have one text.
        (Longitude, Latitude) = (longitude + 0.0, latitude + 0.0);
    }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; }

    /// <summary>Degrees north.</summary>
    public double Latitude { get; }

    /// <summary>The great-circle distance to another point, as the geo commands of Redis compute it.</summary>
    /// <param name="other">The other point.</param>
    /// <param name="unit">The unit of the result.</param>
    public double DistanceTo(GeoPoint other, GeoUnit unit = GeoUnit.Meters)
    {
        // The operations of Redis in its order, so that both round alike.
        double latitude = Latitude * Radian, otherLatitude = other.Latitude * Radian;
        double across = Math.Sin((other.Longitude * Radian - Longitude * Radian) / 2);
        if (across == 0) return EarthRadius * Math.Abs(otherLatitude - latitude) / unit.InMeters();
        double up = Math.Sin((otherLatitude - latitude) / 2);
        double haversine = up * up + Math.Cos(latitude) * Math.Cos(otherLatitude) * across * across;
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(haversine)) / unit.InMeters();
    }

    /// <summary>The coordinates.</summary>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="latitude">Degrees north.</param>
    public void Deconstruct(out double longitude, out double latitude) => (longitude, latitude) = (Longitude, Latitude);

    internal static bool IsValid(double longitude, double latitude) => Math.Abs(longitude) <= MaxLongitude && Math.Abs(latitude) <= MaxLatitude;
}
