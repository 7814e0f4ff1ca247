using System.Buffers;
using System.ComponentModel;
using System.Text;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>
/// Collects the stored form of an entity's columns. A column that would be stored as it already is keeps the very bytes of the
/// baseline, so that an unchanged entity allocates nothing per column and a change is a difference of references.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct RowWriter
{
    /// <summary>The server's limit of one value.</summary>
    private const int MaxValueLength = 512 * 1024 * 1024;

    private readonly ModelMetadata _model;
    private readonly byte[]?[]? _baseline;
    private readonly byte[]?[] _row;

    internal RowWriter(ModelMetadata model, byte[]?[]? baseline, byte[]?[] row) => (_model, _baseline, _row) = (model, baseline, row);

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

        int mark = _model.Columns[ordinal].StoresNull && value.StartsWith('\0') ? 1 : 0;
        try
        {
            int length = mark + ScalarText.Utf8.GetByteCount(value);
            if (length > MaxValueLength) throw Invalid(ordinal, "is longer than the 512 MiB that a Redis value may have");
            if (_baseline?[ordinal] is { } known && known.Length == length && IsSameText(known, value, mark))
            {
                _row[ordinal] = known;
                return;
            }

            byte[] text = new byte[length];
            ScalarText.Utf8.GetBytes(value, text.AsSpan(mark));
            _row[ordinal] = text;
        }
        catch (EncoderFallbackException e)
        {
            throw Invalid(ordinal, "holds a lone surrogate, which is no Unicode text; nothing was written", e);
        }
    }

    /// <summary>A bool or null.</summary>
    public readonly void Boolean(int ordinal, bool? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        if (value is { } v) Put(ordinal, text[..ScalarText.Write(text, v)]);
        else Null(ordinal);
    }

    /// <summary>An integer, or an enum as its number, or null.</summary>
    public readonly void Integer(int ordinal, long? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        if (value is { } v) Put(ordinal, text[..ScalarText.Write(text, v)]);
        else Null(ordinal);
    }

    /// <summary>A double or null.</summary>
    public readonly void Double(int ordinal, double? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        if (value is { } v) Put(ordinal, text[..ScalarText.Write(text, v)]);
        else Null(ordinal);
    }

    /// <summary>A decimal or null; its scale is kept.</summary>
    public readonly void Decimal(int ordinal, decimal? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        if (value is { } v) Put(ordinal, text[..ScalarText.Write(text, v)]);
        else Null(ordinal);
    }

    /// <summary>A date and time of kind Utc or Unspecified, or null; a local one is refused, because it means another instant elsewhere.</summary>
    public readonly void DateTime(int ordinal, DateTime? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        if (value is not { } v) Null(ordinal);
        else if (v.Kind == DateTimeKind.Local) throw Invalid(ordinal, LocalTime);
        else Put(ordinal, text[..ScalarText.Write(text, v)]);
    }

    /// <summary>An instant with its offset, or null.</summary>
    public readonly void DateTimeOffset(int ordinal, DateTimeOffset? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        if (value is { } v) Put(ordinal, text[..ScalarText.Write(text, v)]);
        else Null(ordinal);
    }

    /// <summary>A Guid or null.</summary>
    public readonly void Guid(int ordinal, Guid? value)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        if (value is { } v) Put(ordinal, text[..ScalarText.Write(text, v)]);
        else Null(ordinal);
    }

    internal const string LocalTime = "is a local time, which means another instant on another machine; use ToUniversalTime() or a DateTimeOffset";

    private readonly void Null(int ordinal) =>
        _row[ordinal] = !_model.Columns[ordinal].StoresNull ? null
            : _baseline?[ordinal] is [0] known ? known
            : StoredText.Null;

    private readonly void Put(int ordinal, ReadOnlySpan<byte> text) =>
        _row[ordinal] = _baseline?[ordinal] is { } known && text.SequenceEqual(known) ? known : text.ToArray();

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

    private readonly MissingValueException Missing(int ordinal)
    {
        ColumnMetadata column = _model.Columns[ordinal];
        return new MissingValueException($"{_model.Name}.{column.Property} is null, but its type says that it never is. Set it before the save, or make it nullable.")
        {
            Model = _model.Name, Column = column.Property, Key = Key,
        };
    }

    private readonly InvalidValueException Invalid(int ordinal, string why, Exception? inner = null)
    {
        ColumnMetadata column = _model.Columns[ordinal];
        return new InvalidValueException($"The value of {_model.Name}.{column.Property} {why}.", inner)
        {
            Model = _model.Name, Column = column.Property, Key = Key,
        };
    }

    private readonly string? Key => _row[0] is { } key ? Encoding.UTF8.GetString(key) : null;
}
