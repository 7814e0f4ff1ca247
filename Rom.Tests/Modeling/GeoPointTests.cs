using NUnit.Framework;
using Rom.Tests.Properties;
using StackExchange.Redis;

namespace Rom.Tests.Modeling;

/// <summary>Points have the limits of Redis and its distances.</summary>
public sealed class GeoPointTests
{
    [TestCase(180.0001, 0)]
    [TestCase(-180.0001, 0)]
    [TestCase(0, 85.0512)]
    [TestCase(0, -86)]
    [TestCase(double.NaN, 0)]
    [TestCase(0, double.NaN)]
    [TestCase(double.PositiveInfinity, 0)]
    public void Coordinates_beyond_the_limits_are_refused(double longitude, double latitude) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new GeoPoint(longitude, latitude));

    [Test]
    public void Minus_zero_is_zero()
    {
        GeoPoint point = new(-0.0, -0.0);
        Assert.That((double.IsNegative(point.Longitude), double.IsNegative(point.Latitude)), Is.EqualTo((false, false)));
        Assert.That(point, Is.EqualTo(default(GeoPoint)));
        (double longitude, double latitude) = new GeoPoint(1, 2);
        Assert.That((longitude, latitude), Is.EqualTo((1.0, 2.0)));
    }

    [Test]
    public void Units_are_those_of_Redis()
    {
        GeoPoint palermo = new(13.361389, 38.115556), catania = new(15.087269, 37.502669);
        Assert.That(palermo.DistanceTo(catania), Is.EqualTo(166274.15).Within(0.5), "GEODIST of its documentation");
        Assert.That(palermo.DistanceTo(catania, GeoUnit.Kilometers), Is.EqualTo(palermo.DistanceTo(catania) / 1000));
        Assert.That(palermo.DistanceTo(catania, GeoUnit.Miles), Is.EqualTo(palermo.DistanceTo(catania) / 1609.34));
        Assert.That(palermo.DistanceTo(catania, GeoUnit.Feet), Is.EqualTo(palermo.DistanceTo(catania) / 0.3048));
        Assert.Throws<ArgumentOutOfRangeException>(() => palermo.DistanceTo(catania, (GeoUnit)9));
    }

    /// <summary>Between the positions as Redis keeps them, in 52 bits; it prints four decimal places.</summary>
    [Test]
    public async Task Distances_are_those_of_Redis()
    {
        using ConnectionMultiplexer multiplexer = await ConnectionMultiplexer.ConnectAsync(SharedRedis.RequireAddress());
        IDatabase redis = multiplexer.GetDatabase();
        Random random = PropertyRun.Random(6000);
        for (int i = 0; i < 200; i++)
        {
            GeoPoint a = ScalarValues.Point(random), b = ScalarValues.Point(random);
            await redis.GeoAddAsync("geo:test", a.Longitude, a.Latitude, "a");
            await redis.GeoAddAsync("geo:test", b.Longitude, b.Latitude, "b");
            GeoPosition?[] kept = await redis.GeoPositionAsync("geo:test", ["a", "b"]);
            Assert.That(Point(kept[0]).DistanceTo(Point(kept[1])), Is.EqualTo(await redis.GeoDistanceAsync("geo:test", "a", "b")).Within(0.001), $"{a} {b}");
        }

        await redis.KeyDeleteAsync("geo:test");
    }

    private static GeoPoint Point(GeoPosition? position) => new(
        Math.Clamp(position!.Value.Longitude, -GeoPoint.MaxLongitude, GeoPoint.MaxLongitude),
        Math.Clamp(position.Value.Latitude, -GeoPoint.MaxLatitude, GeoPoint.MaxLatitude));
}
