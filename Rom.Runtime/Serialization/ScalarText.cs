using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Rom.CompilerServices;

namespace Rom.Serialization;

/// <summary>The stored text of every scalar: invariant, readable, and read back to the same value over the type's whole range.</summary>
internal static class ScalarText
{
    /// <summary>The longest text of a scalar whose type bounds it: a decimal's 31 characters, a date's 34, a Guid's 36, an Int128's 40.</summary>
    public const int MaxLength = 40;

    /// <summary>The characters of a date and time before the mark of its kind or offset.</summary>
    public const int ClockLength = 27;

    /// <summary>UTF-8 that refuses lone surrogates rather than replacing them.</summary>
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly StandardFormat RoundTrip = new('O');

    public static int Write(Span<byte> to, bool value)
    {
        to[0] = value ? (byte)'1' : (byte)'0';
        return 1;
    }

    public static int Write(Span<byte> to, long value) =>
        Utf8Formatter.TryFormat(value, to, out int written) ? written : throw TooShort();

    public static int Write(Span<byte> to, double value) =>
        value.TryFormat(to, out int written, "R", CultureInfo.InvariantCulture) ? written : throw TooShort();

    public static int Write(Span<byte> to, decimal value) =>
        value.TryFormat(to, out int written, default, CultureInfo.InvariantCulture) ? written : throw TooShort();

    public static int Write(Span<byte> to, Guid value) =>
        Utf8Formatter.TryFormat(value, to, out int written) ? written : throw TooShort();

    /// <summary>The clock, then <c>Z</c> for UTC or nothing for an unspecified kind. A local time is refused by the caller.</summary>
    public static int Write(Span<byte> to, DateTime value)
    {
        int length = Clock(to, value);
        if (value.Kind == DateTimeKind.Utc) to[length++] = (byte)'Z';
        return length;
    }

    /// <summary>The clock of the UTC instant, then <c>Z</c>, then the offset when it is not zero.</summary>
    public static int Write(Span<byte> to, DateTimeOffset value)
    {
        int length = Clock(to, value.UtcDateTime);
        to[length++] = (byte)'Z';
        int minutes = (int)value.Offset.TotalMinutes;
        if (minutes == 0) return length;
        to[length++] = minutes < 0 ? (byte)'-' : (byte)'+';
        minutes = Math.Abs(minutes);
        TwoDigits(to[length..], minutes / 60);
        to[length + 2] = (byte)':';
        TwoDigits(to[(length + 3)..], minutes % 60);
        return length + 5;
    }

    public static bool TryRead(ReadOnlySpan<byte> text, out bool value)
    {
        value = text is [(byte)'1'];
        return value || text is [(byte)'0'];
    }

    public static bool TryRead(ReadOnlySpan<byte> text, out long value)
    {
        value = default;
        return IsPlain(text) && Utf8Parser.TryParse(text, out value, out int read) && read == text.Length;
    }

    public static bool TryRead(ReadOnlySpan<byte> text, out double value) => FloatFormat<double>.TryRead(text, out value);

    public static bool TryRead(ReadOnlySpan<byte> text, out decimal value)
    {
        value = default;
        return IsPlain(text)
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryRead(ReadOnlySpan<byte> text, out Guid value)
    {
        value = default;
        return !text.ContainsAnyInRange((byte)'A', (byte)'F') && Utf8Parser.TryParse(text, out value, out int read) && read == text.Length;
    }

    /// <summary>
    /// Whether an exact number is written in the one way that Rom writes it, but for zeros at its end: without '+', without a zero before other digits, and with
    /// digits on both sides of a point. Texts are compared, so a number with two texts would be two values.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'-', .. var digits]) text = digits;
        return text is [>= (byte)'0' and <= (byte)'9', ..] and [.., >= (byte)'0' and <= (byte)'9'] && text is not [(byte)'0', not (byte)'.', ..];
    }

    public static bool TryRead(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (text.Length < ClockLength || !TryReadClock(text[..ClockLength], out long ticks)) return false;
        ReadOnlySpan<byte> mark = text[ClockLength..];
        if (mark.Length > 0 && mark is not [(byte)'Z']) return false;
        value = new DateTime(ticks, mark.Length > 0 ? DateTimeKind.Utc : DateTimeKind.Unspecified);
        return true;
    }

    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= ClockLength || text[ClockLength] != 'Z' || !TryReadClock(text[..ClockLength], out long ticks)) return false;
        int minutes = 0;
        ReadOnlySpan<byte> offset = text[(ClockLength + 1)..];
        if (offset.Length > 0)
        {
            if (offset.Length != 6 || offset[0] is not ((byte)'+' or (byte)'-') || offset[3] != ':'
                || !TryDigits(offset.Slice(1, 2), out int hours) || !TryDigits(offset.Slice(4, 2), out minutes)) return false;
            minutes += hours * 60;
            if (minutes > 14 * 60) return false;
            if (offset[0] == '-') minutes = -minutes;
        }

        long clock = ticks + minutes * TimeSpan.TicksPerMinute;
        if (clock < DateTime.MinValue.Ticks || clock > DateTime.MaxValue.Ticks) return false;
        value = new DateTimeOffset(clock, TimeSpan.FromMinutes(minutes));
        return true;
    }

    /// <summary>The characters of a text of fixed length, for parsers that take no bytes.</summary>
    public static bool TryReadLatin(ReadOnlySpan<byte> text, Span<char> characters) =>
        text.Length == characters.Length && Encoding.Latin1.GetChars(text, characters) == text.Length;

    public static InvalidOperationException TooShort() => new("The buffer is shorter than the text.");

    // The round-trip form of an unspecified kind is the clock alone, and has fast paths that a form written out does not.
    private static int Clock(Span<byte> to, DateTime value) =>
        Utf8Formatter.TryFormat(DateTime.SpecifyKind(value, DateTimeKind.Unspecified), to, out int written, RoundTrip) ? written : throw TooShort();

    private static bool TryReadClock(ReadOnlySpan<byte> text, out long ticks)
    {
        bool read = Utf8Parser.TryParse(text, out DateTime value, out int length, RoundTrip.Symbol) && length == text.Length;
        ticks = value.Ticks;
        return read;
    }

    private static void TwoDigits(Span<byte> to, int value)
    {
        to[0] = (byte)('0' + value / 10);
        to[1] = (byte)('0' + value % 10);
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value) =>
        Utf8Parser.TryParse(text, out value, out int read) && read == text.Length && value >= 0;
}
