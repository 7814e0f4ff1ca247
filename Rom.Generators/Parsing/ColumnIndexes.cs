using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The indexes of one column, and whether it is unique.</summary>
internal sealed class ColumnIndexes
{
    public List<IndexSpec> Specs { get; } = [];

    public required bool IsUnique { get; init; }

    /// <summary>Whether the unique ignores letter case.</summary>
    public bool UniqueIgnoresCase { get; init; }

    /// <summary>
    /// Whether an attribute was refused: queries then bind as if every index were there, so that nothing else is reported.
    /// </summary>
    public bool HasErrors { get; set; }

    public IndexSpec? Ordered => Of(IndexKind.Ordered);

    public IndexSpec? Exact => Of(IndexKind.Exact);

    public IndexSpec? FullText => Of(IndexKind.FullText);

    public string Summary
    {
        get
        {
            string[] words = [.. IsUnique ? (string[])["unique"] : [], .. Specs.Select(Describe)];
            return words.Length == 0 ? "no index" : string.Join(", ", words);
        }
    }

    public IndexSpec? Of(IndexKind kind) => Specs.FirstOrDefault(index => index.Kind == kind);

    private static string Describe(IndexSpec index) => index.Kind switch
    {
        IndexKind.Ordered => "ordered",
        IndexKind.Exact => "exact",
        IndexKind.Geo => "geo",
        _ => "full text",
    } + (index.Prefix ? " with word prefixes" : "") + (index.Suffix ? " with suffixes" : "") + (index.IgnoreCase ? " ignoring case" : "");
}
