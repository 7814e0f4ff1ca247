using System.Globalization;
using System.Text.RegularExpressions;

namespace Rom.Tests.Redis;

/// <summary>The rules that scripts keep, each as the list of what breaks it. See "Scripts" in the architecture.</summary>
internal static partial class LuaRules
{
    public const string ReadShebang = "#!lua flags=no-writes";

    private const string WriteMarker = "-- Write.";

    private static readonly HashSet<string> Writing =
        ["HSET", "HDEL", "ZADD", "ZREM", "SADD", "SREM", "SET", "DEL", "INCRBY", "HINCRBY", "UNLINK", "EXPIRE", "RENAME", "GEOADD"];

    private static readonly HashSet<string> Reading =
    [
        "HGET", "HMGET", "HKEYS", "HGETALL", "HEXISTS", "GET", "EXISTS", "SCARD", "SISMEMBER", "SMISMEMBER", "SSCAN", "HSCAN", "ZSCAN", "ZCARD", "ZSCORE", "ZLEXCOUNT", "ZRANGEBYLEX",
        "ZREVRANGEBYLEX", "SCAN", "ZRANGE", "SINTER", "ZRANGEBYSCORE", "ZCOUNT", "GEOPOS", "TYPE", "TIME",
    ];

    /// <summary>Writes that may come before a refusal, because what they change then harms nobody.</summary>
    private static readonly HashSet<string> Counting = ["INCR"];

    /// <summary>What Redis gives every script.</summary>
    private static readonly HashSet<string> Given =
        ["redis", "KEYS", "ARGV", "string", "table", "math", "struct", "cmsgpack", "tonumber", "tostring", "ipairs", "pairs", "next", "unpack", "type", "coroutine"];

    /// <summary>A description first, and, of a script that is called, its keys, arguments and reply.</summary>
    public static IEnumerable<string> Header(string source, bool isShared)
    {
        string[] header = [.. source.Split('\n').SkipWhile(line => line.StartsWith("#!", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal))];
        if (header.Length == 0 || !Description().IsMatch(header[0])) yield return "no description in the first comment line";
        foreach (string tag in isShared ? Array.Empty<string>() : ["--@key ", "--@arg ", "--@returns "])
        {
            if (!header.Any(line => line.StartsWith(tag, StringComparison.Ordinal))) yield return $"no {tag}line";
        }
    }

    /// <summary>Every command is a literal that this test knows, and none of a script that only reads writes.</summary>
    public static IEnumerable<string> ReadOnly(string text) =>
        Unknown(text).Concat(Commands(text).Where(command => Writing.Contains(command) || Counting.Contains(command)).Select(command => $"{command} in a script that only reads"));

    /// <summary>Reads come before the mark of the first write, and writes after it.</summary>
    public static IEnumerable<string> Phases(string source)
    {
        int mark = source.IndexOf(WriteMarker, StringComparison.Ordinal);
        if (mark < 0) return ["no mark of the first write"];
        return Unknown(source)
            .Concat(Commands(source[..mark]).Where(Writing.Contains).Select(command => $"{command} before the first write is due"))
            .Concat(Commands(source[mark..]).Where(Reading.Contains).Select(command => $"{command} after the first write"));
    }

    /// <summary>Redis refuses to set a global and to read one that there is not, but only when that line runs.</summary>
    public static IEnumerable<string> Globals(string text) =>
        LuaTokens.Undeclared(text).Where(name => !Given.Contains(name)).Distinct().Select(name => $"{name} is no local");

    /// <summary>What is sent carries no comment and no empty line.</summary>
    public static IEnumerable<string> Flat(string text) =>
        text.Split('\n')[..^1].Skip(text.StartsWith("#!", StringComparison.Ordinal) ? 1 : 0)
            .Where(line => line.Trim().Length == 0 || line.TrimStart().StartsWith("--", StringComparison.Ordinal)).Select(line => $"'{line}' is sent");

    /// <summary>The status numbers that the code returns, which 0 is one of.</summary>
    public static SortedSet<int> ReturnedStatuses(string source) => Numbers(Returned(), LuaTokens.Bare(source));

    /// <summary>The status numbers that the header explains.</summary>
    public static SortedSet<int> ExplainedStatuses(string source) =>
        Numbers(Explained(), string.Join('\n', source.Split('\n').Where(line => line.StartsWith("--@returns", StringComparison.Ordinal))));

    private static SortedSet<int> Numbers(Regex pattern, string text) =>
        [0, .. pattern.Matches(text).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    private static IEnumerable<string> Commands(string source) => Call().Matches(source).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Unknown(string source)
    {
        foreach (string command in Commands(source).Where(command => !Writing.Contains(command) && !Reading.Contains(command) && !Counting.Contains(command)))
            yield return $"{command} is not known to the test";
        if (source.Contains("pcall", StringComparison.Ordinal)) yield return "pcall hides an error";
        foreach (Match match in AnyCall().Matches(source))
        {
            if (!Call().IsMatch(source[match.Index..]) || Call().Match(source, match.Index).Index != match.Index) yield return "a call whose command is no literal";
        }
    }

    [GeneratedRegex(@"^-- \S.*[.:]|^-- \S{2,} \S+ ")]
    private static partial Regex Description();

    [GeneratedRegex(@"\bcall\('([A-Z]+)'")]
    private static partial Regex Call();

    [GeneratedRegex(@"\bcall\(")]
    private static partial Regex AnyCall();

    [GeneratedRegex(@"(?:(?:return|=) \{|status =) (\d+)")]
    private static partial Regex Returned();

    [GeneratedRegex(@"\{(\d+)[,}]")]
    private static partial Regex Explained();
}
