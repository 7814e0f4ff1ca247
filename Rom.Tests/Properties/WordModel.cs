using System.Text.RegularExpressions;

namespace Rom.Tests.Properties;

/// <summary>The words of a text as the documentation tells it, written apart from Rom's tokenizer.</summary>
internal static partial class WordModel
{
    public static string[] Words(string? text) =>
        text is null ? [] : [.. Spaces().Split(text).Select(word => Ends().Replace(word, "").ToLowerInvariant()).Where(word => word.Length > 0)];

    public static bool HasAll(string? text, string words)
    {
        string[] has = Words(text), wants = Words(words);
        return wants.Length > 0 && wants.All(has.Contains);
    }

    public static bool HasAny(string? text, string words) => Words(words).Any(Words(text).Contains);

    /// <summary>A long word is ordered, and matched, by its first 512 bytes.</summary>
    public static bool IsLike(string? text, LikeModel pattern) =>
        Words(text).Any(word => LikeModel.Matches(word.Length > 512 ? word[..512] : word, pattern with { Pattern = pattern.Pattern.ToLowerInvariant() }));

    public static bool HasPrefix(string? text, string prefix) => Words(text).Any(word => word.StartsWith(prefix.ToLowerInvariant(), StringComparison.Ordinal));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Punctuation, and the symbols of ASCII, which are punctuation to most people.</summary>
    [GeneratedRegex(@"^[\p{P}$+<=>^`|~]+|[\p{P}$+<=>^`|~]+\z")]
    private static partial Regex Ends();
}
