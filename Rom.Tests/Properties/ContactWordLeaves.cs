using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Contact, Rom.Tests.TestModels.Contact.Columns>;
using ContactCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Contact, Rom.Tests.TestModels.Contact.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Every operator of the columns of contacts that are indexed by words or by their elements.</summary>
internal static class ContactWordLeaves
{
    private static readonly string[] StopWords = ["the", "a", "of"];

    public static ContactCondition[] Notes(Random random)
    {
        LikeModel like = LikeModel.Make(random);
        string words = random.One(PersonValues.Words), prefix = random.One(PersonValues.WordPrefixes), suffix = random.One(ContactValues.WordSuffixes);
        return
        [
            Leaf(words, c => c.Notes.Contains(words), p => WordModel.HasAll(p.Notes, words)),
            Leaf(words, c => c.Notes.ContainsAny(words), p => WordModel.HasAny(p.Notes, words)),
            Leaf(prefix, c => c.Notes.StartsWith(prefix), p => WordModel.HasPrefix(p.Notes, prefix)),
            Leaf(suffix, c => c.Notes.EndsWith(suffix), p => WordModel.HasSuffix(p.Notes, suffix)),
            Leaf(suffix, c => c.Notes.EndsWith(suffix), p => WordModel.HasSuffix(p.Notes, suffix)),
            Leaf(like, c => c.Notes.Like(like.Pattern, like.Anchored), p => WordModel.IsLike(p.Notes, like)),
            Leaf(null, c => c.Notes.IsNull(), p => p.Notes is null),
        ];
    }

    public static ContactCondition[] Motto(Random random)
    {
        string words = random.One(ContactValues.MottoWords);
        string[] wanted = [.. WordModel.Words(words).Except(StopWords)];
        return
        [
            Leaf(words, c => c.Motto.Contains(words), p => wanted.Length > 0 && wanted.All(WordModel.Words(p.Motto).Contains)),
            Leaf(words, c => c.Motto.ContainsAny(words), p => wanted.Any(WordModel.Words(p.Motto).Contains)),
            Leaf(null, c => c.Motto.IsNull(), p => p.Motto is null),
            Leaf(null, c => c.Motto.IsNotNull(), p => p.Motto is not null),
        ];
    }

    /// <summary>The words of all elements.</summary>
    public static ContactCondition[] Lines(Random random)
    {
        LikeModel like = LikeModel.Make(random);
        string words = random.One(PersonValues.Words), prefix = random.One(PersonValues.WordPrefixes);
        return
        [
            Leaf(words, c => c.Lines.Contains(words), p => WordModel.HasAll(Joined(p.Lines), words)),
            Leaf(words, c => c.Lines.ContainsAny(words), p => WordModel.HasAny(Joined(p.Lines), words)),
            Leaf(prefix, c => c.Lines.StartsWith(prefix), p => WordModel.HasPrefix(Joined(p.Lines), prefix)),
            Leaf(like, c => c.Lines.Like(like.Pattern, like.Anchored), p => WordModel.IsLike(Joined(p.Lines), like)),
            Leaf(null, c => c.Lines.IsNull(), _ => false),
        ];
    }

    /// <summary>The words of several columns.</summary>
    public static ContactCondition[] Anything(Random random)
    {
        LikeModel like = LikeModel.Make(random);
        string words = random.Next(2) == 0 ? random.One(PersonValues.Words) : $"{random.One(ContactValues.Names)} {random.One(ContactValues.Names)}";
        string prefix = random.One(PersonValues.WordPrefixes);
        return
        [
            Leaf(words, c => c.Anything.Contains(words), p => WordModel.HasAll(Anything(p), words)),
            Leaf(words, c => c.Anything.ContainsAny(words), p => WordModel.HasAny(Anything(p), words)),
            Leaf(prefix, c => c.Anything.StartsWith(prefix), p => WordModel.HasPrefix(Anything(p), prefix)),
            Leaf(like, c => c.Anything.Like(like.Pattern, like.Anchored), p => WordModel.IsLike(Anything(p), like)),
            Leaf(null, c => c.Anything.IsNull(), _ => false),
        ];
    }

    public static ContactCondition[] Labels(Random random)
    {
        string one = random.Vary(random.One(ContactValues.Labels))!;
        string[] some = random.Few(ContactValues.Labels);
        return
        [
            Leaf(one, c => c.Labels.Contains(one), p => HasLabel(p, one)),
            Leaf(some, c => c.Labels.ContainsAny(some), p => some.Any(label => HasLabel(p, label))),
            Leaf(some, c => c.Labels.ContainsAll(some), p => some.All(label => HasLabel(p, label))),
            Leaf(null, c => c.Labels.IsNull(), p => p.Labels is null),
            Leaf(null, c => c.Labels.IsNotNull(), p => p.Labels is not null),
        ];
    }

    public static ContactCondition[] Numbers(Random random)
    {
        long one = random.One(ContactValues.Numbers);
        long[] some = random.Few(ContactValues.Numbers);
        return
        [
            Leaf(one, c => c.Numbers.Contains(one), p => p.Numbers.Contains(one)),
            Leaf(some, c => c.Numbers.ContainsAny(some), p => some.Any(p.Numbers.Contains)),
            Leaf(some, c => c.Numbers.ContainsAll(some), p => some.All(p.Numbers.Contains)),
        ];
    }

    /// <summary>Several computed texts, each an element.</summary>
    public static ContactCondition[] Initials(Random random)
    {
        string[] all = ["a", "A", "b", "B", "é", "É", "漢", "l", "nothing", ""];
        string one = random.One(all);
        string[] some = random.Few(all);
        return
        [
            Leaf(one, c => c.Initials.Contains(one), p => Initials(p).Contains(one)),
            Leaf(some, c => c.Initials.ContainsAny(some), p => some.Any(Initials(p).Contains)),
            Leaf(some, c => c.Initials.ContainsAll(some), p => some.All(Initials(p).Contains)),
            Leaf(null, c => c.Initials.IsNull(), p => p.First is null && p.Last is null),
            Leaf(null, c => c.Initials.IsNotNull(), p => p.First is not null || p.Last is not null),
        ];
    }

    private static string[] Initials(Contact contact) => [.. new[] { contact.First, contact.Last }.Where(name => name is { Length: > 0 }).Select(name => name![..1])];

    private static bool HasLabel(Contact contact, string label) => contact.Labels?.Any(one => one is not null && FoldModel.Same(one, label)) == true;

    private static string Joined(string?[] lines) => string.Join('\n', lines);

    private static string Anything(Contact contact) => Joined([contact.First, contact.Last, contact.City]);
}
