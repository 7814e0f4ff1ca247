using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;
using PersonCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Every operator of the date columns.</summary>
internal static class DateLeaves
{
    public static PersonCondition[] SeenAt(Random random)
    {
        DateTimeOffset? v = random.OneOrNull(PersonValues.Instants);
        DateTimeOffset low = random.One(PersonValues.Instants), high = random.One(PersonValues.Instants);
        DateTimeOffset[] some = random.Few(PersonValues.Instants);
        return
        [
            Leaf(v, c => c.SeenAt == v, p => p.SeenAt == v),
            Leaf(v, c => c.SeenAt != v, p => p.SeenAt != v),
            Leaf(v, c => c.SeenAt < v, p => p.SeenAt < v),
            Leaf(v, c => c.SeenAt <= v, p => p.SeenAt <= v),
            Leaf(v, c => c.SeenAt > v, p => p.SeenAt > v),
            Leaf(v, c => c.SeenAt >= v, p => p.SeenAt >= v),
            Leaf((low, high), c => c.SeenAt.Between(low, high), p => p.SeenAt >= low && p.SeenAt <= high),
            Leaf(some, c => c.SeenAt.In(some), p => some.Any(one => p.SeenAt == one)),
            Leaf(null, c => c.SeenAt.IsNull(), p => p.SeenAt is null),
            Leaf(null, c => c.SeenAt.IsNotNull(), p => p.SeenAt is not null),
        ];
    }

    public static PersonCondition[] Born(Random random)
    {
        DateTime? v = random.OneOrNull(PersonValues.Clocks);
        DateTime low = random.One(PersonValues.Clocks), high = random.One(PersonValues.Clocks);
        DateTime[] some = random.Few(PersonValues.Clocks);
        return
        [
            Leaf(v, c => c.Born == v, p => p.Born == v),
            Leaf(v, c => c.Born != v, p => p.Born != v),
            Leaf(v, c => c.Born < v, p => p.Born < v),
            Leaf(v, c => c.Born <= v, p => p.Born <= v),
            Leaf(v, c => c.Born > v, p => p.Born > v),
            Leaf(v, c => c.Born >= v, p => p.Born >= v),
            Leaf((low, high), c => c.Born.Between(low, high), p => p.Born >= low && p.Born <= high),
            Leaf(some, c => c.Born.In(some), p => some.Any(one => p.Born == one)),
        ];
    }
}
