using System.Globalization;
using System.Numerics;
using System.Text;
using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.Tests.Properties;

/// <summary>A value's stored text, and the value itself to compare by.</summary>
/// <param name="Text">As a row stores it.</param>
/// <param name="Value">What decides the order; compares with others of its kind.</param>
internal sealed record EncodedValue(byte[] Text, IComparable Value)
{
    public byte[] Encode(ValueKind kind) => OrderedEncoding.Encode(kind, Text);

    public override string ToString() => $"{ValueText.Of(Value)} stored as {ValueText.Of(Encoding.UTF8.GetString(Text))}";
}

/// <summary>Random values of every kind that an ordered index encodes.</summary>
internal static class EncodedValues
{
    private delegate int Writer<T>(Span<byte> to, T value);

    /// <summary>Each kind with a letter by which scripts know it.</summary>
    public static readonly (string Name, ValueKind Kind, string Form, Func<Random, EncodedValue> Make)[] Sources =
    [
        ("longs", ValueKind.Number, "n", random => Of(Long(random), value => new Exact(value), ScalarText.Write)),
        ("decimals", ValueKind.Number, "n", random => Of(Decimal(random), value => new Exact(value), ScalarText.Write)),
        ("numbers of up to 126 digits", ValueKind.Number, "n", Wide),
        ("doubles", ValueKind.Double, "d", random => Of(Double(random), value => value == 0 ? 0 : value, ScalarText.Write)),
        ("instants", ValueKind.Instant, "i", random => Of(Instant(random), value => value.UtcTicks, ScalarText.Write)),
        ("clocks", ValueKind.Instant, "i", random => Of(Clock(random), value => value.Ticks, ScalarText.Write)),
        ("texts", ValueKind.Text, "t", random => Text(random.Next(3) == 0 ? random.One(PersonValues.Texts) ?? "" : random.Text())),
        ("bools", ValueKind.Bool, "t", random => Of(random.Next(2) == 0, value => value, ScalarText.Write)),
        ("Guids", ValueKind.Guid, "t", random => Of(Token(random), value => value.ToString(), ScalarText.Write)),
    ];

    public static byte[] Write(double value) => Of(value, same => same, ScalarText.Write).Text;

    private static EncodedValue Of<T>(T value, Func<T, IComparable> order, Writer<T> write)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return new EncodedValue(text[..write(text, value)].ToArray(), order(value));
    }

    private static EncodedValue Text(string text) => new(Encoding.UTF8.GetBytes(text), new Scalars(text));

    private static long Long(Random random) =>
        random.Next(3) == 0 ? random.One(PersonValues.Longs) : random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);

    private static decimal Decimal(Random random) => random.Next(3) == 0
        ? random.One(PersonValues.Decimals)
        : new decimal(random.Next(), random.Next() >> random.Next(32), random.Next() >> random.Next(32), random.Next(2) == 0, (byte)random.Next(29));

    private static EncodedValue Wide(Random random)
    {
        string digits = string.Concat(Enumerable.Range(0, random.Next(1, 127)).Select(_ => random.One(["0", "0", "9", "1", "5"])));
        string fraction = random.Next(2) == 0 ? "" : string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => random.Next(10)));
        string text = (random.Next(2) == 0 ? "-" : "") + digits + (fraction.Length > 0 ? "." + fraction : "");
        string zeros = new('0', Exact.Scale - fraction.Length);
        BigInteger scaled = BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal) + zeros, CultureInfo.InvariantCulture);
        return new EncodedValue(Encoding.ASCII.GetBytes(text), new Exact(scaled, Scaled: true));
    }

    private static double Double(Random random) =>
        random.Next(3) == 0 ? random.One(PersonValues.Doubles) : BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));

    private static DateTimeOffset Instant(Random random) => random.Next(3) == 0
        ? random.One(PersonValues.Instants)
        : new DateTimeOffset(
            random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-14 * 60, 14 * 60 + 1)));

    private static DateTime Clock(Random random) => random.Next(3) == 0
        ? random.One(PersonValues.Clocks)
        : new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), random.Next(2) == 0 ? DateTimeKind.Utc : DateTimeKind.Unspecified);

    private static Guid Token(Random random)
    {
        byte[] bytes = new byte[16];
        random.NextBytes(bytes);
        return random.Next(3) == 0 ? random.One(PersonValues.Tokens) : new Guid(bytes);
    }

    /// <summary>A number at a scale that holds every decimal, so that comparing is exact.</summary>
    private sealed record Exact(BigInteger Value, bool Scaled) : IComparable
    {
        public const int Scale = 28;

        public Exact(decimal value)
            : this(OfDecimal(value), Scaled: true)
        {
        }

        public int CompareTo(object? obj) => Value.CompareTo(((Exact)obj!).Value);

        private static BigInteger OfDecimal(decimal value)
        {
            int scale = (decimal.GetBits(value)[3] >> 16) & 0xFF;
            int[] bits = decimal.GetBits(value);
            BigInteger digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
            return digits * BigInteger.Pow(10, Scale - scale) * (bits[3] < 0 ? -1 : 1);
        }
    }

    private sealed record Scalars(string Text) : IComparable
    {
        public int CompareTo(object? obj) => TextOrder.Instance.Compare(Text, ((Scalars)obj!).Text);

        public override string ToString() => ValueText.Of(Text);
    }
}
