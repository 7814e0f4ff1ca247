namespace Rom.Tests.Properties;

/// <summary>Random conditions over every column and operator of a model.</summary>
/// <param name="columns">Every operator of each column, with random values.</param>
/// <param name="together">Conditions that one index over several columns may answer as one range.</param>
internal sealed class ConditionSource<TModel, TColumns>(
    Func<Random, Condition<TModel, TColumns>[]>[] columns, Func<Random, Condition<TModel, TColumns>>? together = null)
{
    private const int Depth = 5;

    public Condition<TModel, TColumns> Make(Random random) => random.Next(8) switch
    {
        0 when together is not null => Together(random, together(random)),
        1 => Twice(random),
        2 => Make(random, 0),
        _ => Make(random, random.Next(Depth + 1)),
    };

    /// <summary>With something besides now and then.</summary>
    private Condition<TModel, TColumns> Together(Random random, Condition<TModel, TColumns> both) => random.Next(3) switch
    {
        0 => new AndCondition<TModel, TColumns>(both, Make(random, 1)),
        1 => new OrCondition<TModel, TColumns>(Make(random, 1), both),
        _ => both,
    };

    /// <summary>Several conditions on one column, whose ranges are joined to one list.</summary>
    private Condition<TModel, TColumns> Twice(Random random)
    {
        Func<Random, Condition<TModel, TColumns>[]> column = random.One(columns);
        Condition<TModel, TColumns> one = random.One(column(random)), two = random.One(column(random)), three = random.One(column(random));
        return random.Next(3) switch
        {
            0 => And(Or(one, two), Not(three)),
            1 => And(Or(one, two), Or(Not(two), three)),
            _ => Or(And(one, Not(two)), three),
        };
    }

    private Condition<TModel, TColumns> Make(Random random, int depth)
    {
        if (depth == 0) return random.One(random.One(columns)(random));
        return random.Next(5) switch
        {
            0 => Not(Make(random, depth - 1)),
            1 or 2 => Or(Make(random, depth - 1), Make(random, random.Next(depth))),
            _ => And(Make(random, depth - 1), Make(random, random.Next(depth))),
        };
    }

    private static AndCondition<TModel, TColumns> And(Condition<TModel, TColumns> left, Condition<TModel, TColumns> right) => new(left, right);

    private static OrCondition<TModel, TColumns> Or(Condition<TModel, TColumns> left, Condition<TModel, TColumns> right) => new(left, right);

    private static NotCondition<TModel, TColumns> Not(Condition<TModel, TColumns> inner) => new(inner);
}
