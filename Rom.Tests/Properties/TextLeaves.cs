using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;
using PersonCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Person, Rom.Tests.TestModels.Person.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Every operator of the text columns.</summary>
internal static class TextLeaves
{
    public static PersonCondition[] Email(Random random)
    {
        LikeModel like = LikeModel.Make(random);
        string? v = Value(random);
        string low = Value(random) ?? "", high = Value(random) ?? "", prefix = Prefix(random);
        string?[] some = Some(random);
        return
        [
            Leaf(v, c => c.Email == v, p => p.Email == v),
            Leaf(v, c => c.Email != v, p => p.Email != v),
            Leaf(v, c => c.Email < v, p => TextOrder.Holds(p.Email, v, order => order < 0)),
            Leaf(v, c => c.Email <= v, p => TextOrder.Holds(p.Email, v, order => order <= 0)),
            Leaf(v, c => c.Email > v, p => TextOrder.Holds(p.Email, v, order => order > 0)),
            Leaf(v, c => c.Email >= v, p => TextOrder.Holds(p.Email, v, order => order >= 0)),
            Leaf((low, high), c => c.Email.Between(low, high), p => TextOrder.Between(p.Email, low, high)),
            Leaf(prefix, c => c.Email.StartsWith(prefix), p => p.Email?.StartsWith(prefix, StringComparison.Ordinal) == true),
            Leaf(like, c => c.Email.Like(like.Pattern, like.Anchored), p => LikeModel.Matches(p.Email, like)),
            Leaf(some, c => c.Email.In(some), p => some.Contains(p.Email)),
            Leaf(null, c => c.Email.IsNull(), p => p.Email is null),
            Leaf(null, c => c.Email.IsNotNull(), p => p.Email is not null),
        ];
    }

    public static PersonCondition[] Title(Random random)
    {
        LikeModel like = LikeModel.Make(random);
        string? v = Value(random);
        string low = Value(random) ?? "", high = Value(random) ?? "", prefix = Prefix(random);
        string?[] some = Some(random);
        return
        [
            Leaf(v, c => c.Title == v, p => p.Title == v),
            Leaf(v, c => c.Title != v, p => p.Title != v),
            Leaf(v, c => c.Title < v, p => TextOrder.Holds(p.Title, v, order => order < 0)),
            Leaf(v, c => c.Title <= v, p => TextOrder.Holds(p.Title, v, order => order <= 0)),
            Leaf(v, c => c.Title > v, p => TextOrder.Holds(p.Title, v, order => order > 0)),
            Leaf(v, c => c.Title >= v, p => TextOrder.Holds(p.Title, v, order => order >= 0)),
            Leaf((low, high), c => c.Title.Between(low, high), p => TextOrder.Between(p.Title, low, high)),
            Leaf(prefix, c => c.Title.StartsWith(prefix), p => p.Title?.StartsWith(prefix, StringComparison.Ordinal) == true),
            Leaf(like, c => c.Title.Like(like.Pattern, like.Anchored), p => LikeModel.Matches(p.Title, like)),
            Leaf(some, c => c.Title.In(some), p => some.Contains(p.Title)),
            Leaf(null, c => c.Title.IsNull(), p => p.Title is null),
            Leaf(null, c => c.Title.IsNotNull(), p => p.Title is not null),
        ];
    }

    public static PersonCondition[] Nick(Random random)
    {
        LikeModel like = LikeModel.Make(random);
        string? v = Value(random);
        string low = Value(random) ?? "", high = Value(random) ?? "", prefix = Prefix(random);
        string?[] some = Some(random);
        return
        [
            Leaf(v, c => c.Nick == v, p => p.Nick == v),
            Leaf(v, c => c.Nick != v, p => p.Nick != v),
            Leaf(v, c => c.Nick < v, p => TextOrder.Holds(p.Nick, v, order => order < 0)),
            Leaf(v, c => c.Nick <= v, p => TextOrder.Holds(p.Nick, v, order => order <= 0)),
            Leaf(v, c => c.Nick > v, p => TextOrder.Holds(p.Nick, v, order => order > 0)),
            Leaf(v, c => c.Nick >= v, p => TextOrder.Holds(p.Nick, v, order => order >= 0)),
            Leaf((low, high), c => c.Nick.Between(low, high), p => TextOrder.Between(p.Nick, low, high)),
            Leaf(prefix, c => c.Nick.StartsWith(prefix), p => p.Nick?.StartsWith(prefix, StringComparison.Ordinal) == true),
            Leaf(like, c => c.Nick.Like(like.Pattern, like.Anchored), p => LikeModel.Matches(p.Nick, like)),
            Leaf(some, c => c.Nick.In(some), p => some.Contains(p.Nick)),
            Leaf(null, c => c.Nick.IsNull(), p => p.Nick is null),
            Leaf(null, c => c.Nick.IsNotNull(), p => p.Nick is not null),
        ];
    }

    public static PersonCondition[] City(Random random)
    {
        string? v = Value(random);
        string?[] some = Some(random), many = random.Many(PersonValues.Texts, at => $"{at}");
        return
        [
            Leaf(v, c => c.City == v, p => p.City == v),
            Leaf(v, c => c.City != v, p => p.City != v),
            Leaf(some, c => c.City.In(some), p => some.Contains(p.City)),
            Leaf(many, c => c.City.In(many), p => many.Contains(p.City)),
            Leaf(null, c => c.City.IsNull(), p => p.City is null),
            Leaf(null, c => c.City.IsNotNull(), p => p.City is not null),
        ];
    }

    public static PersonCondition[] Bio(Random random)
    {
        LikeModel like = LikeModel.Make(random);
        string words = random.One(PersonValues.Words), prefix = random.One(PersonValues.WordPrefixes);
        return
        [
            Leaf(words, c => c.Bio.Contains(words), p => WordModel.HasAll(p.Bio, words)),
            Leaf(words, c => c.Bio.ContainsAny(words), p => WordModel.HasAny(p.Bio, words)),
            Leaf(like, c => c.Bio.Like(like.Pattern, like.Anchored), p => WordModel.IsLike(p.Bio, like)),
            Leaf(prefix, c => c.Bio.StartsWith(prefix), p => WordModel.HasPrefix(p.Bio, prefix)),
            Leaf(null, c => c.Bio.IsNull(), p => p.Bio is null),
            Leaf(null, c => c.Bio.IsNotNull(), p => p.Bio is not null),
        ];
    }

    public static PersonCondition[] Tags(Random random)
    {
        string words = random.One(PersonValues.Words);
        return
        [
            Leaf(words, c => c.Tags.Contains(words), p => WordModel.HasAll(p.Tags, words)),
            Leaf(words, c => c.Tags.ContainsAny(words), p => WordModel.HasAny(p.Tags, words)),
            Leaf(null, c => c.Tags.IsNull(), p => p.Tags is null),
            Leaf(null, c => c.Tags.IsNotNull(), p => p.Tags is not null),
        ];
    }

    private static string? Value(Random random) => random.Next(5) == 0 ? random.Text() : random.One(PersonValues.Texts);

    private static string?[] Some(Random random) => random.Next(3) == 0 ? [.. random.Few(PersonValues.Texts), null] : random.Few(PersonValues.Texts);

    private static string Prefix(Random random) => random.Next(5) == 0 ? random.Text() : random.One(PersonValues.Prefixes);
}
