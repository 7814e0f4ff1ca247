using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>An order in two forms: as a user asks Rom for it, and as LINQ-to-objects sorts.</summary>
/// <param name="Property">The property ordered by.</param>
/// <param name="Column">For Rom.</param>
/// <param name="Comparison">Null first, then NaN; what C# holds equal ties.</param>
internal sealed record PersonOrder(string Property, Func<Person.Columns, IOrderableColumn> Column, Comparison<Person> Comparison)
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

    public static List<Person> Sort(IEnumerable<Person> people, PersonOrder? order, bool descending)
    {
        List<Person> sorted = [.. people];
        sorted.Sort((x, y) => order?.Comparison(x, y) is { } compared and not 0 ? compared : ByKey(x, y));
        if (descending) sorted.Reverse();
        return sorted;
    }

    private static PersonOrder Of<T>(string property, Func<Person.Columns, IOrderableColumn> column, Func<Person, T> value, IComparer<T>? comparer = null) =>
        new(property, column, (x, y) => (comparer ?? Comparer<T>.Default).Compare(value(x), value(y)));

    private static string Text(Person person) => person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
