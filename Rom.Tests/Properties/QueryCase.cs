using Rom.Storage;

namespace Rom.Tests.Properties;

/// <summary>A random query: conditions, an order of some columns, steps that skip or take, and what is read of its rows.</summary>
/// <param name="Subject">Whose rows.</param>
/// <param name="Where">Conditions that must all hold.</param>
/// <param name="Order">The columns to order by.</param>
/// <param name="Steps">The window.</param>
/// <param name="PageSize">How many rows a page has.</param>
/// <param name="Reading">What is read besides the rows.</param>
/// <param name="Way">Which of the databases is asked.</param>
internal sealed record QueryCase<TModel, TKey, TColumns>(
    Subject<TModel, TKey, TColumns> Subject, IReadOnlyList<Condition<TModel, TColumns>> Where, IReadOnlyList<OrderStep<TModel, TColumns>> Order,
    IReadOnlyList<WindowStep> Steps, int PageSize, Reading<TModel, TKey, TColumns> Reading, int Way)
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    public static QueryCase<TModel, TKey, TColumns> Make(Subject<TModel, TKey, TColumns> subject, Random random)
    {
        Condition<TModel, TColumns>[] where =
            [.. Enumerable.Range(0, random.Next(8) switch { 0 => 0, 1 => 2, _ => 1 }).Select(_ => subject.Conditions.Make(random))];
        return new QueryCase<TModel, TKey, TColumns>(
            subject, where, DrawOrder(random, where, subject.Orders(random)), [.. Enumerable.Range(0, random.Next(4)).Select(_ => WindowStep.Make(random))],
            random.Next(1, 30), random.One(random.Next(2) == 0 ? Readings<TModel, TKey, TColumns>.All : subject.Readings), random.Next(int.MaxValue));
    }

    public RomQuery<TModel, TKey, TColumns> Build(RomContext context)
    {
        RomQuery<TModel, TKey, TColumns> query = Ordered(context);
        foreach (WindowStep step in Steps) query = step.IsSkip ? query.Skip(step.Count) : query.Take(step.Count);
        return query;
    }

    /// <summary>The same without its window.</summary>
    public RomQuery<TModel, TKey, TColumns> Ordered(RomContext context)
    {
        RomQuery<TModel, TKey, TColumns> query = new(context);
        foreach (Condition<TModel, TColumns> condition in Where) query = query.Where(condition.Build);
        for (int i = 0; i < Order.Count; i++)
        {
            (ColumnOrder<TModel, TColumns> order, bool descending, Nulls nulls) = Order[i];
            query = (i, descending) switch
            {
                (0, false) => query.OrderBy(order.Column, nulls),
                (0, true) => query.OrderByDescending(order.Column, nulls),
                (_, false) => ((RomOrderedQuery<TModel, TKey, TColumns>)query).ThenBy(order.Column, nulls),
                _ => ((RomOrderedQuery<TModel, TKey, TColumns>)query).ThenByDescending(order.Column, nulls),
            };
        }

        return query;
    }

    /// <summary>Whether nothing tells which rows there are, so that the query has no answer.</summary>
    public bool IsRefused => !Subject.HasRowSource && !FilterShape.NamesRows(Filter);

    private SearchFilter Filter => Where.Count == 0 ? ConstantFilter.All : new AndFilter([.. Where.Select(condition => condition.Build(TModel.TypedColumns).Node)]);

    /// <summary>What LINQ-to-objects answers.</summary>
    public List<TModel> Expected(IEnumerable<TModel> rows)
    {
        IReadOnlyList<OrderStep<TModel, TColumns>> steps = Order.Count > 0 ? Order : OwnOrder();
        int ties = steps.Count > 0 && steps[0].Descending ? -1 : 1;
        List<TModel> sorted = [.. rows.Where(row => Where.All(condition => condition.Holds(row)))];
        sorted.Sort((x, y) => steps.Select(step => step.Compare(x, y)).FirstOrDefault(compared => compared != 0) is not 0 and int byStep
            ? byStep
            : ties * TextOrder.Instance.Compare(Subject.KeyText(x), Subject.KeyText(y)));
        IEnumerable<TModel> window = sorted;
        foreach (WindowStep step in Steps) window = step.IsSkip ? window.Skip(step.Count) : window.Take(step.Count);
        return [.. window];
    }

    public IEnumerable<QueryCase<TModel, TKey, TColumns>> Smaller()
    {
        for (int i = 0; i < Steps.Count; i++) yield return this with { Steps = [.. Steps.Where((_, at) => at != i)] };
        for (int i = 0; i < Order.Count; i++) yield return this with { Order = [.. Order.Where((_, at) => at != i)] };
        for (int i = 0; i < Where.Count; i++)
        {
            yield return this with { Where = [.. Where.Where((_, at) => at != i)] };
            foreach (Condition<TModel, TColumns> smaller in Where[i].Smaller())
                yield return this with { Where = [.. Where.Select((condition, at) => at == i ? smaller : condition)] };
        }
    }

    public override string ToString() =>
        $"{typeof(TModel).Name}.Query(db)" + string.Concat(Where.Select(condition => $"\n  .Where(c => {condition})"))
        + string.Concat(Order.Select((step, at) => step.Text(at == 0))) + string.Concat(Steps) + $"\n  {Reading.Text}, in pages of {PageSize}";

    /// <summary>None, any, or one of the columns that the conditions ask about, because a range on the order's own index narrows its walk; then further ones.</summary>
    private static OrderStep<TModel, TColumns>[] DrawOrder(Random random, Condition<TModel, TColumns>[] where, IReadOnlyList<ColumnOrder<TModel, TColumns>> all)
    {
        string asked = string.Concat(where.Select(condition => condition.ToString()));
        ColumnOrder<TModel, TColumns>[] own = [.. all.Where(order => asked.Contains($"c.{order.Property}", StringComparison.Ordinal))];
        ColumnOrder<TModel, TColumns>? first = random.Next(3) switch { 0 => null, 1 when own.Length > 0 => random.One(own), _ => random.One(all) };
        if (first is null) return [];
        int more = random.Next(3) == 0 ? random.Next(1, 3) : 0;
        return [OrderStep<TModel, TColumns>.Make(random, first), .. Enumerable.Range(0, more).Select(_ => OrderStep<TModel, TColumns>.Make(random, random.One(all)))];
    }

    /// <summary>Without an order rows that are a single range come in the order of its index, any others in that of the keys, or of the index that stands in for them.</summary>
    private OrderStep<TModel, TColumns>[] OwnOrder()
    {
        string[] properties = FilterShape.Of(Filter).SingleRange is { } index ? [index.Column.Property] : Subject.RowOrder;
        IReadOnlyList<ColumnOrder<TModel, TColumns>> orders = Subject.Orders(new Random(0));
        return [.. properties.Select(property => new OrderStep<TModel, TColumns>(orders.Single(one => one.Property == property), Descending: false, Nulls.Lowest))];
    }
}

/// <summary>One <c>Skip</c> or <c>Take</c>.</summary>
internal sealed record WindowStep(bool IsSkip, int Count)
{
    public static WindowStep Make(Random random) => new(random.Next(2) == 0, random.Next(5) == 0 ? random.Next(100) : random.Next(12));

    public override string ToString() => $"{(IsSkip ? ".Skip" : ".Take")}({Count})";
}
