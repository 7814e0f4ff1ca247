using System.Runtime.CompilerServices;
using Rom.CompilerServices;
using Rom.Serialization;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>A query and what becomes of its rows.</summary>
/// <param name="Context">Where to search.</param>
/// <param name="Model">The model.</param>
/// <param name="Spec">Which rows.</param>
/// <param name="Columns">The columns to read besides the key; null: all.</param>
/// <param name="Load">What a row becomes.</param>
internal sealed record RowQuery<T>(RomContext Context, ModelMetadata Model, QuerySpec Spec, IReadOnlyList<int>? Columns, Func<byte[]?[], T> Load)
{
    private SearchPlan Plan => Planned(Spec);

    private bool IsWindowed => Spec.Skip > 0 || Spec.Take is not null;

    public async Task<List<T>> ListAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<byte[]?[]> rows = (await Context.Engine.SearchAsync(Plan, cancellationToken).ConfigureAwait(false)).Rows;
        List<T> items = new(rows.Count);
        foreach (byte[]?[] row in rows) items.Add(Load(row));
        return items;
    }

    /// <summary>The first row, if there is one.</summary>
    public async Task<T?> FirstAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<byte[]?[]> rows = await RowsAsync(Planned(Spec.Taking(1)), cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? default : Load(rows[0]);
    }

    /// <summary>The only row, if there is one.</summary>
    public async Task<T?> SingleAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<byte[]?[]> rows = await RowsAsync(Planned(Spec.Taking(2)), cancellationToken).ConfigureAwait(false);
        return rows.Count switch
        {
            0 => default,
            1 => Load(rows[0]),
            _ => throw new QueryException($"More than one row of {Model.Name} matches a query that asked for a single one.") { Model = Model.Name },
        };
    }

    public async Task<RomPage<T>> PageAsync(int size, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        if (IsWindowed)
            throw new QueryException($"A page of {Model.Name} begins where its cursor says; leave out Skip and Take.") { Model = Model.Name };
        SearchPlan plan = Plan;
        if (cursor is not null) plan = plan with { After = PageCursor.Parse(plan, cursor) };
        // One row more tells whether there is another page.
        IReadOnlyList<byte[]?[]> rows = await RowsAsync(plan with { Take = (long)size + 1, Columns = WithOrder(plan) }, cancellationToken).ConfigureAwait(false);
        List<T> items = rows.Take(size).ConvertAll(Load);
        return new RomPage<T>(items, rows.Count > size ? PageCursor.Of(plan, rows[size - 1]) : null);
    }

    /// <summary>Every row, in pages by key set: none that stays put comes twice or is left out, and one page is held at a time.</summary>
    public async IAsyncEnumerable<T> StreamAsync(int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SearchPlan plan = Plan;
        for (long? left = plan.Take; left != 0;)
        {
            long size = Math.Min(pageSize, left ?? pageSize);
            IReadOnlyList<byte[]?[]> rows = await RowsAsync(plan with { Take = size, Columns = WithOrder(plan) }, cancellationToken).ConfigureAwait(false);
            foreach (byte[]?[] row in rows) yield return Load(row);
            if (rows.Count < size) yield break;
            left -= rows.Count;
            plan = plan with { After = OrderPosition.Of(plan, rows[^1]), Skip = 0 };
        }
    }

    /// <summary>Hands over every row as it comes, in whatever order is cheapest, and keeps none; a window has the order of the query and is kept until it is sorted.</summary>
    public Task EachAsync(Action<byte[]?[]> visit, CancellationToken cancellationToken) =>
        Context.Engine.VisitAsync(IsWindowed ? Plan : Unordered(Planned(Spec with { Order = [] })), visit, cancellationToken);

    /// <summary>The different values in the order of the rows that have them first. Of each value one row's place in the order is kept.</summary>
    public async Task<List<T>> DistinctAsync(CancellationToken cancellationToken)
    {
        SearchPlan plan = Plan;
        if (IsWindowed || plan is { Conditions.Count: 0, Walk: not null })
        {
            List<T> values = [];
            HashSet<object?> known = [];
            await Context.Engine.VisitAsync(plan with { AllowsRepeats = !IsWindowed }, row =>
            {
                T value = Load(row);
                if (known.Add(value)) values.Add(value);
            }, cancellationToken).ConfigureAwait(false);
            return values;
        }

        FirstPlaces firsts = new(plan);
        await Context.Engine.VisitAsync(
            Unordered(plan) with { AllowsRepeats = true, Columns = WithOrder(plan) }, row => firsts.Add(row, Load(row)), cancellationToken).ConfigureAwait(false);
        return firsts.InOrder().ConvertAll(value => (T)value!);
    }

    public async Task<long> CountDistinctAsync(CancellationToken cancellationToken)
    {
        HashSet<object?> values = [];
        SearchPlan plan = IsWindowed ? Plan : Unordered(Planned(Spec with { Order = [] })) with { AllowsRepeats = true };
        await Context.Engine.VisitAsync(plan, row => values.Add(Load(row)), cancellationToken).ConfigureAwait(false);
        return values.Count;
    }

    public async Task<long> CountAsync(long? most, CancellationToken cancellationToken)
    {
        SearchPlan plan = SearchPlanner.Plan(Model, most is { } take ? Spec.Taking(take) : Spec, SearchReturn.Count, Columns, Context.Options.ReadFromReplicas);
        return (await Context.Engine.SearchAsync(plan, cancellationToken).ConfigureAwait(false)).Count;
    }

    public async Task<QueryExplanation> ExplainAsync(SearchReturn what, CancellationToken cancellationToken)
    {
        SearchPlan plan = SearchPlanner.Plan(Model, Spec, what, Columns, Context.Options.ReadFromReplicas);
        SearchTrace trace = await Context.Engine.ExplainAsync(plan, cancellationToken).ConfigureAwait(false);
        return new QueryExplanation(plan, trace, Context.Options.IncludeValuesInErrors);
    }

    /// <summary>In no order. Without conditions the order of the keys is the cheapest, and no row moves in it.</summary>
    private static SearchPlan Unordered(SearchPlan plan) => plan is { Conditions.Count: 0, Model.HasKeyIndex: true, Order.Count: 0 }
        ? plan
        : plan with { Order = [], Walk = null, Groups = null, IsUnordered = true };

    private SearchPlan Planned(QuerySpec spec) => SearchPlanner.Plan(Model, spec, SearchReturn.Rows, Columns, Context.Options.ReadFromReplicas);

    /// <summary>What the rows are ordered by is read too, so that the last of them tells where the next page begins.</summary>
    private IReadOnlyList<int>? WithOrder(SearchPlan plan) =>
        Columns is null ? null : [.. Columns.Concat(plan.Order.Select(order => order.Column.Ordinal)).Where(column => column != 0).Distinct()];

    private async Task<IReadOnlyList<byte[]?[]>> RowsAsync(SearchPlan plan, CancellationToken cancellationToken) =>
        (await Context.Engine.SearchAsync(plan, cancellationToken).ConfigureAwait(false)).Rows;
}
