namespace Rom.Tests.Properties;

/// <summary>Texts without letter case, written apart from Rom's table: for the few letters that the tests use beyond those that .NET knows.</summary>
internal static class FoldModel
{
    public static string? Fold(string? text) => text?.ToLowerInvariant().Replace('ς', 'σ').Replace('ſ', 's').Replace('µ', 'μ');

    public static bool Same(string? x, string? y) => Fold(x) == Fold(y);

    /// <summary>The same text in other letter case.</summary>
    public static string? Vary(this Random random, string? text) => random.Next(3) switch
    {
        0 => text,
        1 => text?.ToUpperInvariant(),
        _ => text is null ? null : string.Concat(text.Select((c, at) => at % 2 == 0 ? char.ToUpperInvariant(c) : c)),
    };
}
