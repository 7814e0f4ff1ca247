using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Numerics;

namespace Rom.Tests.TestModels;

public enum Mode
{
    Off,
    On,
    Active = On,
    Größe = -5,
}

/// <summary>A user's type with an order: by amount, whatever the currency.</summary>
public sealed record Price(decimal Amount, string Currency);

public sealed class PriceText : IOrderedRomConverter<Price>
{
    public static string ToText(Price value) => string.Create(CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}");

    public static bool TryFromText(string text, [MaybeNullWhen(false)] out Price value)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        value = space > 0 && decimal.TryParse(text[..space], CultureInfo.InvariantCulture, out decimal amount) ? new Price(amount, text[(space + 1)..]) : null;
        return value is not null;
    }

    public static decimal ToOrder(Price value) => value.Amount;
}

/// <summary>The same conversion, said to be another.</summary>
public sealed class NextPriceText : IOrderedRomConverter<Price>
{
    public static int Revision => 2;

    public static string ToText(Price value) => PriceText.ToText(value);

    public static bool TryFromText(string text, [MaybeNullWhen(false)] out Price value) => PriceText.TryFromText(text, out value);

    public static decimal ToOrder(Price value) => value.Amount;
}

public readonly record struct Tag(string Text);

public struct TagText : IRomConverter<Tag>
{
    public static string ToText(Tag value) => value.Text;

    public static bool TryFromText(string text, out Tag value)
    {
        value = new Tag(text);
        return !text.StartsWith('!');
    }
}

public readonly record struct Mask(byte Bits);

public struct MaskBytes : IRomBytesConverter<Mask>
{
    public static byte[] ToBytes(Mask value) => [value.Bits, (byte)~value.Bits];

    public static bool TryFromBytes(ReadOnlySpan<byte> bytes, out Mask value)
    {
        value = new Mask(bytes.IsEmpty ? (byte)0 : bytes[0]);
        return bytes.Length == 2 && bytes[1] == (byte)~bytes[0];
    }
}

/// <summary>Columns that say how they are stored.</summary>
[RomModel]
public partial class Ware
{
    public long Id { get; private set; }

    [Index, Column(EnumAsName = true)] public Mode Mode { get; set; }

    [Index, Column("m", EnumAsName = true)] public Mode? Other { get; set; }

    [Index, Column(Converter = typeof(PriceText))] public Price? Price { get; set; }

    [Column(Converter = typeof(PriceText))] public Price? Limit { get; set; }

    [Column(Converter = typeof(NextPriceText))] public Price? Foreign { get; set; }

    public Mode? Number { get; set; }

    [Index, Column(Converter = typeof(TagText))] public Tag? Tag { get; set; }

    [Unique, Column(Converter = typeof(MaskBytes))] public Mask? Mask { get; set; }
}

/// <summary>Nullable columns with initializers, of every kind of scalar: a null over each is stored and stays.</summary>
[RomModel]
public partial class Preset
{
    public long Id { get; private set; }

    [Index] public byte? Byte { get; set; } = 7;

    [Index] public BigInteger? Big { get; set; } = BigInteger.One;

    [Index] public float? Single { get; set; } = 1.5f;

    [Index] public char? Char { get; set; } = 'x';

    [Index(IndexKind.Ordered)] public byte[]? Bytes { get; set; } = [];

    [Index] public DateOnly? Date { get; set; } = DateOnly.MinValue;

    [Index] public TimeSpan? Span { get; set; } = TimeSpan.FromMinutes(5);

    [Index] public Uri? Uri { get; set; } = new("https://example.com");

    [Index(IndexKind.Ordered)] public Version? Version { get; set; } = new(1, 0);

    [Index(IndexKind.Ordered)] public IPAddress? Address { get; set; } = IPAddress.Loopback;

    public GeoPoint? Point { get; set; } = new(13.4, 52.5);

    [Index, Column(EnumAsName = true)] public Mode? Mode { get; set; } = TestModels.Mode.On;
}

/// <summary>A row whose converted column is indexed, and below another program's.</summary>
[RomModel(Name = "Priced")]
public partial class Priced
{
    public long Id { get; private set; }

    [Index, Column(Converter = typeof(PriceText))] public Price? Price { get; set; }
}

#pragma warning disable ROM007 // Two programs that disagree about one model.
[RomModel(Name = "Priced")]
public partial class PricedNext
{
    public long Id { get; private set; }

    [Index, Column(Converter = typeof(NextPriceText))] public Price? Price { get; set; }
}
