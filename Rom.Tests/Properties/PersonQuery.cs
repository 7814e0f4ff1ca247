using Rom.CompilerServices;
using Rom.Querying;
using Rom.Storage;
using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>A random query: conditions, an order of some columns, and steps that skip or take.</summary>
internal sealed record PersonQuery(IReadOnlyList<Condition> Where, IReadOnlyList<OrderStep> Order, IReadOnlyList<WindowStep> Steps, int PageSize)
{
    public static PersonQuery Make(Random random)
    {
        Condition[] where = [.. Enumerable.Range(0, random.Next(8) switch { 0 => 0, 1 => 2, _ => 1 }).Select(_ => ConditionSource.Condition(random))];
        return new PersonQuery(where, DrawOrder(random, where), [.. Enumerable.Range(0, random.Next(4)).Select(_ => WindowStep.Make(random))], random.Next(1, 30));
    }

    public RomQuery<Person, long, Person.Columns> Build(RomContext context)
    {
        RomQuery<Person, long, Person.Columns> query = Ordered(context);
        foreach (WindowStep step in Steps) query = step.IsSkip ? query.Skip(step.Count) : query.Take(step.Count);
        return query;
    }

    /// <summary>The keys that pages give, cut to the window.</summary>
    public async Task<List<long>> PagedAsync(RomContext context)
    {
        List<long> keys = [];
        if (Steps.Count > 0)
        {
            await foreach (long key in Build(context).Select(c => c.Id).AsAsyncEnumerable(PageSize)) keys.Add(key);
            return keys;
        }

        string? cursor = null;
        do
        {
            RomPage<Person> page = await Ordered(context).ToPageAsync(PageSize, cursor);
            keys.AddRange(page.Items.Select(person => person.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        return keys;
    }

    /// <summary>What LINQ-to-objects answers.</summary>
    public List<Person> Expected(IEnumerable<Person> people)
    {
        IEnumerable<Person> window = PersonOrder.Sort(people.Where(person => Where.All(condition => condition.Holds(person))), Order.Count > 0 ? Order : OwnOrder());
        foreach (WindowStep step in Steps) window = step.IsSkip ? window.Skip(step.Count) : window.Take(step.Count);
        return [.. window];
    }

    public IEnumerable<PersonQuery> Smaller()
    {
        for (int i = 0; i < Steps.Count; i++) yield return this with { Steps = [.. Steps.Where((_, at) => at != i)] };
        for (int i = 0; i < Order.Count; i++) yield return this with { Order = [.. Order.Where((_, at) => at != i)] };
        for (int i = 0; i < Where.Count; i++)
        {
            yield return this with { Where = [.. Where.Where((_, at) => at != i)] };
            foreach (Condition smaller in Where[i].Smaller()) yield return this with { Where = [.. Where.Select((condition, at) => at == i ? smaller : condition)] };
        }
    }

    public override string ToString() =>
        "Person.Query(db)" + string.Concat(Where.Select(condition => $"\n  .Where(c => {condition})"))
        + string.Concat(Order.Select((step, at) => step.Text(at == 0))) + string.Concat(Steps) + $" in pages of {PageSize}";

    private RomQuery<Person, long, Person.Columns> Ordered(RomContext context)
    {
        RomQuery<Person, long, Person.Columns> query = Person.Query(context);
        foreach (Condition condition in Where) query = query.Where(condition.Build);
        for (int i = 0; i < Order.Count; i++)
        {
            (PersonOrder order, bool descending, Nulls nulls) = Order[i];
            query = (i, descending) switch
            {
                (0, false) => query.OrderBy(order.Column, nulls),
                (0, true) => query.OrderByDescending(order.Column, nulls),
                (_, false) => ((RomOrderedQuery<Person, long, Person.Columns>)query).ThenBy(order.Column, nulls),
                _ => ((RomOrderedQuery<Person, long, Person.Columns>)query).ThenByDescending(order.Column, nulls),
            };
        }

        return query;
    }

    /// <summary>None, any, or one of the columns that the conditions ask about, because a range on the order's own index narrows its walk; then further ones.</summary>
    private static OrderStep[] DrawOrder(Random random, Condition[] where)
    {
        string asked = string.Concat(where.Select(condition => condition.ToString()));
        PersonOrder[] own = [.. PersonOrder.All.Where(order => asked.Contains($"c.{order.Property}", StringComparison.Ordinal))];
        PersonOrder? first = random.Next(3) switch { 0 => null, 1 when own.Length > 0 => random.One(own), _ => random.One(PersonOrder.All) };
        if (first is null) return [];
        int more = random.Next(3) == 0 ? random.Next(1, 3) : 0;
        return [OrderStep.Make(random, first), .. Enumerable.Range(0, more).Select(_ => OrderStep.Make(random, random.One(PersonOrder.All)))];
    }

    /// <summary>Without an order a query that is one range comes in that range's; which one that is, is a matter of the query and not of the data.</summary>
    private OrderStep[] OwnOrder()
    {
        Person.Columns columns = Typed<Person, long, Person.Columns>();
        SearchFilter filter = Where.Count == 0 ? ConstantFilter.All : new AndFilter([.. Where.Select(condition => condition.Build(columns).Node)]);
        IReadOnlyList<OrderColumn> order = SearchPlanner.Plan(Metadata<Person, long, Person.Columns>(), QuerySpec.Everything with { Filter = filter }, SearchReturn.Rows).Order;
        return order.Count == 0 ? [] : [new OrderStep(PersonOrder.All.Single(one => one.Property == order[^1].Column.Property), Descending: false, Nulls.Lowest)];
    }

    private static TColumns Typed<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.TypedColumns;

    private static ModelMetadata Metadata<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.Metadata;
}

/// <summary>One <c>Skip</c> or <c>Take</c>.</summary>
internal sealed record WindowStep(bool IsSkip, int Count)
{
    public static WindowStep Make(Random random) => new(random.Next(2) == 0, random.Next(5) == 0 ? random.Next(100) : random.Next(12));

    public override string ToString() => $"{(IsSkip ? ".Skip" : ".Take")}({Count})";
}
