using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rom.Tests.TestModels;

/// <summary>Scalars in forms other than their own: what cacheorm's options of fields choose.</summary>
[RomModel]
public partial class Reading
{
    public long Id { get; private set; }

    /// <summary>Another value for each new entity, and none for a row that was stored before.</summary>
    [Index] public DateTimeOffset? MadeAt { get; set; } = DateTimeOffset.UtcNow;

    [Index, Column(Converter = typeof(GermanDate))] public DateOnly? Day { get; set; }

    [Index, Column(Converter = typeof(UnixMilliseconds))] public DateTimeOffset? At { get; set; }

    [Index, Column(Converter = typeof(Cents))] public required decimal Price { get; set; }

    [Unique, Column(Converter = typeof(Base64))] public byte[]? Data { get; set; }
}

public sealed class GermanDate : IOrderedRomConverter<DateOnly>
{
    public static string ToText(DateOnly value) => value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static bool TryFromText(string text, out DateOnly value) => DateOnly.TryParseExact(text, "dd.MM.yyyy", out value);

    public static decimal ToOrder(DateOnly value) => value.DayNumber;
}

/// <summary>Less than the type has: what comes back is cut to milliseconds and is UTC.</summary>
public sealed class UnixMilliseconds : IOrderedRomConverter<DateTimeOffset>
{
    public static string ToText(DateTimeOffset value) => value.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public static bool TryFromText(string text, out DateTimeOffset value)
    {
        bool read = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long milliseconds);
        value = read ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return read;
    }

    public static decimal ToOrder(DateTimeOffset value) => value.ToUnixTimeMilliseconds();
}

/// <summary>Two places, halves to even.</summary>
public sealed class Cents : IOrderedRomConverter<decimal>
{
    public static string ToText(decimal value) => Round(value).ToString("0.00", CultureInfo.InvariantCulture);

    public static bool TryFromText(string text, out decimal value) => decimal.TryParse(text, CultureInfo.InvariantCulture, out value);

    public static decimal ToOrder(decimal value) => Round(value);

    private static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.ToEven);
}

public sealed class Base64 : IRomConverter<byte[]>
{
    public static string ToText(byte[] value) => Convert.ToBase64String(value);

    public static bool TryFromText(string text, [MaybeNullWhen(false)] out byte[] value)
    {
        value = new byte[text.Length];
        bool read = Convert.TryFromBase64String(text, value, out int length);
        value = read ? value[..length] : null;
        return read;
    }
}
