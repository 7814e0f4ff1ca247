using System.ComponentModel;
using System.Globalization;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>Dates and times of kind Utc or Unspecified; a local one is refused, because it means another instant elsewhere.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeFormat : IScalarFormat<DateTime>
{
    /// <inheritdoc/>
    public static string Expected => "DateTime (yyyy-MM-ddTHH:mm:ss.fffffff, and Z when UTC)";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, DateTime value) => ScalarText.Write(to, value);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTime value) => ScalarText.TryRead(text, out value);

    /// <inheritdoc/>
    public static string? Obstacle(DateTime value) => value.Kind == DateTimeKind.Local
        ? "is a local time, which means another instant on another machine; use ToUniversalTime() or a DateTimeOffset"
        : null;
}

/// <summary>Instants with their offset.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetFormat : IScalarFormat<DateTimeOffset>
{
    /// <inheritdoc/>
    public static string Expected => "DateTimeOffset (yyyy-MM-ddTHH:mm:ss.fffffffZ, and the offset when it is not zero)";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, DateTimeOffset value) => ScalarText.Write(to, value);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value) => ScalarText.TryRead(text, out value);
}

/// <summary>Dates as <c>2026-11-21</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateFormat : IScalarFormat<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    /// <inheritdoc/>
    public static string Expected => $"date ({Form})";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, DateOnly value) =>
        value.TryFormat(to, out int written, Form, CultureInfo.InvariantCulture) ? written : throw ScalarText.TooShort();

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateOnly value)
    {
        Span<char> characters = stackalloc char[Form.Length];
        value = default;
        return ScalarText.TryReadLatin(text, characters)
            && DateOnly.TryParseExact(characters, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }
}

/// <summary>Times of day as <c>09:07:13.1234567</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeFormat : IScalarFormat<TimeOnly>
{
    private const string Form = "HH:mm:ss.fffffff";

    /// <inheritdoc/>
    public static string Expected => $"time of day ({Form})";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, TimeOnly value) =>
        value.TryFormat(to, out int written, Form, CultureInfo.InvariantCulture) ? written : throw ScalarText.TooShort();

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        Span<char> characters = stackalloc char[Form.Length];
        value = default;
        return ScalarText.TryReadLatin(text, characters)
            && TimeOnly.TryParseExact(characters, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }
}

/// <summary>Durations as seconds, exact to the tick: <c>90.5</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DurationFormat : IScalarFormat<TimeSpan>
{
    /// <inheritdoc/>
    public static string Expected => "duration (seconds, with at most seven decimal places)";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, TimeSpan value) => ScalarText.Write(to, (decimal)value.Ticks / TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        const decimal most = (decimal)long.MaxValue / TimeSpan.TicksPerSecond, least = (decimal)long.MinValue / TimeSpan.TicksPerSecond;
        if (!ScalarText.TryRead(text, out decimal seconds) || seconds is > most or < least) return false;
        decimal ticks = seconds * TimeSpan.TicksPerSecond;
        if (ticks != decimal.Truncate(ticks)) return false;
        value = new TimeSpan((long)ticks);
        return true;
    }
}
