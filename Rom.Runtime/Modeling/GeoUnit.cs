namespace Rom;

/// <summary>A unit of distance, with the factors of the geo commands of Redis.</summary>
public enum GeoUnit
{
    /// <summary>Metres.</summary>
    Meters,

    /// <summary>1,000 metres.</summary>
    Kilometers,

    /// <summary>1,609.34 metres.</summary>
    Miles,

    /// <summary>0.3048 metres.</summary>
    Feet,
}

internal static class GeoUnitExtensions
{
    public static double InMeters(this GeoUnit unit) => unit switch
    {
        GeoUnit.Meters => 1,
        GeoUnit.Kilometers => 1000,
        GeoUnit.Miles => 1609.34,
        GeoUnit.Feet => 0.3048,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "This is no unit of distance."),
    };
}
