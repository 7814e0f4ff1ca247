using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;
using PersonCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Every operator of the number columns.</summary>
internal static class NumberLeaves
{
    public static PersonCondition[] Age(Random random)
    {
        int? v = random.OneOrNull(PersonValues.Ages);
        int low = random.One(PersonValues.Ages), high = random.One(PersonValues.Ages);
        int[] some = random.Few(PersonValues.Ages);
        return
        [
            Leaf(v, c => c.Age == v, p => p.Age == v),
            Leaf(v, c => c.Age != v, p => p.Age != v),
            Leaf(v, c => c.Age < v, p => p.Age < v),
            Leaf(v, c => c.Age <= v, p => p.Age <= v),
            Leaf(v, c => c.Age > v, p => p.Age > v),
            Leaf(v, c => c.Age >= v, p => p.Age >= v),
            Leaf((low, high), c => c.Age.Between(low, high), p => p.Age >= low && p.Age <= high),
            Leaf(some, c => c.Age.In(some), p => some.Any(one => p.Age == one)),
            Leaf(null, c => c.Age.IsNull(), p => p.Age is null),
            Leaf(null, c => c.Age.IsNotNull(), p => p.Age is not null),
        ];
    }

    public static PersonCondition[] Points(Random random)
    {
        long? v = random.OneOrNull(PersonValues.Longs);
        long low = random.One(PersonValues.Longs), high = random.One(PersonValues.Longs);
        long[] some = random.Few(PersonValues.Longs), many = random.Many(PersonValues.Longs, at => 1_000_000_007L * at);
        return
        [
            Leaf(v, c => c.Points == v, p => p.Points == v),
            Leaf(v, c => c.Points != v, p => p.Points != v),
            Leaf(v, c => c.Points < v, p => p.Points < v),
            Leaf(v, c => c.Points <= v, p => p.Points <= v),
            Leaf(v, c => c.Points > v, p => p.Points > v),
            Leaf(v, c => c.Points >= v, p => p.Points >= v),
            Leaf((low, high), c => c.Points.Between(low, high), p => p.Points >= low && p.Points <= high),
            Leaf(some, c => c.Points.In(some), p => some.Any(one => p.Points == one)),
            Leaf(many, c => c.Points.In(many), p => many.Contains(p.Points)),
        ];
    }

    public static PersonCondition[] Balance(Random random)
    {
        decimal? v = random.OneOrNull(PersonValues.Decimals);
        decimal low = random.One(PersonValues.Decimals), high = random.One(PersonValues.Decimals);
        decimal[] some = random.Few(PersonValues.Decimals);
        return
        [
            Leaf(v, c => c.Balance == v, p => p.Balance == v),
            Leaf(v, c => c.Balance != v, p => p.Balance != v),
            Leaf(v, c => c.Balance < v, p => p.Balance < v),
            Leaf(v, c => c.Balance <= v, p => p.Balance <= v),
            Leaf(v, c => c.Balance > v, p => p.Balance > v),
            Leaf(v, c => c.Balance >= v, p => p.Balance >= v),
            Leaf((low, high), c => c.Balance.Between(low, high), p => p.Balance >= low && p.Balance <= high),
            Leaf(some, c => c.Balance.In(some), p => some.Any(one => p.Balance == one)),
            Leaf(null, c => c.Balance.IsNull(), p => p.Balance is null),
            Leaf(null, c => c.Balance.IsNotNull(), p => p.Balance is not null),
        ];
    }

    public static PersonCondition[] Score(Random random)
    {
        double? v = random.OneOrNull(PersonValues.Doubles);
        double low = random.One(PersonValues.Doubles), high = random.One(PersonValues.Doubles);
        double[] some = random.Few(PersonValues.Doubles);
        return
        [
            Leaf(v, c => c.Score == v, p => p.Score == v),
            Leaf(v, c => c.Score != v, p => p.Score != v),
            Leaf(v, c => c.Score < v, p => p.Score < v),
            Leaf(v, c => c.Score <= v, p => p.Score <= v),
            Leaf(v, c => c.Score > v, p => p.Score > v),
            Leaf(v, c => c.Score >= v, p => p.Score >= v),
            Leaf((low, high), c => c.Score.Between(low, high), p => p.Score >= low && p.Score <= high),
            Leaf(some, c => c.Score.In(some), p => some.Any(one => p.Score == one)),
            Leaf(null, c => c.Score.IsNull(), p => p.Score is null),
            Leaf(null, c => c.Score.IsNotNull(), p => p.Score is not null),
        ];
    }

    public static PersonCondition[] Rank(Random random)
    {
        Status? v = random.OneOrNull(PersonValues.Statuses);
        Status low = random.One(PersonValues.Statuses), high = random.One(PersonValues.Statuses);
        Status[] some = random.Few(PersonValues.Statuses);
        return
        [
            Leaf(v, c => c.Rank == v, p => p.Rank == v),
            Leaf(v, c => c.Rank != v, p => p.Rank != v),
            Leaf(v, c => c.Rank < v, p => p.Rank < v),
            Leaf(v, c => c.Rank <= v, p => p.Rank <= v),
            Leaf(v, c => c.Rank > v, p => p.Rank > v),
            Leaf(v, c => c.Rank >= v, p => p.Rank >= v),
            Leaf((low, high), c => c.Rank.Between(low, high), p => p.Rank >= low && p.Rank <= high),
            Leaf(some, c => c.Rank.In(some), p => some.Any(one => p.Rank == one)),
            Leaf(null, c => c.Rank.IsNull(), p => p.Rank is null),
            Leaf(null, c => c.Rank.IsNotNull(), p => p.Rank is not null),
        ];
    }
}
