using System.Text;

namespace Rom.Tests.Properties;

/// <summary>A pattern of <c>Like</c>, and what it means.</summary>
internal sealed record LikeModel(string Pattern, bool Anchored)
{
    private static readonly string[] Parts = ["*", "*", "+", "!", "?", "a", "b", "ab", "x", "\\*", "\\\\", "é", "😀", "\0", "1", "re", "d", "{", "."];

    public static LikeModel Make(Random random)
    {
        string pattern = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => random.One(Parts)));
        if (random.Next(3) == 0) pattern = random.One(PersonValues.Prefixes) + pattern;
        return new LikeModel(pattern, random.Next(2) == 0);
    }

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
