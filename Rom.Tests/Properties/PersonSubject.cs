using Rom.Tests.TestModels;
using PersonOrder = Rom.Tests.Properties.ColumnOrder<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;
using PersonReading = Rom.Tests.Properties.Reading<Rom.Tests.TestModels.Person, long, Rom.Tests.TestModels.Person.Columns>;
using PersonReadings = Rom.Tests.Properties.Readings<Rom.Tests.TestModels.Person, long, Rom.Tests.TestModels.Person.Columns>;

namespace Rom.Tests.Properties;

/// <summary>People: the common types of columns, with plain indexes and one over two columns.</summary>
internal sealed class PersonSubject : Subject<Person, long, Person.Columns>
{
    private static readonly PersonOrder[] AllOrders =
    [
        PersonOrder.Of("Email", c => c.Email, p => p.Email, TextOrder.Instance),
        PersonOrder.Of("Rank", c => c.Rank, p => p.Rank),
        PersonOrder.Of("Age", c => c.Age, p => p.Age),
        PersonOrder.Of("Points", c => c.Points, p => p.Points),
        PersonOrder.Of("Balance", c => c.Balance, p => p.Balance),
        PersonOrder.Of("Score", c => c.Score, p => p.Score),
        PersonOrder.Of("SeenAt", c => c.SeenAt, p => p.SeenAt),
        PersonOrder.Of("Born", c => c.Born, p => p.Born),
        PersonOrder.Of("Title", c => c.Title, p => p.Title, TextOrder.Instance!),
        PersonOrder.Of("Nick", c => c.Nick, p => p.Nick, TextOrder.Instance!),
    ];

    public override ConditionSource<Person, Person.Columns> Conditions { get; } = new(
        [
            NumberLeaves.Age, NumberLeaves.Points, NumberLeaves.Balance, NumberLeaves.Score, NumberLeaves.Rank, DateLeaves.SeenAt, DateLeaves.Born,
            ExactLeaves.Status, ExactLeaves.Verified, ExactLeaves.Token, ExactLeaves.Passport, ExactLeaves.Id,
            TextLeaves.Email, TextLeaves.Title, TextLeaves.Nick, TextLeaves.City, TextLeaves.Bio, TextLeaves.Bio, TextLeaves.Tags, ColumnLeaves.All,
        ],
        random => new AndCondition<Person, Person.Columns>(ExactLeaves.Status(random)[0], random.One(NumberLeaves.Age(random))));

    public override IReadOnlyList<PersonReading> Readings { get; } =
    [
        PersonReadings.Of("Select(c => c.Nick)", q => q.Select(c => c.Nick).ToListAsync(), rows => rows.Select(p => p.Nick)),
        PersonReadings.Of("Select(c => c.Email, c => c.Age)", q => q.Select(c => c.Email, c => c.Age).ToListAsync(), rows => rows.Select(p => (p.Email, p.Age))),
        PersonReadings.Of(
            "Select(c => c.Id, c => c.Score, c => c.Bio)", q => q.Select(c => c.Id, c => c.Score, c => c.Bio).ToListAsync(),
            rows => rows.Select(p => (p.Id, p.Score, p.Bio))),
        PersonReadings.Of("Select(c => c.Status).Distinct()", q => q.Select(c => c.Status).Distinct().ToListAsync(), rows => rows.Select(p => p.Status).Distinct()),
        PersonReadings.Of("Select(c => c.Title).Distinct().CountAsync()", q => q.Select(c => c.Title).Distinct().CountAsync(), rows => rows.Select(p => p.Title).Distinct().LongCount()),
        new("Select(c => c.Title).AsAsyncEnumerable()", async (query, context) => await PersonReadings.ListAsync(query.Build(context).Select(c => c.Title).AsAsyncEnumerable(query.PageSize)), rows => rows.Select(p => p.Title)),
        PersonReadings.Of("SumAsync(c => c.Points)", q => q.SumAsync(c => c.Points), rows => (long)ExactSum.Of(rows.Select(p => p.Points))),
        PersonReadings.Of("SumAsync(c => c.Age)", q => q.SumAsync(c => c.Age), rows => (int)ExactSum.Of(rows.Select(p => p.Age ?? 0L))),
        PersonReadings.Of("SumAsync(c => c.Balance)", q => q.SumAsync(c => c.Balance), rows => ExactSum.Of(rows.Select(p => p.Balance))),
        PersonReadings.Of("AverageAsync(c => c.Points)", q => q.AverageAsync(c => c.Points), rows => ExactSum.Average(rows.Select(p => (long?)p.Points)) ?? throw new InvalidOperationException()),
        PersonReadings.Of("AverageAsync(c => c.Age)", q => q.AverageAsync(c => c.Age), rows => ExactSum.Average(rows.Select(p => (long?)p.Age))),
        PersonReadings.Of("AverageAsync(c => c.Balance)", q => q.AverageAsync(c => c.Balance), rows => ExactSum.Average(rows.Select(p => p.Balance))),
        PersonReadings.Of("MinAsync(c => c.Age)", q => q.MinAsync(c => c.Age), rows => rows.Min(p => p.Age), isWindowed: false),
        PersonReadings.Of("MaxAsync(c => c.Age)", q => q.MaxAsync(c => c.Age), rows => rows.Max(p => p.Age), isWindowed: false),
        PersonReadings.Of("MinAsync(c => c.Points)", q => q.MinAsync(c => c.Points), rows => rows.Min(p => p.Points), isWindowed: false),
        PersonReadings.Of("MinAsync(c => c.Score)", q => q.MinAsync(c => c.Score), rows => rows.Min(p => p.Score), isWindowed: false),
        PersonReadings.Of("MaxAsync(c => c.Score)", q => q.MaxAsync(c => c.Score), rows => rows.Max(p => p.Score), isWindowed: false),
        PersonReadings.Of("MinAsync(c => c.Balance)", q => q.MinAsync(c => c.Balance), rows => rows.Min(p => p.Balance), isWindowed: false),
        PersonReadings.Of("MaxAsync(c => c.SeenAt)", q => q.MaxAsync(c => c.SeenAt), rows => rows.Max(p => p.SeenAt), isWindowed: false),
        PersonReadings.Of("MinAsync(c => c.Title)", q => q.MinAsync(c => c.Title), rows => rows.Select(p => p.Title).OfType<string>().Min(TextOrder.Instance), isWindowed: false),
        PersonReadings.Of("MaxAsync(c => c.Nick)", q => q.MaxAsync(c => c.Nick), rows => rows.Select(p => p.Nick).Max(TextOrder.Instance!), isWindowed: false),
    ];

    protected override int Share => 36;

    public override IReadOnlyList<PersonOrder> Orders(Random random) => AllOrders;

    protected override RowSource<Person> Rows(Random random) => new PersonRows(random);
}
