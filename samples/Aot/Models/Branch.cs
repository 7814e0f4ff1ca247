using Rom;

namespace AotSample.Models;

/// <summary>What an index may be beyond one column: folded, reversed, of elements, of points, computed, and uniques over several columns.</summary>
[RomModel(Group = "aot")]
[Unique(nameof(Street), nameof(Number))]
[Index(Name = "Margin", Keys = nameof(MarginOf))]
public partial class Branch
{
    [Index(IndexKind.Ordered, Suffix = true, IgnoreCase = true)] public required string Name { get; set; }

    [Index(IndexKind.FullText, Prefix = true, Suffix = true, Tokenizer = typeof(BranchWords))] public string? Motto { get; set; }

    [Index] public List<string> Tags { get; set; } = [];

    [Index] public GeoPoint? Place { get; set; }

    public string? Street { get; set; }

    public int? Number { get; set; }

    [Index] public decimal Income { get; set; }

    [Index] public decimal Cost { get; set; }

    [Unique(Name = "Slug", Keys = nameof(SlugOf))]
    [Index(IndexKind.Exact, Name = "Initial", Keys = nameof(InitialOf))]
    public string? Title { get; set; }

    private static decimal MarginOf(decimal income, decimal cost) => income - cost;

    private static string? SlugOf(string? title) => title?.Replace(' ', '-');

    private static string? InitialOf(string? title) => title is { Length: > 0 } ? title[..1] : null;
}

/// <summary>Words without the shortest ones.</summary>
public sealed class BranchWords : ITextTokenizer
{
    public static int Revision => 1;

    public static IEnumerable<string> Words(string text) => TextTokenizer.Words(text).Where(word => word.Length > 2);
}
