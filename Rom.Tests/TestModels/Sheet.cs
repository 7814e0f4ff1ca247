namespace Rom.Tests.TestModels;

/// <summary>Many words, places and values that are stored in no field as they are compared.</summary>
[RomModel]
public partial class Sheet
{
    public long Id { get; private set; }

    [Index(IndexKind.FullText, Prefix = true, Suffix = true)] public string? Notes { get; set; }

    [Index(IndexKind.Exact, IgnoreCase = true)] public string? City { get; set; }

    [Unique(IgnoreCase = true)] public string? Handle { get; set; }

    [Unique] public string? Badge { get; set; }

    [Index(IndexKind.Ordered, IgnoreCase = true, Suffix = true)] public string? Code { get; set; }

    [Index] public GeoPoint? Home { get; set; }

    [Index] public decimal Low { get; set; }

    [Index] public int High { get; set; }
}
