using System.Text;
using Rom.CompilerServices;

namespace Rom.Serialization;

/// <summary>How values become the text of a row's field and what keeps one from it, and how null is told from text there.</summary>
internal static class StoredText
{
    private const string LoneSurrogate = "holds a lone surrogate, which is no Unicode text";

    /// <summary>What a column that stores null holds for it.</summary>
    public static readonly byte[] Null = [0];

    /// <summary>The text of a field without the marks of null; false when the value is null or was never stored.</summary>
    public static bool TryGetValue(ColumnMetadata column, byte[]? field, out ReadOnlySpan<byte> text)
    {
        text = field;
        if (field is null) return false;
        if (!column.StoresNull || field.Length == 0 || field[0] != 0) return true;
        text = text[1..];
        return field.Length > 1;
    }

    /// <summary>
    /// The text of a value, in the buffer where it is large enough. This and <see cref="Measure"/> are the places where a value is refused, whatever its
    /// type and wherever it is to be stored or compared; callers add the model, key and column.
    /// </summary>
    /// <returns>Why the value cannot be stored, as an error says it after the column's name; null when it can.</returns>
    public static string? Write<TFormat, T>(T value, Span<byte> buffer, out ReadOnlySpan<byte> text)
        where TFormat : struct, IScalarFormat<T>
        where T : notnull
    {
        text = default;
        if (TFormat.Obstacle(value) is { } obstacle) return obstacle;
        try
        {
            if (TFormat.Encode(value) is { } made)
            {
                text = made;
                return null;
            }

            int most = TFormat.MaxLength(value);
            if (most > buffer.Length) buffer = new byte[most];
            text = buffer[..TFormat.Write(buffer, value)];
            return null;
        }
        catch (EncoderFallbackException)
        {
            return LoneSurrogate;
        }
        catch (UnplacedValueException e)
        {
            return e.Message;
        }
    }

    /// <summary>The text of a number, of which every one can be stored.</summary>
    public static byte[] OfNumber<TFormat, T>(T value)
        where TFormat : struct, IScalarFormat<T>
        where T : struct
    {
        scoped ReadOnlySpan<byte> text;
        return Write<TFormat, T>(value, stackalloc byte[ScalarText.MaxLength], out text) is { } obstacle ? throw new InvalidOperationException(obstacle) : text.ToArray();
    }

    /// <summary>How many bytes a string takes.</summary>
    /// <returns>Why it cannot be stored; null when it can.</returns>
    public static string? Measure(string value, out int length)
    {
        try
        {
            length = ScalarText.Utf8.GetByteCount(value);
            return null;
        }
        catch (EncoderFallbackException)
        {
            length = 0;
            return LoneSurrogate;
        }
    }

    /// <summary>The text of a string.</summary>
    /// <returns>Why it cannot be stored; null when it can.</returns>
    public static string? Write(string value, out byte[] text)
    {
        string? obstacle = Measure(value, out int length);
        text = obstacle is null ? new byte[length] : [];
        if (obstacle is null) ScalarText.Utf8.GetBytes(value, text);
        return obstacle;
    }

    /// <summary>A readable form for error messages and properties: the text, or the bytes of a nested value in hexadecimal digits.</summary>
    public static string? Display(ColumnMetadata column, byte[]? field) =>
        !TryGetValue(column, field, out ReadOnlySpan<byte> text) ? null
        : column.Kind == ValueKind.Nested ? Convert.ToHexString(text)
        : Encoding.UTF8.GetString(text);
}
