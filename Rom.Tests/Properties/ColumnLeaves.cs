using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;
using PersonCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Columns of one row compared with each other.</summary>
internal static class ColumnLeaves
{
    public static PersonCondition[] All(Random random) =>
    [
        Leaf(null, c => c.Title == c.Nick, p => p.Title == p.Nick),
        Leaf(null, c => c.Title != c.City, p => p.Title != p.City),
        Leaf(null, c => c.City < c.Email, p => TextOrder.Holds(p.City, p.Email, order => order < 0)),
        Leaf(null, c => c.Nick >= c.Note, p => TextOrder.Holds(p.Nick, p.Note, order => order >= 0)),
        Leaf(null, c => c.Points > c.Passport, p => p.Points > p.Passport),
        Leaf(null, c => c.Points <= c.Id, p => p.Points <= p.Id),
        Leaf(null, c => c.Passport == c.Id, p => p.Passport == p.Id),
        Leaf(null, c => c.Status == c.Rank, p => p.Status == p.Rank),
        Leaf(null, c => c.Rank < c.Status, p => p.Rank < p.Status),
        Leaf(null, c => Equal(c.Score, c.Score), p => p.Score is null || !double.IsNaN(p.Score.Value)),
        Leaf(null, c => AtMost(c.Score, c.Score), p => p.Score is { } score && !double.IsNaN(score)),
        Leaf(null, c => AtMost(c.Balance, c.Balance), p => p.Balance is not null),
    ];

    /// <summary>A column is equal to itself but for NaN; written apart, because the compiler warns of it.</summary>
    private static Filter Equal<T>(Column<T> x, Column<T> y) => x == y;

    private static Filter AtMost<T>(ComparableColumn<T> x, ComparableColumn<T> y) => x <= y;
}
