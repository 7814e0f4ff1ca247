using System.ComponentModel;
using System.Text;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>A value that a query compares a column with, in its stored text; without text it is null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FilterValue
{
    private FilterValue(byte[]? text) => Text = text;

    internal byte[]? Text { get; }

    /// <summary>A text; a lone surrogate is refused.</summary>
    public static FilterValue String(Column column, string? value)
    {
        try
        {
            return new FilterValue(value is null ? null : ScalarText.Utf8.GetBytes(value));
        }
        catch (EncoderFallbackException e)
        {
            throw Invalid(column, "holds a lone surrogate, which no stored text does", e);
        }
    }

    /// <summary>A bool.</summary>
    public static FilterValue Boolean(Column column, bool? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return value is { } v ? new FilterValue(text[..ScalarText.Write(text, v)].ToArray()) : default;
    }

    /// <summary>An integer, or an enum as its number.</summary>
    public static FilterValue Integer(Column column, long? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return value is { } v ? new FilterValue(text[..ScalarText.Write(text, v)].ToArray()) : default;
    }

    /// <summary>A double.</summary>
    public static FilterValue Double(Column column, double? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return value is { } v ? new FilterValue(text[..ScalarText.Write(text, v)].ToArray()) : default;
    }

    /// <summary>A decimal.</summary>
    public static FilterValue Decimal(Column column, decimal? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return value is { } v ? new FilterValue(text[..ScalarText.Write(text, v)].ToArray()) : default;
    }

    /// <summary>A date and time; compared by its clock, as C# compares. A local one is refused, as it is by a save.</summary>
    public static FilterValue DateTime(Column column, DateTime? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        if (value is not { } v) return default;
        if (v.Kind == DateTimeKind.Local) throw Invalid(column, RowWriter.LocalTime);
        return new FilterValue(text[..ScalarText.Write(text, v)].ToArray());
    }

    /// <summary>An instant, whatever its offset.</summary>
    public static FilterValue DateTimeOffset(Column column, DateTimeOffset? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return value is { } v ? new FilterValue(text[..ScalarText.Write(text, v)].ToArray()) : default;
    }

    /// <summary>A Guid.</summary>
    public static FilterValue Guid(Column column, Guid? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return value is { } v ? new FilterValue(text[..ScalarText.Write(text, v)].ToArray()) : default;
    }

    private static InvalidValueException Invalid(Column column, string why, Exception? inner = null) =>
        new($"A value that a query compares {column} with {why}.", inner)
        {
            Model = column.Metadata.Model.Name, Column = column.Metadata.Property,
        };
}
