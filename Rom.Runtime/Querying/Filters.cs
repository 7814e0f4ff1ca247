using System.ComponentModel;
using Rom.Indexing;
using Rom.Serialization;
using Rom.Storage;

namespace Rom.CompilerServices;

/// <summary>What each operator of a typed column means. Comparisons are those of C# on the loaded property: with null, only equality can hold.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Filters
{
    private static readonly Filter None = new(ConstantFilter.None);

    /// <summary>The value is equal; null equals null, NaN equals nothing.</summary>
    public static Filter Equal(Column column, FilterValue value) => In(column, [value]);

    /// <summary>The value is not equal; rows without a value are included.</summary>
    public static Filter NotEqual(Column column, FilterValue value) => !In(column, [value]);

    /// <summary>The value equals one of some.</summary>
    public static Filter In<T>(Column column, IEnumerable<T> values, Func<Column, T, FilterValue> convert)
    {
        ArgumentNullException.ThrowIfNull(values);
        return In(column, values.ConvertAll(value => convert(column, value)));
    }

    /// <summary>There is a value and it is less.</summary>
    public static Filter Less(Column column, FilterValue value) => Compare(column, value, encoded => new ByteRange(Lowest(column), encoded));

    /// <summary>There is a value and it is less or equal.</summary>
    public static Filter LessOrEqual(Column column, FilterValue value) =>
        Compare(column, value, encoded => new ByteRange(Lowest(column), OrderedEncoding.Successor(encoded)));

    /// <summary>There is a value and it is greater.</summary>
    public static Filter Greater(Column column, FilterValue value) =>
        Compare(column, value, encoded => OrderedEncoding.Successor(encoded) is { } next ? new ByteRange(next, null) : new ByteRange([], []));

    /// <summary>There is a value and it is greater or equal.</summary>
    public static Filter GreaterOrEqual(Column column, FilterValue value) => Compare(column, value, encoded => new ByteRange(encoded, null));

    /// <summary>There is a value, not below the first nor above the second.</summary>
    public static Filter Between(Column column, FilterValue low, FilterValue high) => GreaterOrEqual(column, low) & LessOrEqual(column, high);

    /// <summary>Both columns have the same value, or neither has one.</summary>
    public static Filter ColumnsEqual(Column left, Column right) => Compare(left, ColumnOperator.Equal, right);

    /// <summary>Both columns have a value and the first is less.</summary>
    public static Filter ColumnLess(Column left, Column right) => Compare(left, ColumnOperator.Less, right);

    /// <summary>Both columns have a value and the first is less or equal.</summary>
    public static Filter ColumnLessOrEqual(Column left, Column right) => Compare(left, ColumnOperator.LessOrEqual, right);

    /// <summary>There is no value.</summary>
    public static Filter IsNull(Column column)
    {
        if (column.Metadata.Ordinal == 0) return None;
        if (column.Ordered is not null) return Range(column, NullRange);
        if ((column.Exact ?? column.FullText ?? column.Geo) is { } index) return new Filter(new PostingFilter(index, [null]));
        if (column.Metadata.Ordinal == ComputedKeys.NotInTheRow)
            throw new QueryException($"A unique has nothing of the rows without a value, so {column} cannot be compared with null. Add an [Index] with the same Keys under another name.");
        return new Filter(new NullFilter(column.Metadata));
    }

    /// <summary>There is a value.</summary>
    public static Filter IsNotNull(Column column) => !IsNull(column);

    private static readonly ByteRange NullRange = new(OrderedEncoding.Null, OrderedEncoding.AfterNull);

    private static Filter In(Column column, IReadOnlyList<FilterValue> values)
    {
        List<byte[]> texts = [];
        foreach (FilterValue value in values)
        {
            if (value.Text is { } text && !IsNaN(column, text)) texts.Add(text);
        }

        ValueKind kind = column.Metadata.Kind;
        bool orNull = values.Any(value => value.Text is null);
        if (column.Metadata.Ordinal == 0) return texts.Count == 0 ? None : new Filter(new KeyFilter(Distinct(texts)));
        if (texts.Count == 0) return orNull ? IsNull(column) : None;
        if (column.Unique is { } unique)
        {
            Filter some = new(new UniqueFilter(unique, Distinct(texts.Select(text => EqualityToken.Of(kind, text)))));
            return orNull ? some | IsNull(column) : some;
        }

        if (column.Exact is { } exact)
        {
            byte[]?[] tokens = Distinct(texts.Select(text => EqualityToken.Of(kind, text)));
            return new Filter(new PostingFilter(exact, orNull ? [.. tokens, null] : tokens));
        }

        List<ByteRange> ranges = texts.ConvertAll(text => Equal(OrderedEncoding.Encode(kind, text)));
        if (orNull) ranges.Add(NullRange);
        return new Filter(new RangeFilter(column.Ordered!, ByteRanges.Normalize(ranges)));
    }

    private static ByteRange Equal(byte[] encoded) => new(encoded, OrderedEncoding.Successor(encoded));

    private static Filter Compare(Column left, ColumnOperator comparison, Column right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Metadata.Model != right.Metadata.Model) throw new QueryException($"{left} and {right} are columns of different rows, which a condition on one row cannot compare.");
        if (left.Metadata.Kind != right.Metadata.Kind || left.Metadata.Converter != right.Metadata.Converter)
            throw new QueryException($"{left} and {right} are stored in different forms, which a condition cannot compare. Give both the same [Column] options.");
        return new Filter(new CompareFilter(left.Metadata, comparison, right.Metadata));
    }

    private static Filter Compare(Column column, FilterValue value, Func<byte[], ByteRange> range) =>
        value.Text is null || IsNaN(column, value.Text) ? None : Range(column, range(OrderedEncoding.EncodeBound(column.Metadata.Kind, value.Text)));

    private static Filter Range(Column column, ByteRange range) => new(new RangeFilter(column.Ordered!, ByteRanges.Of(range)));

    private static byte[] Lowest(Column column) =>
        column.Metadata.Kind == ValueKind.Double ? OrderedEncoding.AfterNaN : OrderedEncoding.AfterNull;

    private static bool IsNaN(Column column, byte[] text) => column.Metadata.Kind == ValueKind.Double && text.AsSpan().SequenceEqual("NaN"u8);

    private static byte[][] Distinct(IEnumerable<byte[]> tokens) => [.. tokens.Distinct(ByteArrayComparer.Instance)];
}
