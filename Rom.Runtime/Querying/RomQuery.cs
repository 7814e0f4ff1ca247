using System.ComponentModel;
using Rom.Querying;
using Rom.Storage;

namespace Rom;

/// <summary>
/// A query on one model. Immutable: every call returns a new query, and nothing is sent before a terminal call, which takes one
/// round trip, or more when the work exceeds <see cref="RomOptions.MaxRowsVisitedPerCall"/>. Without an order, rows come in the order
/// of the one range that the query is, or else of the keys' stored text.
/// </summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TKey">The type of its key.</typeparam>
/// <typeparam name="TColumns">Its typed columns.</typeparam>
public partial class RomQuery<TModel, TKey, TColumns>
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    private protected const string NoOrder =
        "This column has no ordered index, so rows cannot be ordered by it. Add [Index(IndexKind.Ordered)] to its property; on numbers and dates [Index] is enough. "
        + "bool, Guid and nested values have none; a point has the order of its DistanceTo.";

    private readonly RomContext _context;
    private readonly QuerySpec _spec;
    private readonly bool _isTracked = true;

    /// <summary>Every row of the model.</summary>
    /// <param name="context">Where to search.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RomQuery(RomContext context)
        : this(context, QuerySpec.Everything, isTracked: true) => ArgumentNullException.ThrowIfNull(context);

    private protected RomQuery(RomContext context, QuerySpec spec, bool isTracked) => (_context, _spec, _isTracked) = (context, spec, isTracked);

    /// <summary>Keeps the rows that also match a condition.</summary>
    /// <param name="condition">Plain C# over the typed columns, called once, now.</param>
    public RomQuery<TModel, TKey, TColumns> Where(Func<TColumns, Filter> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Filter wanted = condition(TModel.TypedColumns) ?? throw new ArgumentException("The condition is null; it must be a comparison of columns.", nameof(condition));
        SearchFilter filter = wanted.Node;
        return With(_spec with { Filter = _spec.Filter == ConstantFilter.All ? filter : AndFilter.Of(_spec.Filter, filter) });
    }

    /// <summary>Keeps the rows that also match a condition, if the program says so.</summary>
    /// <param name="isWanted">Whether the condition counts; when not, it is not even called.</param>
    /// <param name="condition">Plain C# over the typed columns, called once, now.</param>
    public RomQuery<TModel, TKey, TColumns> WhereIf(bool isWanted, Func<TColumns, Filter> condition) => isWanted ? Where(condition) : this;

    /// <summary>Orders the rows by a column, lowest first; ties are in order of the keys' stored text.</summary>
    /// <param name="column">A column with an Ordered index.</param>
    /// <param name="nulls">Where rows without a value come.</param>
    public RomOrderedQuery<TModel, TKey, TColumns> OrderBy(Func<TColumns, IOrderableColumn> column, Nulls nulls = Nulls.Lowest) =>
        Ordered(column, isDescending: false, nulls);

    /// <summary>The exact reverse of <see cref="OrderBy(Func{TColumns, IOrderableColumn}, Nulls)"/>, ties included.</summary>
    /// <param name="column">A column with an Ordered index.</param>
    /// <param name="nulls">Where rows without a value come.</param>
    public RomOrderedQuery<TModel, TKey, TColumns> OrderByDescending(Func<TColumns, IOrderableColumn> column, Nulls nulls = Nulls.Lowest) =>
        Ordered(column, isDescending: true, nulls);

    /// <summary>Does not compile: the column has no ordered index.</summary>
    [Obsolete(NoOrder, error: true)]
    public RomOrderedQuery<TModel, TKey, TColumns> OrderBy(Func<TColumns, IUnorderedColumn> column, Nulls nulls = Nulls.Lowest) =>
        throw new NotSupportedException(NoOrder);

    /// <summary>Does not compile: the column has no ordered index.</summary>
    [Obsolete(NoOrder, error: true)]
    public RomOrderedQuery<TModel, TKey, TColumns> OrderByDescending(Func<TColumns, IUnorderedColumn> column, Nulls nulls = Nulls.Lowest) =>
        throw new NotSupportedException(NoOrder);

    /// <summary>Leaves out the first rows, after those that were left out before. O(log n) where an index gives the order without a test.</summary>
    public RomQuery<TModel, TKey, TColumns> Skip(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(_spec.Skipping(count));
    }

    /// <summary>Returns no more rows than this.</summary>
    public RomQuery<TModel, TKey, TColumns> Take(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(_spec.Taking(count));
    }

    /// <summary>Entities that Rom remembers nothing of: a session does not track them, and a save takes each for a new one.</summary>
    public RomQuery<TModel, TKey, TColumns> AsNoTracking() => new(_context, _spec, isTracked: false);

    /// <summary>Lets a replica answer, which may be behind; the primary does when there is none.</summary>
    public RomQuery<TModel, TKey, TColumns> FromReplica() => With(_spec with { FromReplica = true });

    internal RomContext Context => _context;

    internal SearchPlan Plan(SearchReturn what) => SearchPlanner.Plan(TModel.Metadata, _spec, what);

    private protected RomOrderedQuery<TModel, TKey, TColumns> ThenOrdered(Func<TColumns, IOrderableColumn> column, bool isDescending, Nulls nulls)
    {
        ArgumentNullException.ThrowIfNull(column);
        QueryOrder order = column(TModel.TypedColumns) switch
        {
            DistanceColumn distance => new QueryOrder(distance.Column.Geo!, isDescending, nulls, distance.Center),
            object one => new QueryOrder(((Column)one).Ordered!, isDescending, nulls),
        };
        return new RomOrderedQuery<TModel, TKey, TColumns>(_context, _spec with { Order = [.. _spec.Order, order] }, _isTracked);
    }

    private RomOrderedQuery<TModel, TKey, TColumns> Ordered(Func<TColumns, IOrderableColumn> column, bool isDescending, Nulls nulls)
    {
        if (_spec.Order.Count > 0) throw new QueryException($"A query on {TModel.Metadata.Name} is ordered already. Write ThenBy for a further column.") { Model = TModel.Metadata.Name };
        return ThenOrdered(column, isDescending, nulls);
    }

    private RomQuery<TModel, TKey, TColumns> With(QuerySpec spec) => new(_context, spec, _isTracked);
}
