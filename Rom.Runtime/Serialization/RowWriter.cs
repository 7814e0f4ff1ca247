using System.Buffers;
using System.ComponentModel;
using System.Text;
using Rom.Errors;
using Rom.Indexing;
using Rom.Serialization;
using Rom.Sessions;

namespace Rom.CompilerServices;

/// <summary>
/// Collects the stored form of an entity's columns. A column that would be stored as it already is keeps the very bytes of the
/// baseline, so that an unchanged entity allocates nothing per column and a change is a difference of references.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct RowWriter
{
    private const string TooLong = "is longer than the 512 MiB that a Redis value may have";

    private readonly ModelMetadata _model;
    private readonly byte[]?[]? _baseline;
    private readonly byte[]?[] _row;

    private readonly List<PendingReference>? _pending;

    /// <summary>What the row is known to hold, whether or not unchanged columns are written.</summary>
    private readonly byte[]?[]? _stored;

    internal RowWriter(ModelMetadata model, byte[]?[]? baseline, byte[]?[] row, List<PendingReference>? pending = null, byte[]?[]? stored = null) =>
        (_model, _baseline, _row, _pending, _stored) = (model, baseline, row, pending, stored);

    /// <summary>A text that may not be null.</summary>
    public readonly void RequiredString(int ordinal, string? value) => String(ordinal, value ?? throw Missing(ordinal));

    /// <summary>A text or null; a lone surrogate is refused.</summary>
    public readonly void String(int ordinal, string? value)
    {
        if (value is null)
        {
            Null(ordinal);
            return;
        }

        if (StoredText.Measure(value, out int length) is { } obstacle) throw Invalid(ordinal, obstacle);
        int mark = _model.Columns[ordinal].StoresNull && value.StartsWith('\0') ? 1 : 0;
        length += mark;
        if (length > RowLimits.MaxValueLength) throw Invalid(ordinal, TooLong);
        if (_baseline?[ordinal] is { } known && known.Length == length && IsSameText(known, value, mark))
        {
            _row[ordinal] = known;
            return;
        }

        byte[] text = new byte[length];
        ScalarText.Utf8.GetBytes(value, text.AsSpan(mark));
        _row[ordinal] = text;
    }

    /// <summary>A value that may not be null.</summary>
    public readonly void Value<TFormat, T>(int ordinal, T value)
        where TFormat : struct, IScalarFormat<T>
        where T : notnull
    {
        if (value is null) throw Missing(ordinal);
        scoped ReadOnlySpan<byte> text;
        if (StoredText.Write<TFormat, T>(value, stackalloc byte[EncodingBuffer.StackSize], out text) is { } obstacle) throw Invalid(ordinal, obstacle);
        Put(ordinal, text);
    }

    /// <summary>A value of a value type, or null.</summary>
    public readonly void ValueOrNull<TFormat, T>(int ordinal, T? value)
        where TFormat : struct, IScalarFormat<T>
        where T : struct
    {
        if (value is { } v) Value<TFormat, T>(ordinal, v);
        else Null(ordinal);
    }

    /// <summary>An object or null.</summary>
    public readonly void ObjectOrNull<TFormat, T>(int ordinal, T? value)
        where TFormat : struct, IScalarFormat<T>
        where T : class
    {
        if (value is not null) Value<TFormat, T>(ordinal, value);
        else Null(ordinal);
    }

    /// <summary>A nested value that may not be null.</summary>
    public readonly void RequiredNested<T, TCodec>(int ordinal, T? value)
        where TCodec : struct, IColumnCodec<T> =>
        _row[ordinal] = Encode<T, TCodec>(ordinal, value ?? throw Missing(ordinal));

    /// <summary>A nested value or null.</summary>
    public readonly void Nested<T, TCodec>(int ordinal, T? value)
        where T : class
        where TCodec : struct, IColumnCodec<T>
    {
        if (value is null) Null(ordinal);
        else _row[ordinal] = Encode<T, TCodec>(ordinal, value);
    }

    /// <summary>A nested value type or null.</summary>
    public readonly void NestedValue<T, TCodec>(int ordinal, T? value)
        where T : struct
        where TCodec : struct, IColumnCodec<T>
    {
        if (value is { } one) _row[ordinal] = Encode<T, TCodec>(ordinal, one);
        else Null(ordinal);
    }

    private readonly byte[] Encode<T, TCodec>(int ordinal, T value)
        where TCodec : struct, IColumnCodec<T>
    {
        byte[]? known = _baseline?[ordinal];
        if (known is [0]) known = null;
        try
        {
            byte[] bytes = TCodec.Encode(value, known);
            // Bytes of an older program, or of a foreign writer, that mean the same value are no change.
            return known is null || ReferenceEquals(bytes, known) || !ReferenceEquals(TCodec.Encode(TCodec.Decode(known), bytes), bytes) ? bytes : known;
        }
        catch (UnplacedValueException e)
        {
            throw e.IsMissing ? Missing(ordinal, e.Message) : Invalid(ordinal, e.Message, e);
        }
    }

    /// <summary>A reference that may not be null.</summary>
    public readonly void RequiredReference<T>(int ordinal, Ref<T>? value)
        where T : class, IRomModel<T> => Reference(ordinal, value ?? throw Missing(ordinal));

    /// <summary>A reference, stored as the key of its target, or null. A target without a key yet is noted where both are stored together.</summary>
    public readonly void Reference<T>(int ordinal, Ref<T>? value)
        where T : class, IRomModel<T>
    {
        if (value is null) Null(ordinal);
        else Reference(ordinal, T.ModelHandler, (IReference)value);
    }

    private readonly void Reference(int ordinal, EntityHandler target, IReference value)
    {
        byte[]? key = value.KeyText;
        if (key is null && _pending is null) throw Invalid(ordinal, $"refers to a new {target.Model.Name} that was never stored: save that one first, or commit both with a session");
        Put(ordinal, key ?? PendingReference.Text);
        // What was there before may dangle: nothing but the program sees to it.
        if (key is not null && ByteArrayComparer.Instance.Equals(_row[ordinal], (_stored ?? _baseline)?[ordinal])) return;
        if (value.Entity is { } entity && target.StateOf(entity).IsDeleted(entity)) throw Invalid(ordinal, Conflicts.DeletedTarget(target.Model, key));
        _pending?.Add(new PendingReference(ordinal, target, key, value.Entity));
    }

    private readonly void Null(int ordinal) =>
        _row[ordinal] = !_model.Columns[ordinal].StoresNull ? null
            : _baseline?[ordinal] is [0] known ? known
            : StoredText.Null;

    private readonly void Put(int ordinal, scoped ReadOnlySpan<byte> text)
    {
        if (text.Length > RowLimits.MaxValueLength) throw Invalid(ordinal, TooLong);
        int mark = _model.Columns[ordinal].StoresNull && text is [0, ..] ? 1 : 0;
        if (_baseline?[ordinal] is { } known && known.Length == mark + text.Length && (mark == 0 || known[0] == 0) && text.SequenceEqual(known.AsSpan(mark)))
        {
            _row[ordinal] = known;
            return;
        }

        byte[] field = new byte[mark + text.Length];
        text.CopyTo(field.AsSpan(mark));
        _row[ordinal] = field;
    }

    private static bool IsSameText(byte[] known, string value, int mark)
    {
        byte[]? rented = null;
        Span<byte> text = known.Length <= 256 ? stackalloc byte[known.Length] : (rented = ArrayPool<byte>.Shared.Rent(known.Length)).AsSpan(0, known.Length);
        text[..mark].Clear();
        ScalarText.Utf8.GetBytes(value, text[mark..]);
        bool same = text.SequenceEqual(known);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return same;
    }

    private readonly MissingValueException Missing(int ordinal, string what = "is null, but its type says that it never is")
    {
        ColumnMetadata column = _model.Columns[ordinal];
        return new MissingValueException($"{_model.Name}.{column.Property}{Of} {what}; nothing was written. Set it before the save, or make it nullable.")
        {
            Model = _model.Name, Column = column.Property, Key = Key,
        };
    }

    private readonly InvalidValueException Invalid(int ordinal, string why, Exception? inner = null)
    {
        ColumnMetadata column = _model.Columns[ordinal];
        return new InvalidValueException($"The value of {_model.Name}.{column.Property}{Of} {why}; nothing was written.", inner)
        {
            Model = _model.Name, Column = column.Property, Key = Key,
        };
    }

    private readonly string Of => Key is { } key ? $" of '{key}'" : "";

    private readonly string? Key => _row[0] is { } key ? Encoding.UTF8.GetString(key) : null;
}
