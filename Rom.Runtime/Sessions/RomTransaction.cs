using Rom.Sessions;
using Rom.Storage;

namespace Rom;

/// <summary>
/// A session whose commit also verifies what was read: every row as it was seen (of a choice of columns, these), every row and unique value that was looked for and not found.
/// Numbers (<c>CountAsync</c>, <c>AnyAsync</c>, <c>SumAsync</c>, <c>AverageAsync</c>), different values and native structures are not verified; see
/// <see cref="CountVerifiedAsync"/> and <see cref="ListVerifiedAsync"/>.
/// It commits by itself when the work of <see cref="RomDatabase.TransactionAsync(Func{RomTransaction, CancellationToken, Task}, int, CancellationToken)"/> returns.
/// </summary>
public sealed class RomTransaction : RomSession
{
    internal RomTransaction(RomDatabase database)
        : base(database, new ReadSet())
    {
    }

    /// <summary>
    /// The number of rows, which the commit verifies: no row may have come or gone. For queries whose condition is one range or one value of one index
    /// (also one of several columns), or no condition: the commit counts it by one command, O(log n).
    /// </summary>
    /// <param name="query">A query on this transaction, without Skip and Take.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="QueryException">The commit could not count this by one command.</exception>
    public async Task<long> CountVerifiedAsync<TModel, TKey, TColumns>(RomQuery<TModel, TKey, TColumns> query, CancellationToken cancellationToken = default)
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class
    {
        SearchFilter condition = Verifiable(query);
        long count = await query.CountAsync(cancellationToken).ConfigureAwait(false);
        Reads!.Add(new CountCheck(TModel.Metadata, condition, count));
        return count;
    }

    /// <summary>
    /// The rows, whose number the commit verifies besides the rows themselves: none may have changed, come or gone. For the same queries as
    /// <see cref="CountVerifiedAsync"/>.
    /// </summary>
    /// <param name="query">A query on this transaction, without Skip and Take.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="QueryException">The commit could not count this by one command.</exception>
    public async Task<List<TModel>> ListVerifiedAsync<TModel, TKey, TColumns>(RomQuery<TModel, TKey, TColumns> query, CancellationToken cancellationToken = default)
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class
    {
        SearchFilter condition = Verifiable(query);
        List<TModel> rows = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        Reads!.Add(new CountCheck(TModel.Metadata, condition, rows.Count));
        return rows;
    }

    private protected override void CheckMayCommit() =>
        throw new InvalidOperationException("A transaction commits by itself when its work returns, and is run again when that meets a conflict.");

    private SearchFilter Verifiable<TModel, TKey, TColumns>(RomQuery<TModel, TKey, TColumns> query)
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Context != this) throw new ArgumentException("The query is not one on this transaction.", nameof(query));
        SearchPlan plan = query.Plan(SearchReturn.Count);
        SearchFilter? condition = plan.Conditions.Count switch { 0 => ConstantFilter.All, 1 => plan.Conditions[0], _ => null };
        if (plan is { Skip: 0, Take: null } && condition is not null && CountCheck.CanCount(condition)) return condition;
        throw new QueryException(
            $"A commit can verify the result of a query on {plan.Model.Name} only if its condition is one range or one value of one index, without Skip and Take. "
            + "Add an index over the columns of the condition, or verify a wider range and filter its rows.") { Model = plan.Model.Name };
    }
}
