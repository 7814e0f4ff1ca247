using Rom.Querying;

namespace Rom;

/// <summary>A query with an order, to which further columns can be added.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TKey">The type of its key.</typeparam>
/// <typeparam name="TColumns">Its typed columns.</typeparam>
public sealed class RomOrderedQuery<TModel, TKey, TColumns> : RomQuery<TModel, TKey, TColumns>
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    internal RomOrderedQuery(RomContext context, QuerySpec spec, bool isTracked)
        : base(context, spec, isTracked)
    {
    }

    /// <summary>
    /// Orders what is equal so far by a further column. An index over these columns in this order gives it as it is; without one a small window
    /// costs the rows that have the values of the first column that it shows, and no window all rows that match.
    /// </summary>
    /// <param name="column">A column with an Ordered index.</param>
    /// <param name="nulls">Where rows without a value come.</param>
    public RomOrderedQuery<TModel, TKey, TColumns> ThenBy(Func<TColumns, IOrderableColumn> column, Nulls nulls = Nulls.Lowest) =>
        ThenOrdered(column, isDescending: false, nulls);

    /// <summary>Orders what is equal so far by a further column, highest first.</summary>
    /// <param name="column">A column with an Ordered index.</param>
    /// <param name="nulls">Where rows without a value come.</param>
    public RomOrderedQuery<TModel, TKey, TColumns> ThenByDescending(Func<TColumns, IOrderableColumn> column, Nulls nulls = Nulls.Lowest) =>
        ThenOrdered(column, isDescending: true, nulls);

    /// <summary>Does not compile: the column has no ordered index.</summary>
    [Obsolete(NoOrder, error: true)]
    public RomOrderedQuery<TModel, TKey, TColumns> ThenBy(Func<TColumns, IUnorderedColumn> column, Nulls nulls = Nulls.Lowest) =>
        throw new NotSupportedException(NoOrder);

    /// <summary>Does not compile: the column has no ordered index.</summary>
    [Obsolete(NoOrder, error: true)]
    public RomOrderedQuery<TModel, TKey, TColumns> ThenByDescending(Func<TColumns, IUnorderedColumn> column, Nulls nulls = Nulls.Lowest) =>
        throw new NotSupportedException(NoOrder);
}
