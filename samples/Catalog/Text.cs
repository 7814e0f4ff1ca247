namespace Catalog;

/// <summary>Numbers with their units, and texts cut to fit a terminal of 80 columns.</summary>
internal static class Text
{
    private const int Width = 79;

    public static string Count(long number, string noun) => $"{number:N0} {noun}{(number == 1 ? "" : "s")}";

    public static string Rate(long number, TimeSpan time) => $"{number / Math.Max(time.TotalSeconds, 0.001):N0}/s";

    public static string Duration(TimeSpan time) =>
        time.TotalSeconds >= 1 ? $"{time.TotalSeconds:N2} s" : $"{time.TotalMilliseconds:N2} ms";

    public static string Size(long? kilobytes) => kilobytes is { } size ? $"{size:N0} kB" : "unknown";

    /// <summary>Packages as lines of a table: name, size, and as much of the description as fits.</summary>
    public static IEnumerable<string> Rows(IReadOnlyCollection<Package> packages)
    {
        int name = Math.Min(30, packages.Select(package => package.Name.Length).DefaultIfEmpty().Max());
        int size = packages.Select(package => Size(package.InstalledSize).Length).DefaultIfEmpty().Max();
        return packages.Select(package => Cut(
            $"  {Cut(package.Name, name).PadRight(name)}  {Size(package.InstalledSize).PadLeft(size)}  {Synopsis(package)}", Width));
    }

    /// <summary>The first line of the description; an index may carry the long text after it.</summary>
    public static string Synopsis(Package package) => package.Description?.Split('\n')[0] ?? "";

    private static string Cut(string text, int width) => text.Length <= width ? text.TrimEnd() : $"{text[..(width - 3)].TrimEnd()}...";
}
