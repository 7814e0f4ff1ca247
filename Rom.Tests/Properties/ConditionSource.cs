namespace Rom.Tests.Properties;

/// <summary>Random conditions over every column and operator of a person.</summary>
internal static class ConditionSource
{
    private const int Depth = 5;

    private static readonly Func<Random, Condition[]>[] Columns =
    [
        NumberLeaves.Age, NumberLeaves.Points, NumberLeaves.Balance, NumberLeaves.Score, NumberLeaves.Rank, DateLeaves.SeenAt, DateLeaves.Born,
        ExactLeaves.Status, ExactLeaves.Verified, ExactLeaves.Token, ExactLeaves.Passport, ExactLeaves.Id,
        TextLeaves.Email, TextLeaves.Title, TextLeaves.Nick, TextLeaves.City, TextLeaves.Bio, TextLeaves.Tags,
    ];

    /// <summary>Columns that composite indexes and joined ranges are made of; drawn more often, so that they meet in one condition.</summary>
    private static readonly Func<Random, Condition[]>[] Meeting = [ExactLeaves.Status, NumberLeaves.Age, TextLeaves.Bio];

    public static Condition Condition(Random random) => Condition(random, random.Next(Depth));

    private static Condition Condition(Random random, int depth)
    {
        if (depth == 0) return random.One(random.One(random.Next(3) == 0 ? Meeting : Columns)(random));
        return random.Next(5) switch
        {
            0 => new NotCondition(Condition(random, depth - 1)),
            1 or 2 => new OrCondition(Condition(random, depth - 1), Condition(random, random.Next(depth))),
            _ => new AndCondition(Condition(random, depth - 1), Condition(random, random.Next(depth))),
        };
    }
}
