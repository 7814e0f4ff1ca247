using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace Rom.Tests.Properties;

/// <summary>Random values of every scalar type over its whole range, its extremes and neighbours of each other among them.</summary>
internal static class ScalarValues
{
    public static T Integer<T>(Random random)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (random.Next(3) == 0) return random.One([T.MinValue, T.MaxValue, T.MinValue + T.One, T.MaxValue - T.One, T.Zero, T.One, unchecked(T.Zero - T.One)]);
        byte[] bytes = new byte[16];
        random.NextBytes(bytes);
        return T.CreateTruncating(BinaryPrimitives.ReadInt128LittleEndian(bytes) >> random.Next(128));
    }

    public static Int128 Int128(Random random) => Integer<Int128>(random);

    public static BigInteger BigInteger(Random random)
    {
        byte[] bytes = new byte[random.One([1, 8, 9, 16, 17, 33, 52, 53, 54, 130, 1000])];
        random.NextBytes(bytes);
        return random.Next(8) == 0 ? System.Numerics.BigInteger.Pow(10, random.Next(300)) * random.Next(-1, 2) : new BigInteger(bytes);
    }

    public static double Double(Random random) =>
        random.Next(3) == 0 ? random.One(PersonValues.Doubles) : BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));

    public static float Single(Random random) => random.Next(3) == 0
        ? random.One([float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f, 0f, float.Epsilon, float.MinValue, float.MaxValue, 0.1f, 16777217f, 1.5f])
        : BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));

    public static Half Half(Random random) => BitConverter.Int16BitsToHalf((short)random.Next(short.MinValue, short.MaxValue + 1));

    public static decimal Decimal(Random random) => random.Next(3) == 0
        ? random.One(PersonValues.Decimals)
        : new decimal(random.Next(), random.Next() >> random.Next(32), random.Next() >> random.Next(32), random.Next(2) == 0, (byte)random.Next(29));

    public static DateTime DateTime(Random random) => random.Next(3) == 0
        ? random.One(PersonValues.Clocks)
        : new DateTime(random.NextInt64(System.DateTime.MaxValue.Ticks), random.Next(2) == 0 ? DateTimeKind.Utc : DateTimeKind.Unspecified);

    public static DateTimeOffset DateTimeOffset(Random random) => random.Next(3) == 0
        ? random.One(PersonValues.Instants)
        : new DateTimeOffset(
            random.NextInt64(System.TimeSpan.TicksPerDay, System.DateTime.MaxValue.Ticks - System.TimeSpan.TicksPerDay),
            System.TimeSpan.FromMinutes(random.Next(-14 * 60, 14 * 60 + 1)));

    public static DateOnly DateOnly(Random random) => random.Next(4) == 0
        ? random.One([System.DateOnly.MinValue, System.DateOnly.MaxValue, new DateOnly(2026, 11, 21), new DateOnly(2024, 2, 29)])
        : System.DateOnly.FromDayNumber(random.Next(System.DateOnly.MaxValue.DayNumber + 1));

    public static TimeOnly TimeOnly(Random random) => random.Next(4) == 0
        ? random.One([System.TimeOnly.MinValue, System.TimeOnly.MaxValue, new TimeOnly(1), new TimeOnly(12, 0)])
        : new TimeOnly(random.NextInt64(System.TimeSpan.TicksPerDay));

    public static TimeSpan TimeSpan(Random random) => random.Next(4) == 0
        ? random.One([System.TimeSpan.MinValue, System.TimeSpan.MaxValue, System.TimeSpan.Zero, new TimeSpan(1), new TimeSpan(-1), System.TimeSpan.FromSeconds(90.5)])
        : new TimeSpan(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));

    public static char Char(Random random)
    {
        char value = random.Next(3) == 0 ? random.One(['\0', 'a', 'é', '\uD7FF', '\uE000', '\uFFFF', ' ']) : (char)random.Next(0x10000);
        return char.IsSurrogate(value) ? 'x' : value;
    }

    public static Guid Guid(Random random)
    {
        byte[] bytes = new byte[16];
        random.NextBytes(bytes);
        return random.Next(3) == 0 ? random.One(PersonValues.Tokens) : new Guid(bytes);
    }

    public static byte[] Bytes(Random random)
    {
        byte[] bytes = new byte[random.Next(6)];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = random.One<byte>([0, 0, 1, 0x7F, 0x80, 0xFF, (byte)random.Next(256)]);
        return bytes;
    }

    public static Version Version(Random random)
    {
        int Part() => random.One([0, 1, 2, 9, 10, 11, 99, 100, int.MaxValue, random.Next()]);
        return random.Next(3) switch
        {
            0 => new Version(Part(), Part()),
            1 => new Version(Part(), Part(), Part()),
            _ => new Version(Part(), Part(), Part(), Part()),
        };
    }

    public static IPAddress Address(Random random)
    {
        byte[] bytes = new byte[random.One([4, 16])];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = random.One<byte>([0, 0, 1, 9, 10, 100, 0xFF, (byte)random.Next(256)]);
        if (bytes.Length == 4) return new IPAddress(bytes);
        return random.Next(5) == 0 ? IPAddress.Parse("::ffff:192.0.2.1") : new IPAddress(bytes, random.One([0L, 0, 1, 10, uint.MaxValue]));
    }

    /// <summary>By family, then bytes, then scope.</summary>
    public static byte[] Order(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return [4, .. address.GetAddressBytes()];
        byte[] scope = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(scope, (uint)address.ScopeId);
        return [6, .. address.GetAddressBytes(), .. scope];
    }

    public static Uri Uri(Random random) => random.One(
    [
        new Uri("https://example.com"), new Uri("HTTPS://Example.COM/Ä?q=1#f"), new Uri("/rooted/path", UriKind.Relative), new Uri("a/b", UriKind.Relative),
        new Uri("", UriKind.Relative), new Uri("mailto:a@b.c"), new Uri("file:///tmp/x"), new Uri("/tmp/a b", UriKind.Absolute), new Uri("urn:isbn:1"),
        new Uri("?q", UriKind.Relative), new Uri($"https://host/{random.Next()}"),
    ]);

    public static GeoPoint Point(Random random) => random.Next(4) == 0
        ? random.One([default, new GeoPoint(-0.0, -0.0), new GeoPoint(180, 85.05112878), new GeoPoint(-180, -85.05112878), new GeoPoint(13.361389, 38.115556)])
        : new GeoPoint((random.NextDouble() - 0.5) * 360, (random.NextDouble() - 0.5) * 170);
}
