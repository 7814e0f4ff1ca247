using System.Buffers.Binary;
using System.Net;
using Rom.CompilerServices;
using Rom.Serialization;

namespace Rom.Indexing;

/// <summary>
/// Bytes whose order is the order of the values, made from the stored text, so that <c>shared/encoding.lua</c> makes the same from a
/// row. Every encoding ends by itself, so that what follows (the next column, the key) does not disturb the order.
/// </summary>
/// <remarks>
/// Null is 00 00, below everything. A number is a byte for its sign and count of integer digits, its digits without leading or
/// trailing zeros, and an end; the digits of a negative one are complemented. Beyond 126 integer digits the first byte is the last or
/// the first of all, and the count follows in digits, after how many those are. A date is its 27 characters. A double is its 8 bytes,
/// flipped so that they sort; NaN, which equals nothing, lies below all. A version is its components as numbers and 01, which is below
/// any further one. An IP address is 4 or 6, its bytes and, for 6, the scope in 4 bytes. A ranked text is its
/// number and then the text. Text is UTF-8 with NUL written 00 FF and the
/// end 00 01.
/// </remarks>
internal static class OrderedEncoding
{
    /// <summary>The encoding of null.</summary>
    public static readonly byte[] Null = [0, 0];

    /// <summary>The lowest bytes that a value other than null may have.</summary>
    public static readonly byte[] AfterNull = [0, 1];

    /// <summary>The lowest bytes that a double other than NaN may have.</summary>
    public static readonly byte[] AfterNaN = [0, 2];

    private const byte Positive = 0x80, PositiveEnd = (byte)' ', NegativeEnd = (byte)'~';

    /// <summary>From this many integer digits on, the count follows the head.</summary>
    private const int ManyDigits = 127;

    /// <summary>The encoding of a column's field.</summary>
    public static void Append(ColumnMetadata column, byte[]? field, scoped ref EncodingBuffer to)
    {
        if (StoredText.TryGetValue(column, field, out ReadOnlySpan<byte> text)) Append(column.Kind, text, ref to);
        else to.Add(Null);
    }

    /// <summary>The encoding of a value's stored text.</summary>
    public static void Append(ValueKind kind, ReadOnlySpan<byte> text, scoped ref EncodingBuffer to)
    {
        switch (kind)
        {
            case ValueKind.Number: AppendNumber(text, ref to); break;
            case ValueKind.Double: AppendDouble(text, ref to); break;
            case ValueKind.Version: AppendVersion(text, ref to); break;
            case ValueKind.Address: AppendAddress(text, ref to); break;
            case ValueKind.Ranked: AppendRanked(text, ref to); break;
            case ValueKind.Instant: to.Add(text[..Math.Min(text.Length, ScalarText.ClockLength)]); break;
            default: AppendText(text, ref to); to.Add([0, 1]); break;
        }
    }

    /// <summary>The encoding of a value's stored text.</summary>
    public static byte[] Encode(ValueKind kind, ReadOnlySpan<byte> text)
    {
        EncodingBuffer bytes = new(stackalloc byte[EncodingBuffer.StackSize]);
        Append(kind, text, ref bytes);
        return bytes.ToArrayAndFree();
    }

    /// <summary>The beginning of every encoding that is neither below nor above a value: all of it, or the number of a ranked one.</summary>
    public static byte[] EncodeBound(ValueKind kind, ReadOnlySpan<byte> text) =>
        kind == ValueKind.Ranked ? Encode(ValueKind.Number, text[..text.IndexOf((byte)' ')]) : Encode(kind, text);

    /// <summary>The bytes that every text with this prefix begins with.</summary>
    public static byte[] EncodePrefix(ReadOnlySpan<byte> prefix)
    {
        EncodingBuffer bytes = new(stackalloc byte[EncodingBuffer.StackSize]);
        AppendText(prefix, ref bytes);
        return bytes.ToArrayAndFree();
    }

    /// <summary>Bytes from the last to the first: a text ends with another when, both reversed, it begins with it.</summary>
    public static byte[] Reverse(ReadOnlySpan<byte> text)
    {
        byte[] reversed = text.ToArray();
        Array.Reverse(reversed);
        return reversed;
    }

    /// <summary>The least bytes above everything that begins with a prefix; null when there are none.</summary>
    public static byte[]? Successor(ReadOnlySpan<byte> prefix)
    {
        int length = prefix.Length;
        while (length > 0 && prefix[length - 1] == 0xFF) length--;
        if (length == 0) return null;
        byte[] next = prefix[..length].ToArray();
        next[^1]++;
        return next;
    }

