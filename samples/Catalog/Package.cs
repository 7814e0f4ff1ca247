using Rom;

namespace Catalog;

/// <summary>
/// One package. Each index is here because one of the <see cref="Questions"/> needs it; a question without its index would not compile.
/// </summary>
[RomModel, Index(nameof(Section), nameof(InstalledSize))]
public partial class Package
{
    [PrimaryKey]
    public long Id { get; private set; }

    [Unique, Index(IndexKind.Ordered)]
    public required string Name { get; set; }

    public required string Version { get; set; }

    [Index]
    public string? Section { get; set; }

    [Index(IndexKind.Ordered)]
    public Priority Priority { get; set; }

    /// <summary>In kB; null when the record does not say, which is not the same as nothing.</summary>
    [Index]
    public long? InstalledSize { get; set; }

    public string? Maintainer { get; set; }

    public string? Homepage { get; set; }

    [Index(IndexKind.FullText, Prefix = true)]
    public string? Description { get; set; }
}

/// <summary>How much a system needs a package. Numbered from the most to the least needed, so that ranges mean something.</summary>
public enum Priority
{
    Required = 1,
    Important = 2,
    Standard = 3,
    Optional = 4,
    Extra = 5,
}
