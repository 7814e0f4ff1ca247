using System.ComponentModel;
using System.Text;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>Reads typed values from the fields of one row. A text that is no value of its column's type names the model, key and column.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct RowReader
{
    private readonly ModelMetadata _model;
    private readonly byte[]?[] _fields;

    internal RowReader(ModelMetadata model, byte[]?[] fields) => (_model, _fields) = (model, fields);

    /// <summary>Whether the row has the field; a nullable column whose initializer stands in for absence keeps it when not.</summary>
    public bool Has(int ordinal) => _fields[ordinal] is not null;

    /// <summary>A text.</summary>
    public string String(int ordinal) => StringOrNull(ordinal) ?? throw Missing(ordinal);

    /// <summary>A text or null.</summary>
    public string? StringOrNull(int ordinal)
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) return null;
        try
        {
            return ScalarText.Utf8.GetString(text);
        }
        catch (DecoderFallbackException e)
        {
            throw Invalid(ordinal, "UTF-8 text", e);
        }
    }

    /// <summary>A bool.</summary>
    public bool Boolean(int ordinal) => BooleanOrNull(ordinal) ?? throw Missing(ordinal);

    /// <summary>A bool or null.</summary>
    public bool? BooleanOrNull(int ordinal)
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) return null;
        return ScalarText.TryRead(text, out bool value) ? value : throw Invalid(ordinal, "bool (1 or 0)");
    }

    /// <summary>An integer within a type's range; enums are read as their number.</summary>
    public long Integer(int ordinal, long min = long.MinValue, long max = long.MaxValue) =>
        IntegerOrNull(ordinal, min, max) ?? throw Missing(ordinal);

    /// <summary>An integer within a type's range, or null.</summary>
    public long? IntegerOrNull(int ordinal, long min = long.MinValue, long max = long.MaxValue)
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) return null;
        return ScalarText.TryRead(text, out long value) && value >= min && value <= max
            ? value
            : throw Invalid(ordinal, $"integer from {min} to {max}");
    }

    /// <summary>A double.</summary>
    public double Double(int ordinal) => DoubleOrNull(ordinal) ?? throw Missing(ordinal);

    /// <summary>A double or null.</summary>
    public double? DoubleOrNull(int ordinal)
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) return null;
        return ScalarText.TryRead(text, out double value) ? value : throw Invalid(ordinal, "double");
    }

    /// <summary>A decimal.</summary>
    public decimal Decimal(int ordinal) => DecimalOrNull(ordinal) ?? throw Missing(ordinal);

    /// <summary>A decimal or null.</summary>
    public decimal? DecimalOrNull(int ordinal)
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) return null;
        return ScalarText.TryRead(text, out decimal value) ? value : throw Invalid(ordinal, "decimal");
    }

    /// <summary>A date and time, of kind Utc or Unspecified as it was stored.</summary>
    public DateTime DateTime(int ordinal) => DateTimeOrNull(ordinal) ?? throw Missing(ordinal);

    /// <summary>A date and time, or null.</summary>
    public DateTime? DateTimeOrNull(int ordinal)
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) return null;
        return ScalarText.TryRead(text, out DateTime value) ? value : throw Invalid(ordinal, "DateTime");
    }

    /// <summary>An instant with the offset that it was stored with.</summary>
    public DateTimeOffset DateTimeOffset(int ordinal) => DateTimeOffsetOrNull(ordinal) ?? throw Missing(ordinal);

    /// <summary>An instant with its offset, or null.</summary>
    public DateTimeOffset? DateTimeOffsetOrNull(int ordinal)
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) return null;
        return ScalarText.TryRead(text, out DateTimeOffset value) ? value : throw Invalid(ordinal, "DateTimeOffset");
    }

    /// <summary>A Guid.</summary>
    public Guid Guid(int ordinal) => GuidOrNull(ordinal) ?? throw Missing(ordinal);

    /// <summary>A Guid or null.</summary>
    public Guid? GuidOrNull(int ordinal)
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) return null;
        return ScalarText.TryRead(text, out Guid value) ? value : throw Invalid(ordinal, "Guid");
    }

    private bool TryGet(int ordinal, out ReadOnlySpan<byte> text) =>
        StoredText.TryGetValue(_model.Columns[ordinal], _fields[ordinal], out text);

    private MissingValueException Missing(int ordinal)
    {
        (string? key, ColumnMetadata column) = Place(ordinal);
        return new MissingValueException(
            $"A stored row of {_model.Name} has no value for {column.Property}, which cannot be null. "
            + "Give the property a constant initializer, which then stands in, or make it nullable.")
        {
            Model = _model.Name, Key = key, Column = column.Property,
        };
    }

    private InvalidValueException Invalid(int ordinal, string expected, Exception? inner = null)
    {
        (string? key, ColumnMetadata column) = Place(ordinal);
        return new InvalidValueException(
            $"The field '{column.StoredName}' of a stored row of {_model.Name} holds no {expected}, so {column.Property} cannot be read. "
            + "The exception's Key names the row.", inner)
        {
            Model = _model.Name, Key = key, Column = column.Property,
        };
    }

    private (string? Key, ColumnMetadata Column) Place(int ordinal) =>
        (_fields[0] is { } key ? Encoding.UTF8.GetString(key) : null, _model.Columns[ordinal]);
}
