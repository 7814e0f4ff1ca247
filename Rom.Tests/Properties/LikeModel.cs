using System.Text;

namespace Rom.Tests.Properties;

/// <summary>A pattern of <c>Like</c>, and what it means.</summary>
internal sealed record LikeModel(string Pattern, bool Anchored)
{
    private static readonly string[] Parts = ["*", "*", "+", "!", "?", "a", "b", "ab", "x", "\\*", "\\\\", "é", "😀", "\0", "1", "re", "d", "w", "{", "."];

    private static readonly string[] Wildcards = ["*", "+", "!", "?", "?", "!!", "??", ""];

    public static LikeModel Make(Random random)
    {
        string pattern = random.Next(2) == 0 ? OfText(random) : string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => random.One(Parts)));
        // A word that is longer than those by which it is ordered ends differently.
        if (random.Next(12) == 0) pattern = random.One(["*wa", "*w", "w*b", "w*w"]);
        if (random.Next(6) == 0) pattern = random.One(PersonValues.Prefixes) + pattern;
        return new LikeModel(pattern, random.Next(2) == 0);
    }

    /// <summary>A text or word of some row with wildcards in place of some characters and between some.</summary>
    private static string OfText(Random random)
    {
        string text = random.One(random.Next(2) == 0 ? PersonValues.Texts : PersonValues.Words) ?? "";
        int every = text.Length > 40 ? text.Length / 3 : random.One([3, 8, text.Length + 1]);
        return string.Concat(text.EnumerateRunes().Select(character => random.Next(every) switch
        {
            0 => random.One(Wildcards),
            1 => random.One(Wildcards) + Literal(character),
            2 => Literal(character) + random.One(Wildcards),
            _ => Literal(character),
        }));
    }

    private static string Literal(Rune character) => character.Value is '*' or '+' or '!' or '?' or '\\' ? $"\\{character}" : character.ToString();

    /// <summary>By the set of all places that the pattern so far may have come to, so that no pattern takes long.</summary>
    public static bool Matches(string? text, LikeModel like)
    {
        if (text is null) return false;
        Rune[] pattern = [.. like.Pattern.EnumerateRunes()], characters = [.. text.EnumerateRunes()];
        HashSet<int> places = [0];
        for (int i = 0; i < pattern.Length; i++)
        {
            places = pattern[i].Value switch
            {
                '*' => [.. From(places.Min())],
                '+' => [.. From(places.Min() + 1)],
                '!' => [.. Next(places, _ => true)],
                '?' => [.. places, .. Next(places, _ => true)],
                '\\' => [.. Next(places, pattern[++i].Equals)],
                _ => [.. Next(places, pattern[i].Equals)],
            };
            if (places.Count == 0) return false;
        }

        return !like.Anchored || places.Contains(characters.Length);

        IEnumerable<int> From(int first) => Enumerable.Range(first, Math.Max(0, characters.Length + 1 - first));
        IEnumerable<int> Next(HashSet<int> from, Func<Rune, bool> fits) => from.Where(at => at < characters.Length && fits(characters[at])).Select(at => at + 1);
    }
}
