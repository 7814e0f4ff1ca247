using System.Text;
using System.Text.RegularExpressions;

namespace Rom.Tests.Properties;

/// <summary>The words of a text as the documentation tells it, written apart from Rom's tokenizer.</summary>
internal static partial class WordModel
{
    public static string[] Words(string? text) =>
        text is null ? [] : [.. Spaces().Split(text).Select(word => FoldModel.Fold(Ends().Replace(word, ""))!).Where(word => word.Length > 0)];

    public static bool HasAll(string? text, string words)
    {
        string[] has = Words(text), wants = Words(words);
        return wants.Length > 0 && wants.All(has.Contains);
    }

    public static bool HasAny(string? text, string words) => Words(words).Any(Words(text).Contains);

    /// <summary>A long word is ordered, and matched, by its first 512 bytes.</summary>
    public static bool IsLike(string? text, LikeModel pattern) =>
        Words(text).Any(word => LikeModel.Matches(Beginning(Encoding.UTF8.GetBytes(word)), pattern with { Pattern = FoldModel.Fold(pattern.Pattern)! }));

    private static string Beginning(byte[] word) => Encoding.UTF8.GetString(word, 0, Math.Min(word.Length, 512));

    public static bool HasPrefix(string? text, string prefix) => Words(text).Any(word => word.StartsWith(FoldModel.Fold(prefix)!, StringComparison.Ordinal));

    public static bool HasSuffix(string? text, string suffix) => Words(text).Any(word => word.EndsWith(FoldModel.Fold(suffix)!, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Punctuation, and the symbols of ASCII, which are punctuation to most people.</summary>
    [GeneratedRegex(@"^[\p{P}$+<=>^`|~]+|[\p{P}$+<=>^`|~]+\z")]
    private static partial Regex Ends();
}
