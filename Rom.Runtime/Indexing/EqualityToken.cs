using Rom.CompilerServices;
using Rom.Serialization;

namespace Rom.Indexing;

/// <summary>
/// The text by which Exact indexes and uniques tell values apart: equal values have equal tokens, whatever their stored text
/// (1.5 and 1.50, one instant with two offsets).
/// </summary>
internal static class EqualityToken
{
    public static byte[] Of(ColumnMetadata column, byte[] field)
    {
        StoredText.TryGetValue(column, field, out ReadOnlySpan<byte> text);
        return Of(column.Kind, text, field);
    }

    public static byte[] Of(ValueKind kind, byte[] text) => Of(kind, text, text);

    private static byte[] Of(ValueKind kind, ReadOnlySpan<byte> text, byte[] whole)
    {
        if (kind == ValueKind.Instant) text = text[..Math.Min(text.Length, ScalarText.ClockLength)];
        else if (kind == ValueKind.Number && text.Contains((byte)'.')) text = text.TrimEnd((byte)'0').TrimEnd((byte)'.');
        if (kind == ValueKind.Number && text is [(byte)'-', (byte)'0']) text = text[1..];
        return text.Length == whole.Length ? whole : text.ToArray();
    }
}
