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

    /// <summary>Whether the row has the field and it does not hold null.</summary>
    public bool HasValue(int ordinal) => TryGet(ordinal, out _);

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

    /// <summary>A value that may not be null.</summary>
    public T Value<TFormat, T>(int ordinal)
        where TFormat : struct, IScalarFormat<T>
        where T : notnull
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) throw Missing(ordinal);
        return TFormat.TryRead(text, out T? value) ? value : throw Invalid(ordinal, TFormat.Expected);
    }

    /// <summary>A value of a value type, or null.</summary>
    public T? ValueOrNull<TFormat, T>(int ordinal)
        where TFormat : struct, IScalarFormat<T>
        where T : struct
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) return null;
        return TFormat.TryRead(text, out T value) ? value : throw Invalid(ordinal, TFormat.Expected);
    }

    /// <summary>An object or null.</summary>
    public T? ObjectOrNull<TFormat, T>(int ordinal)
        where TFormat : struct, IScalarFormat<T>
        where T : class
    {
        if (!TryGet(ordinal, out ReadOnlySpan<byte> text)) return null;
        return TFormat.TryRead(text, out T? value) ? value : throw Invalid(ordinal, TFormat.Expected);
    }

    /// <summary>A nested value.</summary>
    public T Nested<T, TCodec>(int ordinal)
        where TCodec : struct, IColumnCodec<T> =>
        TryGet(ordinal, out ReadOnlySpan<byte> bytes) ? Decode<T, TCodec>(ordinal, bytes) : throw Missing(ordinal);

    /// <summary>A nested value or null.</summary>
    public T? NestedOrNull<T, TCodec>(int ordinal)
        where T : class
        where TCodec : struct, IColumnCodec<T> =>
        TryGet(ordinal, out ReadOnlySpan<byte> bytes) ? Decode<T, TCodec>(ordinal, bytes) : null;

    /// <summary>A nested value type or null.</summary>
    public T? NestedValueOrNull<T, TCodec>(int ordinal)
        where T : struct
        where TCodec : struct, IColumnCodec<T> =>
        TryGet(ordinal, out ReadOnlySpan<byte> bytes) ? Decode<T, TCodec>(ordinal, bytes) : null;

    private T Decode<T, TCodec>(int ordinal, ReadOnlySpan<byte> bytes)
        where TCodec : struct, IColumnCodec<T>
    {
        try
        {
            return TCodec.Decode(bytes);
        }
        catch (UnplacedValueException e)
        {
            (string? key, ColumnMetadata column) = Place(ordinal);
            string message = $"{column.Property} of {Row(key)} cannot be read: {e.Message}.";
            throw e.IsMissing
                ? new MissingValueException(message) { Model = _model.Name, Key = key, Column = column.Property }
                : new InvalidValueException(message, e) { Model = _model.Name, Key = key, Column = column.Property };
        }
    }

    private bool TryGet(int ordinal, out ReadOnlySpan<byte> text) =>
        StoredText.TryGetValue(_model.Columns[ordinal], _fields[ordinal], out text);

    private MissingValueException Missing(int ordinal)
    {
        (string? key, ColumnMetadata column) = Place(ordinal);
        return new MissingValueException(
            $"{Row(key)} has no value for {column.Property}, which cannot be null. "
            + "Give the property a constant initializer, which then stands in, or make it nullable.")
        {
            Model = _model.Name, Key = key, Column = column.Property,
        };
    }

    private InvalidValueException Invalid(int ordinal, string expected, Exception? inner = null)
    {
        (string? key, ColumnMetadata column) = Place(ordinal);
        return new InvalidValueException(
            $"The field '{column.StoredName}' of {Row(key)} holds no {expected}, so {column.Property} cannot be read.", inner)
        {
            Model = _model.Name, Key = key, Column = column.Property,
        };
    }

    private string Row(string? key) => key is null ? $"A stored row of {_model.Name}" : $"{_model.Name} '{key}'";

    private (string? Key, ColumnMetadata Column) Place(int ordinal) =>
        (_fields[0] is { } key ? Encoding.UTF8.GetString(key) : null, _model.Columns[ordinal]);
}
