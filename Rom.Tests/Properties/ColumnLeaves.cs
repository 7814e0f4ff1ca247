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
    ];
}
