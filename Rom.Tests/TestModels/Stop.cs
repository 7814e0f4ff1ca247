namespace Rom.Tests.TestModels;

/// <summary>A key of two texts and a number, with indexes on its parts and one over a part and another column.</summary>
[RomModel]
[Index(nameof(Route), nameof(At))]
public partial class Stop
{
    [PrimaryKey, Index] public required string Route { get; init; }

    [PrimaryKey, Index(IndexKind.Ordered)] public required string Place { get; init; }

    [PrimaryKey] public int Pass { get; init; }

    [Index] public int? At { get; set; }

    /// <summary>Null is stored, because the initializer stands in for an absent field.</summary>
    [Unique] public string? Code { get; set; } = "none";

    public decimal? Fare { get; set; }

    public decimal? Paid { get; set; }

    public DateTimeOffset? Leaves { get; set; }

    public DateTimeOffset? Arrives { get; set; }

    [Index(IndexKind.FullText, Prefix = true)] public string? Notes { get; set; }
}
