using System.Globalization;
using System.Net;
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
        ("decimals", ValueKind.Number, "n", random => Of(ScalarValues.Decimal(random), value => new Exact(value), ScalarText.Write)),
        ("numbers of up to 126 digits", ValueKind.Number, "n", random => Wide(random, 126)),
        ("numbers of many digits", ValueKind.Number, "n", random => Wide(random, random.One([126, 127, 128, 1200]))),
        ("128-bit integers", ValueKind.Number, "n", random => Of<IntegerFormat<Int128>, Int128>(ScalarValues.Int128(random), value => new Exact(value, Scaled: false))),
        ("durations", ValueKind.Number, "n", random => Of<DurationFormat, TimeSpan>(ScalarValues.TimeSpan(random), value => value)),
        ("floats", ValueKind.Double, "d", random => Of<FloatFormat<float>, float>(ScalarValues.Single(random), value => value == 0 ? 0 : value)),
        ("halves", ValueKind.Double, "d", random => Of<FloatFormat<Half>, Half>(ScalarValues.Half(random), value => Half.IsNegative(value) && value == Half.Zero ? Half.Zero : value)),
        ("dates", ValueKind.Text, "t", random => Of<DateFormat, DateOnly>(ScalarValues.DateOnly(random), value => value)),
        ("times of day", ValueKind.Text, "t", random => Of<TimeFormat, TimeOnly>(ScalarValues.TimeOnly(random), value => value)),
        ("characters", ValueKind.Text, "t", random => Of<CharacterFormat, char>(ScalarValues.Char(random), value => value)),
        ("bytes", ValueKind.Text, "t", random => Of<BytesFormat, byte[]>(ScalarValues.Bytes(random), value => new Bytes(value))),
        ("versions", ValueKind.Version, "v", random => Of<VersionFormat, Version>(ScalarValues.Version(random), value => value)),
        ("addresses", ValueKind.Address, "a", random => Of<AddressFormat, IPAddress>(ScalarValues.Address(random), value => new Bytes(ScalarValues.Order(value)))),
        ("doubles", ValueKind.Double, "d", random => Of(ScalarValues.Double(random), value => value == 0 ? 0 : value, ScalarText.Write)),
        ("instants", ValueKind.Instant, "i", random => Of(ScalarValues.DateTimeOffset(random), value => value.UtcTicks, ScalarText.Write)),
        ("clocks", ValueKind.Instant, "i", random => Of(ScalarValues.DateTime(random), value => value.Ticks, ScalarText.Write)),
        ("texts", ValueKind.Text, "t", random => Text(random.Next(3) == 0 ? random.One(PersonValues.Texts) ?? "" : random.Text())),
        ("ranked texts", ValueKind.Ranked, "r", Ranked),
        ("bools", ValueKind.Bool, "t", random => Of(random.Next(2) == 0, value => value, ScalarText.Write)),
        ("Guids", ValueKind.Guid, "t", random => Of(ScalarValues.Guid(random), value => value.ToString(), ScalarText.Write)),
    ];

    public static byte[] Write(double value) => Of(value, same => same, ScalarText.Write).Text;

    private static EncodedValue Of<T>(T value, Func<T, IComparable> order, Writer<T> write)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return new EncodedValue(text[..write(text, value)].ToArray(), order(value));
    }

    private static EncodedValue Of<TFormat, T>(T value, Func<T, IComparable> order)
        where TFormat : struct, IScalarFormat<T>
        where T : notnull
    {
        byte[] text = new byte[TFormat.MaxLength(value)];
        return new EncodedValue(text[..TFormat.Write(text, value)], order(value));
    }

    private static EncodedValue Text(string text) => new(Encoding.UTF8.GetBytes(text), new Scalars(text));

    private static EncodedValue Ranked(Random random)
    {
        EncodedValue number = Of(random.One([0m, 1m, 1.5m, -1m, 10m, ScalarValues.Decimal(random)]), value => new Exact(value), ScalarText.Write), text = Text(random.Text());
        return new EncodedValue([.. number.Text, (byte)' ', .. text.Text], new Pair(number.Value, text.Value));
    }

    private static long Long(Random random) =>
        random.Next(3) == 0 ? random.One(PersonValues.Longs) : random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);

    private static EncodedValue Wide(Random random, int most)
    {
        string digits = string.Concat(Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => random.One(["0", "0", "9", "1", "5"])));
        string fraction = random.Next(2) == 0 ? "" : string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => random.Next(10)));
        string text = (random.Next(2) == 0 ? "-" : "") + digits + (fraction.Length > 0 ? "." + fraction : "");
        string zeros = new('0', Exact.Scale - fraction.Length);
        BigInteger scaled = BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal) + zeros, CultureInfo.InvariantCulture);
        return new EncodedValue(Encoding.ASCII.GetBytes(text), new Exact(scaled, Scaled: true));
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

    private sealed record Pair(IComparable First, IComparable Second) : IComparable
    {
        public int CompareTo(object? obj) => First.CompareTo(((Pair)obj!).First) is not 0 and int first ? first : Second.CompareTo(((Pair)obj).Second);
    }

    private sealed record Bytes(byte[] Value) : IComparable
    {
        public int CompareTo(object? obj) => Math.Sign(Value.AsSpan().SequenceCompareTo(((Bytes)obj!).Value));

        public override string ToString() => Convert.ToHexString(Value);
    }

    private sealed record Scalars(string Text) : IComparable
    {
        public int CompareTo(object? obj) => TextOrder.Instance.Compare(Text, ((Scalars)obj!).Text);

        public override string ToString() => ValueText.Of(Text);
    }
}
