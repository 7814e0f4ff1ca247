namespace Rom.Tests.Properties;

/// <summary>The values that random contacts and queries draw from.</summary>
internal static class ContactValues
{
    private static readonly string LongText = new('z', 600);

    /// <summary>Letters in both cases, some whose case is no matter of one bit, and what lies between the two cases in ASCII.</summary>
    public static readonly string?[] Nicks =
    [
        null, "", "none", "a", "ab", "abc", "b", "é", "éa", "ς", "straße", "ẞ", "ſ", "s", "µ", "μ", "K", "İ", "ı", "\0", "\0a", "a\0b", "😀", "😀a", "\U00010400", "\uE000",
        "漢字", "_", "[", "a_", "a`", LongText, LongText + "q", LongText[..511] + "é", " a", "10", "9",
    ];

    public static readonly string[] Suffixes = ["", "a", "A", "b", "é", "É", "a\0b", "\0", "😀", "漢字", "z", "Q", "ς", "Σ", "S", "org", ".ORG", "com", "@host.com", "ee", "ß", "_", LongText];

    /// <summary>No two fold to the same text, and none begins with half a character's first half.</summary>
    public static readonly string[] Names = ["", "ann", "bob", "éa", "lee poe", "x", "ςa", "漢", "straße", "a\0", "redis lua"];

    public static readonly string?[] Mottos = [null, "", "the", "the art of the possible", "A Redis of the", "of art", "red, art", "redis lua", "THE ART"];

    public static readonly string[] MottoWords = ["the", "art", "the art", "redis of", "REDIS", "lua redis", "", "a", "possible art", "nowhere of"];

    public static readonly string[] Domains = ["x.org", "X.ORG", "", "host.com", "漢.jp", "a@b", "é"];

    public static readonly string[] WordSuffixes = ["", "s", "is", "DIS", "ribute", "c", "t", "'t", "5", "é", "ü", "ße", "漢字", "😀", "w", new('w', 511), "\0b", "}x", "red"];

    public static readonly string[] Labels = ["red", "Red", "RED", "", "é", "É", "\0", "漢字", "😀", LongText, "straße", "blue"];

    public static readonly string?[] Countries = ["DE", "", "\0", "é", "漢"];

    public static readonly long[] Numbers = [7, 0, 1, -1, long.MinValue, long.MaxValue, (1L << 53) + 1];

    public static readonly decimal[] Lows = [1.5m, 0m, -1m, 0.5m, 1.50m, 99m, 0.0001m];

    public static readonly int[] Highs = [int.MinValue, int.MaxValue, 0, 1, 2, -1, 100];

    public static readonly decimal[] Spreads = [0m, -0.5m, 0.5m, 1m, 8.5m, -1m, 98.5m, 2147483645.5m, -2147483649.5m, 1000000m, -1000000m];

    /// <summary>A city and places from one to a million metres around it, the poles of the projection, both sides of the date line, a point and its neighbours.</summary>
    public static readonly GeoPoint[] Points =
    [
        new(13.4, 52.5), new(13.4, 52.5), new(13.40001, 52.5), new(13.4, 52.50001), new(13.41, 52.5), new(13.5, 52.6), new(14, 52), new(20, 50), new(0, 0), new(0.0001, -0.0001),
        new(180, 10), new(-180, 10), new(179.9999, 10), new(-179.9999, 10.0001), new(179, -5), new(-179, -5), new(0, 85.05112878), new(180, 85.05112878), new(-90, 85), new(90, 84.9),
        new(0, -85.05112878), new(-120, -85), new(13.4, -52.5), new(-166.6, -52.5), new(13.361389, 38.115556), new(15.087269, 37.502669),
    ];

    public static readonly double[] Lengths = [0, 1, 50, 1_000, 12_345.678, 300_000, 2_000_000, 5_000_000, 12_000_000, 20_000_000, 45_000_000];
}
