using System.ComponentModel;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>A value that a query compares a column with, in its stored text; without text it is null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FilterValue
{
    private FilterValue(byte[]? text) => Text = text;

    internal byte[]? Text { get; }

    /// <summary>A text, case-folded where letter case does not count; a lone surrogate is refused.</summary>
    public static FilterValue String(Column column, string? value) => Word(column, value is not null && column.IgnoreCase ? CaseFolding.Fold(value) : value);

    /// <summary>A word, in the form that its tokenizer gives it.</summary>
    internal static FilterValue Word(Column column, string? value)
    {
        if (value is null) return default;
        return StoredText.Write(value, out byte[] text) is { } obstacle ? throw Invalid(column, obstacle) : new FilterValue(text);
    }

    /// <summary>A value whose stored text is at hand.</summary>
    internal static FilterValue Stored(byte[] text) => new(text);

    /// <summary>A value of a value type, or null.</summary>
    public static FilterValue Of<TFormat, T>(Column column, T? value)
        where TFormat : struct, IScalarFormat<T>
        where T : struct => value is { } v ? Encode<TFormat, T>(column, v) : default;

    /// <summary>An object or null.</summary>
    public static FilterValue OfObject<TFormat, T>(Column column, T? value)
        where TFormat : struct, IScalarFormat<T>
        where T : class => value is not null ? Encode<TFormat, T>(column, value) : default;

    private static FilterValue Encode<TFormat, T>(Column column, T value)
        where TFormat : struct, IScalarFormat<T>
        where T : notnull
    {
        scoped ReadOnlySpan<byte> text;
        return StoredText.Write<TFormat, T>(value, stackalloc byte[EncodingBuffer.StackSize], out text) is { } obstacle
            ? throw Invalid(column, obstacle)
            : new FilterValue(text.ToArray());
    }

    private static InvalidValueException Invalid(Column column, string why) =>
        new($"A value that a query compares {column} with {why}.")
        {
            Model = column.Metadata.Model.Name, Column = column.Metadata.Property,
        };
}
