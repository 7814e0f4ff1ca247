using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;
using PersonCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Every operator of the columns that only tell equal from different, the key included.</summary>
internal static class ExactLeaves
{
    public static PersonCondition[] Status(Random random)
    {
        Status? v = random.OneOrNull(PersonValues.Statuses);
        Status[] some = random.Few(PersonValues.Statuses);
        return
        [
            Leaf(v, c => c.Status == v, p => p.Status == v),
            Leaf(v, c => c.Status != v, p => p.Status != v),
            Leaf(some, c => c.Status.In(some), p => some.Any(one => p.Status == one)),
        ];
    }

    public static PersonCondition[] Verified(Random random)
    {
        bool? v = random.OneOrNull(PersonValues.Bools);
        bool[] some = random.Few(PersonValues.Bools);
        return
        [
            Leaf(v, c => c.Verified == v, p => p.Verified == v),
            Leaf(v, c => c.Verified != v, p => p.Verified != v),
            Leaf(some, c => c.Verified.In(some), p => some.Any(one => p.Verified == one)),
            Leaf(null, c => c.Verified.IsNull(), p => p.Verified is null),
            Leaf(null, c => c.Verified.IsNotNull(), p => p.Verified is not null),
        ];
    }

    public static PersonCondition[] Token(Random random)
    {
        Guid? v = random.OneOrNull(PersonValues.Tokens);
        Guid[] some = random.Few(PersonValues.Tokens);
        return
        [
            Leaf(v, c => c.Token == v, p => p.Token == v),
            Leaf(v, c => c.Token != v, p => p.Token != v),
            Leaf(some, c => c.Token.In(some), p => some.Any(one => p.Token == one)),
            Leaf(null, c => c.Token.IsNull(), p => p.Token is null),
            Leaf(null, c => c.Token.IsNotNull(), p => p.Token is not null),
        ];
    }

    public static PersonCondition[] Passport(Random random)
    {
        long? v = random.OneOrNull(PersonValues.Longs);
        long[] some = random.Few(PersonValues.Longs);
        return
        [
            Leaf(v, c => c.Passport == v, p => p.Passport == v),
            Leaf(v, c => c.Passport != v, p => p.Passport != v),
            Leaf(some, c => c.Passport.In(some), p => some.Any(one => p.Passport == one)),
            Leaf(null, c => c.Passport.IsNull(), p => p.Passport is null),
            Leaf(null, c => c.Passport.IsNotNull(), p => p.Passport is not null),
        ];
    }

    public static PersonCondition[] Id(Random random)
    {
        long? v = random.OneOrNull(PersonValues.Ids);
        long[] some = random.Few(PersonValues.Ids), many = random.Many(PersonValues.Ids, at => at * 89 % 400);
        return
        [
            Leaf(v, c => c.Id == v, p => p.Id == v),
            Leaf(v, c => c.Id != v, p => p.Id != v),
            Leaf(some, c => c.Id.In(some), p => some.Any(one => p.Id == one)),
            Leaf(many, c => c.Id.In(many), p => many.Contains(p.Id)),
        ];
    }
}
