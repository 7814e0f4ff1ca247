using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using Rom.Querying;
using Rom.Serialization;
using Rom.Storage;

namespace Rom.CompilerServices;

/// <summary>Hands one column's value to a writer.</summary>
/// <param name="row">Takes the value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void FieldWriter(ref RowWriter row);

/// <summary>
/// Makes the changes that typed columns offer: each as what it does to an entity, and, where a store can do the same exactly, as what it does to the field.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Patches
{
    /// <summary>A change of one column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="change">What it does to an entity.</param>
    public static Patch<TModel> Of<TModel>(Column column, Action<TModel> change)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(column);
        return new Patch<TModel>(column.Metadata, change);
    }

    /// <summary>A value for one column.</summary>
    public static Patch<TModel> Set<TModel>(Column column, FieldWriter value, Action<TModel> change)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(value);
        return new Patch<TModel>(column.Metadata, change, key => Exact(column, FieldChangeKind.Set, Field(column, key, value)));
    }

    /// <summary>An integer to add to one column.</summary>
    public static Patch<TModel> AddInteger<TModel, T>(Column column, T value, bool isNullable, Action<TModel> change)
        where TModel : class
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ArgumentNullException.ThrowIfNull(column);
        return new Patch<TModel>(column.Metadata, change, _ =>
            Exact(column, FieldChangeKind.AddInteger, Text<IntegerFormat<T>, T>(value), isNullable) with { Bounds = (Number(T.MinValue), Number(T.MaxValue)) });
    }

    /// <summary>A decimal to add to one column.</summary>
    public static Patch<TModel> AddDecimal<TModel>(Column column, decimal value, bool isNullable, Action<TModel> change)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(column);
        return new Patch<TModel>(column.Metadata, change, _ => Exact(column, FieldChangeKind.AddDecimal, Text<DecimalFormat, decimal>(value), isNullable));
    }

    /// <summary>A text to append to one column.</summary>
    public static Patch<TModel> Append<TModel>(Column column, string? value, bool isNullable, Action<TModel> change)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(column);
        return new Patch<TModel>(column.Metadata, change, key =>
        {
            byte[] field = Field(column, key, (ref RowWriter row) => row.String(column.Metadata.Ordinal, value ?? ""))!;
            // The mark of a text that begins with NUL is of the whole, not of this part.
            return Exact(column, FieldChangeKind.Append, StoredText.TryGetValue(column.Metadata, field, out ReadOnlySpan<byte> text) ? text.ToArray() : field, isNullable);
        });
    }

    /// <summary>The sum of two decimals, of which no digit is lost.</summary>
    /// <exception cref="OverflowException">No decimal is that sum.</exception>
    public static decimal Sum(decimal known, decimal added) => DecimalSum.Exact(known, added);

    private static FieldChange Exact(Column column, FieldChangeKind kind, byte[]? value, bool isNullable = false) =>
        new(column.Metadata, kind, value, ("", ""), isNullable && !column.Metadata.MayHaveDefault);

    private static byte[]? Field(Column column, byte[] key, FieldWriter value)
    {
        byte[]?[] row = new byte[]?[column.Metadata.Model.Columns.Count];
        row[0] = key;
        RowWriter writer = new(column.Metadata.Model, baseline: null, row);
        value(ref writer);
        return row[column.Metadata.Ordinal];
    }

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString(format: null, CultureInfo.InvariantCulture);

    private static byte[] Text<TFormat, T>(T value)
        where TFormat : struct, IScalarFormat<T>
        where T : struct => StoredText.OfNumber<TFormat, T>(value);
}

/// <summary>A column of exact numbers: decimals, and integers of up to 64 bits.</summary>
/// <typeparam name="TModel">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INumberColumn<TModel>
{
    /// <summary>Whether it holds integers only.</summary>
    bool IsInteger { get; }

    /// <summary>The value of an entity; 0 when it has none.</summary>
    decimal Get(TModel entity);

    /// <summary>Sets the value of an entity.</summary>
    /// <exception cref="OverflowException">The type has no such value.</exception>
    void Set(TModel entity, decimal value);
}

/// <summary>A column of type bool.</summary>
/// <typeparam name="TModel">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFlagColumn<TModel>
{
    /// <summary>The value of an entity; false when it has none.</summary>
    bool Get(TModel entity);

    /// <summary>Sets the value of an entity.</summary>
    void Set(TModel entity, bool value);
}
