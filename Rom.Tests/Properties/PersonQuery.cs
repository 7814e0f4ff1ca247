using Rom.CompilerServices;
using Rom.Querying;
using Rom.Storage;
using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>A random query: conditions, an order, and steps that skip or take.</summary>
internal sealed record PersonQuery(IReadOnlyList<Condition> Where, PersonOrder? Order, bool Descending, IReadOnlyList<WindowStep> Steps)
{
    public static PersonQuery Make(Random random)
    {
        Condition[] where = [.. Enumerable.Range(0, random.Next(8) switch { 0 => 0, 1 => 2, _ => 1 }).Select(_ => ConditionSource.Condition(random))];
        return new PersonQuery(where, DrawOrder(random, where), random.Next(2) == 0, [.. Enumerable.Range(0, random.Next(4)).Select(_ => WindowStep.Make(random))]);
    }

    public RomQuery<Person, long, Person.Columns> Build(RomContext context)
    {
        RomQuery<Person, long, Person.Columns> query = Person.Query(context);
        foreach (Condition condition in Where) query = query.Where(condition.Build);
        if (Order is not null) query = Descending ? query.OrderByDescending(Order.Column) : query.OrderBy(Order.Column);
        foreach (WindowStep step in Steps) query = step.IsSkip ? query.Skip(step.Count) : query.Take(step.Count);
        return query;
    }

    /// <summary>What LINQ-to-objects answers.</summary>
    public List<Person> Expected(IEnumerable<Person> people)
    {
        IEnumerable<Person> window = PersonOrder.Sort(
            people.Where(person => Where.All(condition => condition.Holds(person))), Order ?? OwnOrder(), Order is not null && Descending);
        foreach (WindowStep step in Steps) window = step.IsSkip ? window.Skip(step.Count) : window.Take(step.Count);
        return [.. window];
    }

    public IEnumerable<PersonQuery> Smaller()
    {
        for (int i = 0; i < Steps.Count; i++) yield return this with { Steps = [.. Steps.Where((_, at) => at != i)] };
        if (Order is not null) yield return this with { Order = null };
        if (Descending) yield return this with { Descending = false };
        for (int i = 0; i < Where.Count; i++)
        {
            yield return this with { Where = [.. Where.Where((_, at) => at != i)] };
            foreach (Condition smaller in Where[i].Smaller()) yield return this with { Where = [.. Where.Select((condition, at) => at == i ? smaller : condition)] };
        }
    }

    public override string ToString() =>
        "Person.Query(db)" + string.Concat(Where.Select(condition => $"\n  .Where(c => {condition})"))
        + (Order is null ? "" : $"\n  .OrderBy{(Descending ? "Descending" : "")}(c => c.{Order.Property})") + string.Concat(Steps);

    /// <summary>None, any, or one of the columns that the conditions ask about, because a range on the order's own index narrows its walk.</summary>
    private static PersonOrder? DrawOrder(Random random, Condition[] where)
    {
        string asked = string.Concat(where.Select(condition => condition.ToString()));
        PersonOrder[] own = [.. PersonOrder.All.Where(order => asked.Contains($"c.{order.Property}", StringComparison.Ordinal))];
        return random.Next(3) switch { 0 => null, 1 when own.Length > 0 => random.One(own), _ => random.One(PersonOrder.All) };
    }

    /// <summary>Without an order a query that is one range comes in that range's; which one that is, is a matter of the query and not of the data.</summary>
    private PersonOrder? OwnOrder()
    {
        Person.Columns columns = Typed<Person, long, Person.Columns>();
        SearchFilter filter = Where.Count == 0 ? ConstantFilter.All : new AndFilter([.. Where.Select(condition => condition.Build(columns).Node)]);
        IReadOnlyList<OrderColumn> order = SearchPlanner.Plan(Metadata<Person, long, Person.Columns>(), QuerySpec.Everything with { Filter = filter }, SearchReturn.Rows).Order;
        return order.Count == 0 ? null : PersonOrder.All.Single(one => one.Property == order[^1].Column.Property);
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
