using Rom.CompilerServices;

namespace Rom.Serialization;

/// <summary>How null is told from text in a row's field.</summary>
internal static class StoredText
{
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

    /// <summary>The text of a value that has no obstacle, in the buffer where it is large enough.</summary>
    public static ReadOnlySpan<byte> Write<TFormat, T>(T value, Span<byte> buffer)
        where TFormat : struct, IScalarFormat<T>
        where T : notnull
    {
        if (TFormat.Encode(value) is { } made) return made;
        int most = TFormat.MaxLength(value);
        if (most > buffer.Length) buffer = new byte[most];
        return buffer[..TFormat.Write(buffer, value)];
    }

    /// <summary>A readable form for error messages and properties: the text, or the bytes of a nested value in hexadecimal digits.</summary>
    public static string? Display(ColumnMetadata column, byte[]? field) =>
        !TryGetValue(column, field, out ReadOnlySpan<byte> text) ? null
        : column.Kind == ValueKind.Nested ? Convert.ToHexString(text)
        : System.Text.Encoding.UTF8.GetString(text);
}
