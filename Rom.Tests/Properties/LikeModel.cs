using System.Text.RegularExpressions;

namespace Rom.Tests.Properties;

/// <summary>A pattern of <c>Like</c>, and what it means as a regular expression.</summary>
internal sealed record LikeModel(string Pattern, bool Anchored)
{
    private const string Scalar = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uD800-\uDFFF])";

    private static readonly string[] Parts = ["*", "*", "+", "!", "?", "a", "b", "ab", "x", "\\*", "\\\\", "é", "😀", "\0", "1", "re", "d", "{", "."];

    public static LikeModel Make(Random random)
    {
        string pattern = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => random.One(Parts)));
        if (random.Next(3) == 0) pattern = random.One(PersonValues.Prefixes) + pattern;
        return new LikeModel(pattern, random.Next(2) == 0);
    }

    public static bool Matches(string? text, LikeModel like)
    {
        if (text is null) return false;
        string regex = "^";
        for (int i = 0; i < like.Pattern.Length; i++)
        {
            regex += like.Pattern[i] switch
            {
                '*' => Scalar + "*",
                '+' => Scalar + "+",
                '!' => Scalar,
                '?' => Scalar + "?",
                '\\' => Regex.Escape(like.Pattern[++i].ToString()),
                char c => Regex.Escape(c.ToString()),
            };
        }

        return Regex.IsMatch(text, regex + (like.Anchored ? "$(?!\n)" : ""), RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }
}
