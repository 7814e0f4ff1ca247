using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Numerics;
using Rom;

namespace AotSample.Models;

/// <summary>One column of every scalar type that <see cref="Account"/> has not, and of every way to store one.</summary>
[RomModel]
public partial class Scalars
{
    public long Id { get; private set; }

    [Index] public byte Byte { get; set; }

    [Index] public short? Short { get; set; }

    [Index] public ulong ULong { get; set; }

    [Index] public Int128? Int128 { get; set; }

    [Index] public BigInteger Big { get; set; }

    [Index] public float Single { get; set; }

    [Index] public Half? Half { get; set; }

    [Index(IndexKind.Ordered)] public char Char { get; set; }

    [Index(IndexKind.Ordered)] public byte[]? Bytes { get; set; }

    public ReadOnlyMemory<byte> Memory { get; set; }

    [Index] public DateOnly Date { get; set; }

    [Index] public TimeOnly? Time { get; set; }

    [Index] public TimeSpan Span { get; set; }

    [Index] public Uri? Uri { get; set; }

    [Index(IndexKind.Ordered)] public Version? Version { get; set; }

    [Index(IndexKind.Ordered)] public IPAddress? Address { get; set; }

    public GeoPoint? Point { get; set; }

    [Index, Column(EnumAsName = true)] public Plan Plan { get; set; }

    [Index, Column(Converter = typeof(CelsiusText))] public Celsius Outside { get; set; }
}

public readonly record struct Celsius(decimal Degrees);

public sealed class CelsiusText : IOrderedRomConverter<Celsius>
{
    public static string ToText(Celsius value) => value.Degrees.ToString(CultureInfo.InvariantCulture) + " °C";

    public static bool TryFromText(string text, [MaybeNullWhen(false)] out Celsius value)
    {
        bool read = decimal.TryParse(text.Replace(" °C", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out decimal degrees);
        value = new Celsius(degrees);
        return read;
    }

    public static decimal ToOrder(Celsius value) => value.Degrees;
}
