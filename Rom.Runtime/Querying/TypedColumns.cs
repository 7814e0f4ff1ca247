using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Rom.CompilerServices;

namespace Rom;

/// <summary>A column whose values can be read by themselves, as <c>Select</c> does.</summary>
/// <typeparam name="TValue">The type of the property.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IColumn<out TValue>
{
    /// <summary>The column's names and stored form.</summary>
    ColumnMetadata Metadata { get; }

    /// <summary>The value of a row, as the loaded property has it.</summary>
    TValue Read(in RowReader row);
}

/// <summary>A column with an Ordered index of its own, by which rows can be ordered.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1040:Avoid empty interfaces", Justification = "It tells overloads apart.")]
public interface IOrderableColumn;

/// <summary>The same, of one type.</summary>
/// <typeparam name="TValue">The type of the property.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1040:Avoid empty interfaces", Justification = "It tells overloads apart.")]
public interface IOrderableColumn<out TValue> : IOrderableColumn, IColumn<TValue>;

/// <summary>A column without an Ordered index of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1040:Avoid empty interfaces", Justification = "It tells overloads apart.")]
public interface IUnorderedColumn;

/// <summary>A column of one type. Two of them compare with each other as a test on the row, without any index.</summary>
/// <typeparam name="T">The type of the values, without null.</typeparam>
/// <param name="metadata">The column.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Column<T>(ColumnMetadata metadata) : Column(metadata)
{
    /// <summary>Rows in which both columns have the same value, or neither has one.</summary>
    public static Filter operator ==(Column<T> left, Column<T> right) => Filters.ColumnsEqual(left, right);

    /// <summary>Rows in which the columns differ.</summary>
    public static Filter operator !=(Column<T> left, Column<T> right) => !Filters.ColumnsEqual(left, right);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => Metadata.GetHashCode();
}

/// <summary>A column whose values have an order.</summary>
/// <typeparam name="T">The type of the values, without null.</typeparam>
/// <param name="metadata">The column.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ComparableColumn<T>(ColumnMetadata metadata) : Column<T>(metadata)
{
    /// <summary>Rows in which both columns have a value and the first is less.</summary>
    public static Filter operator <(ComparableColumn<T> left, ComparableColumn<T> right) => Filters.ColumnLess(left, right);

    /// <summary>Rows in which both columns have a value and the first is less or equal.</summary>
    public static Filter operator <=(ComparableColumn<T> left, ComparableColumn<T> right) => Filters.ColumnLessOrEqual(left, right);

    /// <summary>Rows in which both columns have a value and the first is greater.</summary>
    public static Filter operator >(ComparableColumn<T> left, ComparableColumn<T> right) => Filters.ColumnLess(right, left);

    /// <summary>Rows in which both columns have a value and the first is greater or equal.</summary>
    public static Filter operator >=(ComparableColumn<T> left, ComparableColumn<T> right) => Filters.ColumnLessOrEqual(right, left);
}

/// <summary>What a method of the model computes for an index or unique. It is no property; only what is ordered is stored in the row, and can be read.</summary>
/// <param name="metadata">The column.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ComputedColumn(ColumnMetadata metadata) : Column(metadata);

/// <summary>A column whose values have parts, which no condition compares.</summary>
/// <param name="metadata">The column.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NestedColumn(ColumnMetadata metadata) : Column(metadata);
