using System.Globalization;
using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>The values that random people and queries draw from: few, so that rows tie and queries hit, and each for a reason.</summary>
internal static class PersonValues
{
    private static readonly string LongText = new('x', 600), LongWord = new('w', 512);

    /// <summary>Shared prefixes; NUL and what follows it; braces; UTF-16 order against UTF-8 order (U+E000 and U+1F600); both sides of 512 bytes.</summary>
    public static readonly string?[] Texts =
    [
        null, "", "\0", "\0\0", "\0a", "\u0001", "a", "a\0", "a\0b", "a\u0001", "aa", "ab", "abc", "A", "Abc", "{P}", "a}b{", "none", "e\u0301",
        "é", "éa",
        "Ωμέγα", "漢字", "\uE000", "\uFFFD", "\uFFFF", "😀", "😀a", "\U0010FFFF", LongText, LongText + "y", LongText[..511], LongText[..512],
        LongText[..513],
        " a", "1", "10", "9", "~", "=", "#",
    ];

    /// <summary>Prefixes that <c>StartsWith</c> asks for.</summary>
    public static readonly string[] Prefixes =
        ["", "\0", "a", "a\0", "ab", "A", "é", "e", "😀", "\uE000", "{", "漢", "\uFFFF", "\U0010FFFF", LongText[..511], LongText, "zz", "1"];

    /// <summary>Words in every letter case, inner punctuation, trimmed punctuation, nothing but punctuation, and words longer than a key may hold.</summary>
    public static readonly string?[] WordTexts =
    [
        null, "", "!!! - …", "redis", "Redis, Lua", "redis lua", "LUA (redis) lua", "re red redis redistribute", "don't panic", "5.5 and 5",
        "über straße", "ÜBER",
        "漢字 かな", "emoji 😀 text", "😀😀", "a\0b c", "{brace} }x{", "tab\tand\nline\u2003wide", LongWord, LongWord + "a", $"{LongWord}b red",
        LongWord[..511],
        "naïve $5 <b>bold</b> x=1", "= # ~", "red",
    ];

    public static readonly string[] Words =
    [
        "redis", "REDIS", "lua redis", "redis redis!", "", "?!", "don't", "dont", "5.5", "5", "über", "Straße", "漢字", "😀", "a\0b", "c", "brace",
        LongWord, LongWord + "a",
        LongWord + "c", "nowhere", "red lua", "wide line", "x=1", "b>bold</b",
    ];

    public static readonly string[] WordPrefixes =
        ["", "r", "re", "red", "RED", "redi", "ü", "Ü", "漢", "😀", "don'", "5", "{", "x", LongWord, LongWord[..511], LongWord[..3], "zz", "a\0",
        "red lua", "w"];

    public static readonly Status[] Statuses =
        [Status.New, Status.Active, Status.Trial, Status.Closed, Status.Hidden, (Status)int.MinValue, (Status)int.MaxValue, (Status)77];

    public static readonly int[] Ages = [int.MinValue, int.MaxValue, 0, 1, 2, -1, -2, 9, 10, 11, -10, 99, 100];

    public static readonly long[] Longs =
    [
        long.MinValue, long.MinValue + 1, long.MaxValue, long.MaxValue - 1, 0, 1, -1, 9, 10, 99, 100, -9, -10, -100, 1L << 53, (1L << 53) + 1,
        (1L << 53) + 2,
        -(1L << 53) - 1, 1_000_000_000_000,
    ];

    public static readonly decimal[] Decimals =
    [
        decimal.MinValue, decimal.MaxValue, decimal.MaxValue - 1, 0m, 0.00m, -0.0m, 1m, 1.0m, 1.00m, 1.5m, 1.50m, 0.5m, 0.05m, -0.5m, -0.05m,
        -1m, -1.5m, 9.99m, 9.990m, 10m, 10.0m,
        99m, 100m, -100m, 0.0000000000000000000000000001m, -0.0000000000000000000000000001m, 7.9228162514264337593543950335m, 9007199254740993m,
        0.1m, 1.1m,
    ];

    public static readonly double[] Doubles =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 0.0, double.Epsilon, -double.Epsilon, double.MaxValue,
        double.MinValue, 1, 1.5, -1.5, 1.0000000000000002,
        0.1, 0.30000000000000004, 1e-5, 1e21, -1e21, 1e300, 123456789.125, 2.2250738585072014e-308,
    ];

    public static readonly DateTimeOffset[] Instants =
    [
        DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, Instant("2026-01-02T03:04:05.0000001+00:00"),
        Instant("2026-01-02T05:04:05.0000001+02:00"),
        Instant("2026-01-02T03:04:05+00:00"), Instant("2026-01-01T15:04:05-12:00"), Instant("2026-01-02T17:04:05.0000002+14:00"),
        Instant("1969-12-31T23:59:59-03:30"),
    ];

    /// <summary>One clock with and without a kind: C# compares clocks.</summary>
    public static readonly DateTime[] Clocks =
    [
        DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch, Clock(0, DateTimeKind.Utc), Clock(0, DateTimeKind.Unspecified),
        Clock(1, DateTimeKind.Utc), Clock(-1, DateTimeKind.Unspecified),
    ];

    public static readonly Guid[] Tokens =
        [Guid.Empty, Guid.AllBitsSet, Guid.Parse("0191d1c8-0000-7000-8000-0123456789ab"), Guid.Parse("0191d1c8-0000-7000-8000-0123456789ac")];

    public static readonly bool[] Bools = [true, false];

    /// <summary>Keys that a query asks for, some of which there are.</summary>
    public static readonly long[] Ids = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, -1, long.MaxValue];

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Clock(long ticks, DateTimeKind kind) => DateTime.SpecifyKind(new DateTime(2026, 1, 2).AddTicks(ticks), kind);
}
