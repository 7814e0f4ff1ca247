namespace Rom.Tests.Properties;

/// <summary>The texts that random keys and parts of keys have.</summary>
internal static class KeyValues
{
    /// <summary>What separates and escapes parts, what ends values in an index, what names of keys and patterns of SCAN are made of, line ends.</summary>
    private static readonly string[] Parts =
    [
        ":", "::", "\\", "\\:", ":\\", "a:b", "a\\:b", "a:", ":b", "a\\", "\\b", "*", "?", "[a]", "a*", "{", "}", "{}", "~", "=", "\r\n", "\n", " ", "\u007F", "\0\u0001", "\0\u0002", "\u0001\0", "row", "keys",
        "-1", "0", "01",
    ];

    public static readonly string[] Texts = [.. PersonValues.Texts.OfType<string>().Union(Parts, StringComparer.Ordinal)];

    /// <summary>Few, so that several keys have one part in common.</summary>
    public static readonly string[] Few = ["", "\0", "a", "a:", "a\\", ":", "\\", "a\0", "😀", "\uE000", "aa"];
}
