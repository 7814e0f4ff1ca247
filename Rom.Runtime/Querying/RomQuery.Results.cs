using Rom.CompilerServices;
using Rom.Querying;
using Rom.Storage;

namespace Rom;

public partial class RomQuery<TModel, TKey, TColumns>
{
    private RowQuery<TModel> Rows => new(_context, TModel.Metadata, _spec, Columns: null, Load);

    /// <summary>The rows, loaded.</summary>
    public Task<List<TModel>> ToListAsync(CancellationToken cancellationToken = default) => Rows.ListAsync(cancellationToken);

    /// <summary>The first row, or null.</summary>
    public Task<TModel?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) => Rows.FirstAsync(cancellationToken);

    /// <summary>The only row, or null.</summary>
    /// <exception cref="QueryException">There is more than one.</exception>
    public Task<TModel?> SingleOrDefaultAsync(CancellationToken cancellationToken = default) => Rows.SingleAsync(cancellationToken);

    /// <summary>How many rows there are within the window. O(log n) for all rows, one range or one value.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken = default) => Rows.CountAsync(most: null, cancellationToken);

    /// <summary>Whether there is any row.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default) => await Rows.CountAsync(most: 1, cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>
    /// A page of rows and the cursor of the next: by key set, so that it stays right while rows are added, changed and deleted, and each
    /// page costs the same.
    /// </summary>
    /// <param name="size">How many rows a page has.</param>
    /// <param name="cursor">What the page before gave as <see cref="RomPage{T}.Next"/>; null for the first.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="QueryException">The cursor is damaged or belongs to another query, or the query has a window.</exception>
    public Task<RomPage<TModel>> ToPageAsync(int size, string? cursor = null, CancellationToken cancellationToken = default) =>
        Rows.PageAsync(size, cursor, cancellationToken);

    /// <summary>
    /// Every row, read in pages: rows that stay put come exactly once however slowly they are taken, and one page is held at a time.
    /// </summary>
    /// <param name="pageSize">How many rows are read at once.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public IAsyncEnumerable<TModel> AsAsyncEnumerable(int pageSize = 1_000, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pageSize);
        return Rows.StreamAsync(pageSize, cancellationToken);
    }

    /// <summary>
    /// Runs the query for what it does rather than for its rows: the index or condition that finds them, what each condition was expected to
    /// match and did, what was visited, round trips, and the time of the scripts on the server. It costs what the query costs, and the
    /// counting besides; a query of one index alone is read by a script that takes less.
    /// </summary>
    public Task<QueryExplanation> ExplainAsync(CancellationToken cancellationToken = default) => Rows.ExplainAsync(SearchReturn.Rows, cancellationToken);

    /// <summary>The same for <see cref="CountAsync"/>, which needs no order and often no row.</summary>
    public Task<QueryExplanation> ExplainCountAsync(CancellationToken cancellationToken = default) => Rows.ExplainAsync(SearchReturn.Count, cancellationToken);

    internal Task<SearchResult> SearchAsync(SearchReturn what, CancellationToken cancellationToken = default) =>
        _context.Engine.SearchAsync(SearchPlanner.Plan(TModel.Metadata, _spec, what), cancellationToken);

    private TModel Load(byte[]?[] row) =>
        _isTracked ? EntityOperations<TModel, TKey, TColumns>.Load(_context, row) : EntityOperations<TModel, TKey, TColumns>.LoadUntracked(row);
}
