using System.ComponentModel;
using System.Text;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>The stored text of keys.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KeyText
{
    private const byte Separator = (byte)':', Escape = (byte)'\\';

    /// <summary>Decimal text; null when 0, which the store replaces by the next id.</summary>
    public static byte[]? Encode(long key)
    {
        if (key == 0) return null;
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return text[..ScalarText.Write(text, key)].ToArray();
    }

    /// <summary>Decimal text; null when 0.</summary>
    public static byte[]? Encode(int key) => Encode((long)key);

    /// <summary>36 characters; null when empty, which the client replaces by a new Guid of version 7.</summary>
    public static byte[]? Encode(Guid key)
    {
        if (key == Guid.Empty) return null;
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return text[..ScalarText.Write(text, key)].ToArray();
    }

    /// <summary>UTF-8; null when null. The empty string is a key like any other.</summary>
    public static byte[]? Encode(string? key)
    {
        if (key is null) return null;
        return StoredText.Write(key, out byte[] text) is { } obstacle ? throw Refused(obstacle) : text;
    }

    /// <summary>A part of a key of several, as a column of its type is stored: 0 and the empty Guid are values like any other.</summary>
    /// <exception cref="InvalidValueException">The value cannot be stored.</exception>
    public static byte[] Part<TFormat, T>(T part)
        where TFormat : struct, IScalarFormat<T>
        where T : notnull
    {
        scoped ReadOnlySpan<byte> text;
        return StoredText.Write<TFormat, T>(part, stackalloc byte[EncodingBuffer.StackSize], out text) is { } obstacle ? throw Refused(obstacle) : text.ToArray();
    }

    /// <summary>A part of a key of several: UTF-8; null when null.</summary>
    public static byte[]? Part(string? part) => Encode(part);

    /// <summary>
    /// The text of a key of several parts, with a colon between them; a colon or backslash inside has a backslash before it, so that
    /// different keys have different texts. Null when a part is null.
    /// </summary>
    public static byte[]? Join(params byte[]?[] parts)
    {
        List<byte> text = [];
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not { } part) return null;
            if (i > 0) text.Add(Separator);
            foreach (byte one in part)
            {
                if (one is Separator or Escape) text.Add(Escape);
                text.Add(one);
            }
        }

        return [.. text];
    }

    /// <summary>The parts of a joined text.</summary>
    public static byte[][] Split(byte[] text, int count)
    {
        List<byte[]> parts = [];
        List<byte> part = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == Separator)
            {
                parts.Add([.. part]);
                part.Clear();
            }
            else
            {
                if (text[i] == Escape && i + 1 < text.Length) i++;
                part.Add(text[i]);
            }
        }

        parts.Add([.. part]);
        return parts.Count == count ? [.. parts] : throw Invalid(text, $"key of {count} parts");
    }

    /// <summary>The value of a part.</summary>
    public static T DecodePart<TFormat, T>(byte[] text)
        where TFormat : struct, IScalarFormat<T>
        where T : notnull => TFormat.TryRead(text, out T? part) ? part : throw Invalid(text, TFormat.Expected);

    /// <summary>The error of who wants a key of a text that the model's own method made.</summary>
    public static Exception NotReversible(string model) =>
        new NotSupportedException($"The text of a key of {model} is made by the model's own method, so the key cannot be had from it; load the entity.");

    /// <summary>The integer of a decimal text.</summary>
    public static long DecodeInt64(byte[] text) => ScalarText.TryRead(text, out long key) ? key : throw Invalid(text, "integer");

    /// <summary>The integer of a decimal text.</summary>
    public static int DecodeInt32(byte[] text) =>
        ScalarText.TryRead(text, out long key) && key is >= int.MinValue and <= int.MaxValue ? (int)key : throw Invalid(text, "32-bit integer");

    /// <summary>The Guid of a text.</summary>
    public static Guid DecodeGuid(byte[] text) => ScalarText.TryRead(text, out Guid key) ? key : throw Invalid(text, "Guid");

    /// <summary>The string of a UTF-8 text.</summary>
    public static string DecodeString(byte[] text) => ScalarText.Utf8.GetString(text);

    /// <summary>A new Guid of version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits.</summary>
    internal static Guid NewGuid()
    {
#if NET9_0_OR_GREATER
        return Guid.CreateVersion7();
#else
        Span<byte> bytes = stackalloc byte[16];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
        long now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        for (int i = 0; i < 6; i++) bytes[i] = (byte)(now >> (40 - 8 * i));
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
#endif
    }

    private static InvalidValueException Refused(string obstacle) => new($"A key {obstacle}; nothing was written.");

    private static InvalidValueException Invalid(byte[] text, string expected) =>
        new($"A stored key is no {expected}.") { Key = Encoding.UTF8.GetString(text) };
}
