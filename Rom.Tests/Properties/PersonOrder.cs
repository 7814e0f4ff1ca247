using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>An order in two forms: as a user asks Rom for it, and as LINQ-to-objects sorts.</summary>
/// <param name="Property">The property ordered by.</param>
/// <param name="Column">For Rom.</param>
/// <param name="Comparison">Null first, then NaN; what C# holds equal ties.</param>
/// <param name="IsNull">Whether a person has no value.</param>
internal sealed record PersonOrder(string Property, Func<Person.Columns, IOrderableColumn> Column, Comparison<Person> Comparison, Func<Person, bool> IsNull)
{
    public static readonly PersonOrder[] All =
    [
        Of("Email", c => c.Email, p => p.Email, TextOrder.Instance),
        Of("Rank", c => c.Rank, p => p.Rank),
        Of("Age", c => c.Age, p => p.Age),
        Of("Points", c => c.Points, p => p.Points),
        Of("Balance", c => c.Balance, p => p.Balance),
        Of("Score", c => c.Score, p => p.Score),
        Of("SeenAt", c => c.SeenAt, p => p.SeenAt),
        Of("Born", c => c.Born, p => p.Born),
        Of("Title", c => c.Title, p => p.Title, TextOrder.Instance!),
        Of("Nick", c => c.Nick, p => p.Nick, TextOrder.Instance!),
    ];

    /// <summary>Ties, and rows without an order: the key's decimal text, ordinally.</summary>
    public static readonly Comparison<Person> ByKey = (x, y) => string.CompareOrdinal(Text(x), Text(y));

    public static List<Person> Sort(IEnumerable<Person> people, IReadOnlyList<OrderStep> steps)
    {
        List<Person> sorted = [.. people];
        int ties = steps.Count > 0 && steps[0].Descending ? -1 : 1;
        sorted.Sort((x, y) => steps.Select(step => step.Compare(x, y)).FirstOrDefault(compared => compared != 0) is not 0 and int byStep ? byStep : ties * ByKey(x, y));
        return sorted;
    }

    private static PersonOrder Of<T>(string property, Func<Person.Columns, IOrderableColumn> column, Func<Person, T> value, IComparer<T>? comparer = null) =>
        new(property, column, (x, y) => (comparer ?? Comparer<T>.Default).Compare(value(x), value(y)), person => value(person) is null);

    private static string Text(Person person) => person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One step of a query's order.</summary>
internal sealed record OrderStep(PersonOrder Order, bool Descending, Nulls Nulls)
{
    public static OrderStep Make(Random random, PersonOrder order) =>
        new(order, random.Next(2) == 0, random.Next(2) == 0 ? Nulls.Lowest : random.One<Nulls>([Nulls.First, Nulls.Last]));

    public int Compare(Person x, Person y)
    {
        if (Nulls != Nulls.Lowest && Order.IsNull(x) != Order.IsNull(y)) return Order.IsNull(x) == (Nulls == Nulls.First) ? -1 : 1;
        int compared = Order.Comparison(x, y);
        return Descending ? -Math.Sign(compared) : compared;
    }

    public string Text(bool isFirst) => $"\n  .{(isFirst ? "OrderBy" : "ThenBy")}{(Descending ? "Descending" : "")}(c => c.{Order.Property}, Nulls.{Nulls})";
}
