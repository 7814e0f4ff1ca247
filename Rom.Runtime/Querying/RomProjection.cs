using Rom.Querying;
using Rom.Storage;

namespace Rom;

/// <summary>A query that reads some columns of its rows.</summary>
/// <typeparam name="T">The type of the one column, or a tuple of several.</typeparam>
public sealed class RomProjection<T>
{
    private readonly RowQuery<T> _rows;

    internal RomProjection(RowQuery<T> rows) => _rows = rows;

    /// <summary>The values of the rows, in the query's order.</summary>
    public Task<List<T>> ToListAsync(CancellationToken cancellationToken = default) => _rows.ListAsync(cancellationToken);

    /// <summary>The values of the first row, or the default of their type when there is none.</summary>
    public Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) => _rows.FirstAsync(cancellationToken);

    /// <summary>The values of the only row, or the default of their type when there is none.</summary>
    /// <exception cref="QueryException">There is more than one.</exception>
    public Task<T?> SingleOrDefaultAsync(CancellationToken cancellationToken = default) => _rows.SingleAsync(cancellationToken);

    /// <summary>A page of rows and the cursor of the next; cursors are those of the query without the choice of columns.</summary>
    /// <param name="size">How many rows a page has.</param>
    /// <param name="cursor">What the page before gave as <see cref="RomPage{T}.Next"/>; null for the first.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="QueryException">The cursor is damaged or belongs to another query, or the query has a window.</exception>
    public Task<RomPage<T>> ToPageAsync(int size, string? cursor = null, CancellationToken cancellationToken = default) =>
        _rows.PageAsync(size, cursor, cancellationToken);

    /// <summary>Every row, read in pages.</summary>
    /// <param name="pageSize">How many rows are read at once.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public IAsyncEnumerable<T> AsAsyncEnumerable(int pageSize = 1_000, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pageSize);
        return _rows.StreamAsync(pageSize, cancellationToken);
    }

    /// <summary>Runs the query for what it does rather than for its rows; see <see cref="RomQuery{TModel, TKey, TColumns}.ExplainAsync"/>.</summary>
    public Task<QueryExplanation> ExplainAsync(CancellationToken cancellationToken = default) => _rows.ExplainAsync(SearchReturn.Rows, cancellationToken);

    /// <summary>Each value once.</summary>
    public RomDistinct<T> Distinct() => new(_rows);
}

/// <summary>The different values of a query's rows, which this process tells apart.</summary>
/// <typeparam name="T">The type of the one column, or a tuple of several.</typeparam>
public sealed class RomDistinct<T>
{
    private readonly RowQuery<T> _rows;

    internal RomDistinct(RowQuery<T> rows) => _rows = rows;

    /// <summary>The different values, in the order of the rows that had them first. Every row is read: O(rows); only the different values are held.</summary>
    public Task<List<T>> ToListAsync(CancellationToken cancellationToken = default) => _rows.DistinctAsync(cancellationToken);

    /// <summary>How many different values there are. Every row is read: O(rows); only the different values are held.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken = default) => _rows.CountDistinctAsync(cancellationToken);
}
