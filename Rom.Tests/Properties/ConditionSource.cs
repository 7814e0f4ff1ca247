namespace Rom.Tests.Properties;

/// <summary>Random conditions over every column and operator of a person.</summary>
internal static class ConditionSource
{
    private const int Depth = 5;

    private static readonly Func<Random, Condition[]>[] Columns =
    [
        NumberLeaves.Age, NumberLeaves.Points, NumberLeaves.Balance, NumberLeaves.Score, NumberLeaves.Rank, DateLeaves.SeenAt, DateLeaves.Born,
        ExactLeaves.Status, ExactLeaves.Verified, ExactLeaves.Token, ExactLeaves.Passport, ExactLeaves.Id,
        TextLeaves.Email, TextLeaves.Title, TextLeaves.Nick, TextLeaves.City, TextLeaves.Bio, TextLeaves.Tags, ColumnLeaves.All,
    ];

    public static Condition Condition(Random random) => random.Next(8) switch
    {
        0 => Composite(random),
        1 => random.One(TextLeaves.Bio(random)),
        2 => Twice(random),
        _ => Condition(random, random.Next(Depth + 1)),
    };

    /// <summary>What the index over Status and Age may answer as one range, with something besides now and then.</summary>
    private static Condition Composite(Random random)
    {
        Condition both = new AndCondition(ExactLeaves.Status(random)[0], random.One(NumberLeaves.Age(random)));
        return random.Next(3) switch { 0 => new AndCondition(both, Condition(random, 1)), 1 => new OrCondition(Condition(random, 1), both), _ => both };
    }

    /// <summary>Several conditions on one column, whose ranges are joined to one list.</summary>
    private static Condition Twice(Random random)
    {
        Func<Random, Condition[]> column = random.One(Columns);
        Condition one = random.One(column(random)), two = random.One(column(random)), three = random.One(column(random));
        return random.Next(3) switch
        {
            0 => new AndCondition(new OrCondition(one, two), new NotCondition(three)),
            1 => new AndCondition(new OrCondition(one, two), new OrCondition(new NotCondition(two), three)),
            _ => new OrCondition(new AndCondition(one, new NotCondition(two)), three),
        };
    }

    private static Condition Condition(Random random, int depth)
    {
        if (depth == 0) return random.One(random.One(Columns)(random));
        return random.Next(5) switch
        {
            0 => new NotCondition(Condition(random, depth - 1)),
            1 or 2 => new OrCondition(Condition(random, depth - 1), Condition(random, random.Next(depth))),
            _ => new AndCondition(Condition(random, depth - 1), Condition(random, random.Next(depth))),
        };
    }
}
