using ParcelQuery = Rom.RomQuery<Rom.Benchmarks.Scale.Parcel, long, Rom.Benchmarks.Scale.Parcel.Columns>;

namespace Rom.Benchmarks.Scale;

/// <summary>One question to Rom that has much to look at.</summary>
/// <param name="Name">How the table names it.</param>
/// <param name="Ask">Asks it, and gives the number of rows or the count that came back.</param>
internal sealed record BoundQuery(string Name, Func<ParcelQuery, Task<long>> Ask)
{
    public static BoundQuery Count(string name, Func<Parcel.Columns, Filter> condition) => new(name, query => query.Where(condition).CountAsync());

    public static BoundQuery Rows(string name, Func<ParcelQuery, ParcelQuery> build) => new(name, async query => (await build(query).ToListAsync().ConfigureAwait(false)).Count);
}

/// <summary>
/// Every operator where it costs most: no call may hold the server for more than some 20 ms, whatever the answer takes in all.
/// </summary>
internal static class BoundQueries
{
    private static readonly GeoPoint Center = new(11.5, 48.1);
    private static readonly string[] Codes = [.. Enumerable.Range(0, 5_000).Select(number => $"P{number * 200:D8}")];
    private static readonly long[] Weights = [.. Enumerable.Range(0, 5_000).Select(number => number * 199L)];

    public static readonly BoundQuery[] All =
    [
        BoundQuery.Count("count, all", p => p.Weight >= 0),
        BoundQuery.Count("count, == of a half beside a range of a half", p => p.Fragile == false && p.Weight >= 500_000),
        BoundQuery.Count("count, != of Exact", p => p.Section != "section7"),
        BoundQuery.Count("count, != of Ordered", p => p.Priority != 0),
        BoundQuery.Count("count, != of a unique", p => p.Code != "P00000007"),
        BoundQuery.Count("count, ! of a range and a word", p => !(p.Weight < 900_000 && p.Note.Contains("parcel"))),
        BoundQuery.Count("count, ||", p => p.Section == "section7" || p.Section == "section8" || p.Weight < 100_000),
        BoundQuery.Count("count, In 5,000 uniques", p => p.Code.In(Codes)),
        BoundQuery.Count("count, In 5,000 numbers, beside a value", p => p.Weight.In(Weights) && p.Fragile == true),
        BoundQuery.Count("count, !In 5,000 numbers", p => !p.Weight.In(Weights)),
        BoundQuery.Count("count, IsNull beside a value", p => p.Insured.IsNull() && p.Fragile == true),
        BoundQuery.Count("count, two words of all and of a fortieth", p => p.Note.Contains("parcel depot7")),
        BoundQuery.Count("count, any of three words", p => p.Note.ContainsAny("depot7 depot8 parcel")),
        BoundQuery.Count("count, a word prefix of all", p => p.Note.StartsWith("p")),
        BoundQuery.Count("count, ! of a word prefix of 1,000 words", p => !p.Note.StartsWith("batch")),
        BoundQuery.Count("count, a word Like without literal beginning", p => p.Note.Like("*tch1*")),
        BoundQuery.Count("count, StartsWith beside a value", p => p.Sender.StartsWith("t") && p.Fragile == true),
        BoundQuery.Count("count, EndsWith beside a value", p => p.Sender.EndsWith("a") && p.Fragile == true),
        BoundQuery.Count("count, ! EndsWith", p => !p.Sender.EndsWith("a")),
        BoundQuery.Count("count, Like without literal beginning", p => p.Sender.Like("*za")),
        BoundQuery.Count("count, ! Like", p => !p.Sender.Like("*za")),
        BoundQuery.Count("count, Within a fifth", p => p.Place.Within(Center, 900, GeoUnit.Kilometers)),
        BoundQuery.Count("count, ! Within", p => !p.Place.Within(Center, 900, GeoUnit.Kilometers)),
        BoundQuery.Count("count, WithinBox of a half", p => p.Place.WithinBox(Center, 2_400, 1_200, GeoUnit.Kilometers)),
        BoundQuery.Count("count, column with column", p => p.Insured > p.Priority),
        BoundQuery.Rows("10 nearest of all", query => query.OrderBy(p => p.Place.DistanceTo(Center)).Take(10)),
        BoundQuery.Rows("10 of a word of all by weight", query => query.Where(p => p.Note.Contains("parcel")).OrderBy(p => p.Weight).Take(10)),
        BoundQuery.Rows("10 that no row is, by weight", query => query.Where(p => p.Section == "section7" && p.Note.Contains("depot99")).OrderBy(p => p.Weight).Take(10)),
        BoundQuery.Rows("Skip 500,000 of one order", query => query.OrderBy(p => p.Weight).Skip(500_000).Take(10)),
        BoundQuery.Rows("Skip 100,000 beside a value", query => query.Where(p => p.Fragile == true).OrderBy(p => p.Weight).Skip(100_000).Take(10)),
        BoundQuery.Rows("OrderBy, ThenBy without index", query => query.OrderBy(p => p.Priority).ThenBy(p => p.Insured).Take(10)),
        BoundQuery.Rows("OrderBy, ThenBy of 200,000 ties", query => query.Where(p => p.Priority == 0).OrderBy(p => p.Priority).ThenBy(p => p.Insured).Take(10)),
        BoundQuery.Rows("50,000 rows of one section", query => query.Where(p => p.Section == "section7")),
        new("sum of a section", async query => (long)await query.Where(p => p.Section == "section7").SumAsync(p => p.Weight).ConfigureAwait(false)),
        new("greatest of fragile ones", async query => await query.Where(p => p.Fragile == true).MaxAsync(p => p.Weight).ConfigureAwait(false)),
    ];
}
