using System.ComponentModel;
using Rom.CompilerServices;
using Rom.Querying;
using Rom.Storage;

namespace Rom;

/// <summary>
/// A query on one model. Immutable: every call returns a new query, and nothing is sent before a terminal call, which takes one
/// round trip. Without an order, rows come in the order of the one range that the query is, or else of the keys' stored text.
/// </summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TKey">The type of its key.</typeparam>
/// <typeparam name="TColumns">Its typed columns.</typeparam>
public sealed class RomQuery<TModel, TKey, TColumns>
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    private const string NoOrder =
        "This column has no ordered index, so rows cannot be ordered by it. Add [Index(IndexKind.Ordered)] to its property; on numbers and dates [Index] is enough.";

    private readonly RomContext _context;
    private readonly QuerySpec _spec;

    /// <summary>Every row of the model.</summary>
    /// <param name="context">Where to search.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RomQuery(RomContext context)
        : this(context, QuerySpec.Everything) => ArgumentNullException.ThrowIfNull(context);

    private RomQuery(RomContext context, QuerySpec spec) => (_context, _spec) = (context, spec);

    /// <summary>Keeps the rows that also match a condition.</summary>
    /// <param name="condition">Plain C# over the typed columns, called once, now.</param>
    public RomQuery<TModel, TKey, TColumns> Where(Func<TColumns, Filter> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        SearchFilter filter = condition(TModel.TypedColumns).Node;
        return With(_spec with { Filter = _spec.Filter == ConstantFilter.All ? filter : AndFilter.Of(_spec.Filter, filter) });
    }

    /// <summary>Orders the rows by a column, lowest first; null comes before every value, ties are in order of the keys' stored text.</summary>
    /// <param name="column">A column with an Ordered index.</param>
    public RomQuery<TModel, TKey, TColumns> OrderBy(Func<TColumns, OrderableColumn> column) => Order(column, descending: false);

    /// <summary>The exact reverse of <see cref="OrderBy(Func{TColumns, OrderableColumn})"/>, ties included.</summary>
    /// <param name="column">A column with an Ordered index.</param>
    public RomQuery<TModel, TKey, TColumns> OrderByDescending(Func<TColumns, OrderableColumn> column) => Order(column, descending: true);

    /// <summary>Does not compile: the column has no ordered index.</summary>
    [Obsolete(NoOrder, error: true)]
    public RomQuery<TModel, TKey, TColumns> OrderBy(Func<TColumns, UnorderedColumn> column) => throw new NotSupportedException(NoOrder);

    /// <summary>Does not compile: the column has no ordered index.</summary>
    [Obsolete(NoOrder, error: true)]
    public RomQuery<TModel, TKey, TColumns> OrderByDescending(Func<TColumns, UnorderedColumn> column) => throw new NotSupportedException(NoOrder);

    /// <summary>Leaves out the first rows, after those that were left out before.</summary>
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

    /// <summary>The rows, loaded.</summary>
    public async Task<List<TModel>> ToListAsync(CancellationToken cancellationToken = default)
    {
        SearchResult result = await SearchAsync(_spec, SearchReturn.Rows, cancellationToken).ConfigureAwait(false);
        List<TModel> entities = new(result.Rows.Count);
        foreach (byte[]?[] row in result.Rows) entities.Add(EntityOperations<TModel, TKey, TColumns>.Load(_context, row));
        return entities;
    }

    /// <summary>The first row, or null.</summary>
    public async Task<TModel?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        SearchResult result = await SearchAsync(_spec.Taking(1), SearchReturn.Rows, cancellationToken).ConfigureAwait(false);
        return result.Rows.Count == 0 ? null : EntityOperations<TModel, TKey, TColumns>.Load(_context, result.Rows[0]);
    }

    /// <summary>How many rows there are within the window. O(log n) for all rows, one range or one value.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken = default) =>
        (await SearchAsync(_spec, SearchReturn.Count, cancellationToken).ConfigureAwait(false)).Count;

    /// <summary>Whether there is any row.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        (await SearchAsync(_spec.Taking(1), SearchReturn.Count, cancellationToken).ConfigureAwait(false)).Count > 0;

    internal Task<SearchResult> SearchAsync(SearchReturn what, CancellationToken cancellationToken = default) => SearchAsync(_spec, what, cancellationToken);

    private Task<SearchResult> SearchAsync(QuerySpec spec, SearchReturn what, CancellationToken cancellationToken) =>
        _context.Engine.SearchAsync(SearchPlanner.Plan(TModel.Metadata, spec, what), cancellationToken);

    private RomQuery<TModel, TKey, TColumns> Order(Func<TColumns, OrderableColumn> column, bool descending)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (_spec.Order.Count > 0)
            throw new QueryException($"A query on {TModel.Metadata.Name} is ordered already. One OrderBy decides; ties are in order of the key.");
        return With(_spec with { Order = [new QueryOrder(column(TModel.TypedColumns).Ordered!, descending, Nulls.Lowest)] });
    }

    private RomQuery<TModel, TKey, TColumns> With(QuerySpec spec) => new(_context, spec);
}
