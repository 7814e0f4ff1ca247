using System.Text.RegularExpressions;

namespace Rom.Tests.Aot;

/// <summary>The warnings of the trimmer and of the native compiler in what a publish printed.</summary>
internal static partial class IlWarnings
{
    private const string Client = "StackExchange.Redis.";

    /// <summary>Each warning once: its code and its text, which begins with the member that it is about.</summary>
    public static IReadOnlyList<string> Read(string output) =>
        [.. Warning().Matches(output).Select(match => $"{match.Groups["code"].Value}: {match.Groups["text"].Value}").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether a warning is about code of the Redis client, which Rom cannot change.</summary>
    public static bool IsOfClient(string warning) => warning.StartsWith(Client, warning.IndexOf(' ', StringComparison.Ordinal) + 1);

    private static bool StartsWith(this string text, string part, int start) => text.AsSpan(start).StartsWith(part, StringComparison.Ordinal);

    // file(line): Trim analysis warning IL2026: Member: text [project]
    [GeneratedRegex(@"(?:warning|error) (?<code>IL\d{4}): (?<text>.*?)(?: \[[^\]\n]*proj[^\]\n]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
