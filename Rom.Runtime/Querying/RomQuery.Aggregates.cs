using System.Numerics;
using Rom.CompilerServices;
using Rom.Querying;
using Rom.Storage;

namespace Rom;

public partial class RomQuery<TModel, TKey, TColumns>
{
    /// <summary>The sum of a column, exact for integers and decimals; 0 of no rows. O(rows): the column of each row is read, and no row is held.</summary>
    /// <exception cref="OverflowException">The sum is beyond the type.</exception>
    public async Task<T> SumAsync<T>(Func<TColumns, IColumn<T>> column, CancellationToken cancellationToken = default)
        where T : struct, INumberBase<T>
    {
        NumberSum<T> sum = new();
        await EachAsync(column, sum.Add, cancellationToken).ConfigureAwait(false);
        return sum.Total;
    }

    /// <summary>The sum of a column's values, rows without one left out; 0 of none.</summary>
    /// <exception cref="OverflowException">The sum is beyond the type.</exception>
    public async Task<T> SumAsync<T>(Func<TColumns, IColumn<T?>> column, CancellationToken cancellationToken = default)
        where T : struct, INumberBase<T>
    {
        NumberSum<T> sum = new();
        await EachPresentAsync(column, sum.Add, cancellationToken).ConfigureAwait(false);
        return sum.Total;
    }

    /// <summary>The average of a column of integers: of their exact sum.</summary>
    /// <exception cref="InvalidOperationException">There are no rows.</exception>
    public async Task<double> AverageAsync<T>(Func<TColumns, IColumn<T>> column, CancellationToken cancellationToken = default)
        where T : struct, IBinaryInteger<T>
    {
        WholeSum sum = default;
        await EachAsync(column, value => sum = sum.Plus(value), cancellationToken).ConfigureAwait(false);
        return sum.Average ?? throw Empty();
    }

    /// <summary>The average of a column's integers, rows without one left out; null of none.</summary>
    public async Task<double?> AverageAsync<T>(Func<TColumns, IColumn<T?>> column, CancellationToken cancellationToken = default)
        where T : struct, IBinaryInteger<T>
    {
        WholeSum sum = default;
        await EachPresentAsync(column, value => sum = sum.Plus(value), cancellationToken).ConfigureAwait(false);
        return sum.Average;
    }

    /// <summary>The average of a column of decimals.</summary>
    /// <exception cref="InvalidOperationException">There are no rows.</exception>
    public async Task<decimal> AverageAsync(Func<TColumns, IColumn<decimal>> column, CancellationToken cancellationToken = default)
    {
        DecimalSum sum = default;
        await EachAsync(column, value => sum = sum.Plus(value), cancellationToken).ConfigureAwait(false);
        return sum.Average ?? throw Empty();
    }

    /// <summary>The average of a column's decimals, rows without one left out; null of none.</summary>
    public async Task<decimal?> AverageAsync(Func<TColumns, IColumn<decimal?>> column, CancellationToken cancellationToken = default)
    {
        DecimalSum sum = default;
        await EachPresentAsync(column, value => sum = sum.Plus(value), cancellationToken).ConfigureAwait(false);
        return sum.Average;
    }

    /// <summary>The average of a column of doubles, which is rounded as doubles are.</summary>
    /// <exception cref="InvalidOperationException">There are no rows.</exception>
    public async Task<double> AverageAsync(Func<TColumns, IColumn<double>> column, CancellationToken cancellationToken = default)
    {
        DoubleSum sum = default;
        await EachAsync(column, value => sum = sum.Plus(value), cancellationToken).ConfigureAwait(false);
        return sum.Average ?? throw Empty();
    }

    /// <summary>The average of a column's doubles, rows without one left out; null of none.</summary>
    public async Task<double?> AverageAsync(Func<TColumns, IColumn<double?>> column, CancellationToken cancellationToken = default)
    {
        DoubleSum sum = default;
        await EachPresentAsync(column, value => sum = sum.Plus(value), cancellationToken).ConfigureAwait(false);
        return sum.Average;
    }

    /// <summary>The least value of a column, rows without one left out; null of none. NaN is below all values. One row is read.</summary>
    /// <exception cref="InvalidOperationException">There is no value, and the property cannot be null.</exception>
    public Task<T?> MinAsync<T>(Func<TColumns, IOrderableColumn<T>> column, CancellationToken cancellationToken = default) =>
        ExtremeAsync(column, isGreatest: false, cancellationToken);

    /// <summary>The greatest value of a column, rows without one left out; null of none. One row is read.</summary>
    /// <exception cref="InvalidOperationException">There is no value, and the property cannot be null.</exception>
    public Task<T?> MaxAsync<T>(Func<TColumns, IOrderableColumn<T>> column, CancellationToken cancellationToken = default) =>
        ExtremeAsync(column, isGreatest: true, cancellationToken);

    /// <summary>Does not compile: the column has no ordered index.</summary>
    [Obsolete(NoOrder, error: true)]
    public Task MinAsync(Func<TColumns, IUnorderedColumn> column, CancellationToken cancellationToken = default) => throw new NotSupportedException(NoOrder);

    /// <summary>Does not compile: the column has no ordered index.</summary>
    [Obsolete(NoOrder, error: true)]
    public Task MaxAsync(Func<TColumns, IUnorderedColumn> column, CancellationToken cancellationToken = default) => throw new NotSupportedException(NoOrder);

    private static InvalidOperationException Empty() => new($"No row of {TModel.Metadata.Name} has a value to take this of.");

    private Task EachPresentAsync<T>(Func<TColumns, IColumn<T?>> column, Action<T> add, CancellationToken cancellationToken)
        where T : struct => EachAsync(
            column,
            value =>
            {
                if (value is { } present) add(present);
            },
            cancellationToken);

    /// <summary>Nothing else here is generic in the type of the column, because a Native AOT program has a copy of that for each.</summary>
    private Task EachAsync<T>(Func<TColumns, IColumn<T>> column, Action<T> add, CancellationToken cancellationToken)
    {
        IColumn<T> read = ColumnOf(column);
        RowQuery<object?> rows = new(_context, TModel.Metadata, _spec, [read.Metadata.Ordinal], static _ => null);
        return rows.EachAsync(row => add(read.Read(new RowReader(TModel.Metadata, row))), cancellationToken);
    }

    private async Task<T?> ExtremeAsync<T>(Func<TColumns, IOrderableColumn<T>> column, bool isGreatest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(column);
        IOrderableColumn<T> read = column(TModel.TypedColumns);
        if (_spec.Skip > 0 || _spec.Take is not null)
            throw new QueryException($"The least or greatest value of {TModel.Metadata.Name} is that of all its matching rows; leave out Skip and Take.");
        if (read is not Column) throw new QueryException("The least or greatest distance is that of the first row in its order: write OrderBy and Select.");
        QuerySpec present = _spec with
        {
            Filter = AndFilter.Of(_spec.Filter, Filters.IsNotNull((Column)read).Node),
            Order = [new QueryOrder(((Column)read).Ordered!, isGreatest, Nulls.Lowest)],
        };
        RowQuery<T> query = new(_context, TModel.Metadata, present.Taking(1), [read.Metadata.Ordinal], row => read.Read(new RowReader(TModel.Metadata, row)));
        List<T> values = await query.ListAsync(cancellationToken).ConfigureAwait(false);
        if (values.Count > 0) return values[0];
        return default(T) is null ? default : throw Empty();
    }
}