    /// <summary>Where the encoding that bytes begin with ends; -1 when they begin with none.</summary>
    public static int End(ValueKind kind, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Null)) return Null.Length;
        int end = kind switch
        {
            ValueKind.Number => EndOfNumber(bytes),
            ValueKind.Double => sizeof(double),
            ValueKind.Version => bytes.IndexOf((byte)1) + 1,
            ValueKind.Address => bytes.StartsWith("4"u8) ? 5 : 21,
            ValueKind.Ranked when EndOfNumber(bytes) is > 0 and int number => EndOfText(bytes, number),
            ValueKind.Ranked => 0,
            ValueKind.Instant => ScalarText.ClockLength,
            _ => EndOfText(bytes, 0),
        };
        return end > 0 && end <= bytes.Length ? end : -1;
    }

    /// <summary>The first byte may be any; the end is a byte that no digit is, complemented or not.</summary>
    private static int EndOfNumber(ReadOnlySpan<byte> bytes) => bytes.Length < 2 ? 0 : bytes[1..].IndexOfAny(PositiveEnd, NegativeEnd) is >= 0 and int at ? at + 2 : 0;

    private static int EndOfText(ReadOnlySpan<byte> bytes, int from)
    {
        while (bytes[from..].IndexOf((byte)0) is >= 0 and int nul)
        {
            from += nul + 2;
            if (from > bytes.Length) return 0;
            if (bytes[from - 1] == 1) return from;
        }

        return 0;
    }

    private static void AppendText(ReadOnlySpan<byte> text, scoped ref EncodingBuffer to)
    {
        for (int nul; (nul = text.IndexOf((byte)0)) >= 0; text = text[(nul + 1)..])
        {
            to.Add(text[..nul]);
            to.Add([0, 0xFF]);
        }

        to.Add(text);
    }

    private static void AppendNumber(ReadOnlySpan<byte> text, scoped ref EncodingBuffer to)
    {
        bool negative = text.Length > 0 && text[0] == '-';
        text = text[(negative ? 1 : 0)..].TrimStart((byte)'0');
        int point = text.IndexOf((byte)'.');
        ReadOnlySpan<byte> integer = point < 0 ? text : text[..point];
        ReadOnlySpan<byte> fraction = (point < 0 ? [] : text[(point + 1)..]).TrimEnd((byte)'0');
        if (fraction.IsEmpty && integer.IsEmpty) negative = false;
        AppendDigitCount(integer.Length, negative, ref to);
        if (fraction.IsEmpty) integer = integer.TrimEnd((byte)'0');
        AppendDigits(integer, negative, ref to);
        AppendDigits(fraction, negative, ref to);
        to.Add(negative ? NegativeEnd : PositiveEnd);
    }

    private static void AppendDigitCount(int count, bool negative, scoped ref EncodingBuffer to)
    {
        int head = Math.Min(count, ManyDigits);
        to.Add((byte)(negative ? Positive - 1 - head : Positive + head));
        if (count < ManyDigits) return;
        Span<byte> digits = stackalloc byte[ScalarText.MaxLength];
        int length = ScalarText.Write(digits, (long)count);
        AppendDigits([(byte)('0' + length)], negative, ref to);
        AppendDigits(digits[..length], negative, ref to);
    }

    private static void AppendDigits(scoped ReadOnlySpan<byte> digits, bool negative, scoped ref EncodingBuffer to)
    {
        foreach (byte digit in digits) to.Add(negative ? (byte)('0' + '9' - digit) : digit);
    }

    private static void AppendDouble(ReadOnlySpan<byte> text, scoped ref EncodingBuffer to)
    {
        Span<byte> bytes = stackalloc byte[8];
        ScalarText.TryRead(text, out double value);
        if (double.IsNaN(value))
        {
            to.Add([0, 1, 0, 0, 0, 0, 0, 0]);
            return;
        }

        long bits = BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value);
        BinaryPrimitives.WriteInt64BigEndian(bytes, bits < 0 ? ~bits : bits ^ long.MinValue);
        to.Add(bytes);
    }

    private static void AppendRanked(ReadOnlySpan<byte> text, scoped ref EncodingBuffer to)
    {
        int space = text.IndexOf((byte)' ');
        AppendNumber(text[..space], ref to);
        AppendText(text[(space + 1)..], ref to);
        to.Add([0, 1]);
    }

    private static void AppendVersion(ReadOnlySpan<byte> text, scoped ref EncodingBuffer to)
    {
        for (int dot; (dot = text.IndexOf((byte)'.')) >= 0; text = text[(dot + 1)..]) AppendNumber(text[..dot], ref to);
        AppendNumber(text, ref to);
        to.Add(1);
    }

    private static void AppendAddress(ReadOnlySpan<byte> text, scoped ref EncodingBuffer to)
    {
        if (!AddressFormat.TryRead(text, out IPAddress? address))
            throw new InvalidValueException("A stored text is no IP address, so it cannot be indexed.");
        Span<byte> bytes = stackalloc byte[21];
        address.TryWriteBytes(bytes[1..], out int count);
        bytes[0] = count == 4 ? (byte)'4' : (byte)'6';
        if (count == 4)
        {
            to.Add(bytes[..5]);
            return;
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes[17..], (uint)address.ScopeId);
        to.Add(bytes);
    }
}
