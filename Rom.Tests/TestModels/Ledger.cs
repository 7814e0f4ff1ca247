using System.Collections.Immutable;

namespace Rom.Tests.TestModels;

/// <summary>Columns that a patch changes in one call, and some that it does not.</summary>
[RomModel]
[Index(nameof(Owner), nameof(Amount))]
public partial class Ledger
{
    public Guid Id { get; set; }

    [Version] public long Version { get; private set; }

    [Index] public decimal Amount { get; set; }

    public decimal? Rest { get; set; }

    [Index] public long Count { get; set; }

    [Index] public int? Small { get; set; }

    public ulong Large { get; set; }

    [Index(IndexKind.Ordered)] public string Owner { get; set; } = "nobody";

    public string? Note { get; set; }

    [Index(IndexKind.Ordered)] public string? Nick { get; set; } = "none";

    [Index] public DateTimeOffset? At { get; set; }

    [Index] public double? Ratio { get; set; }

    public List<string>? Marks { get; set; }

    public ImmutableArray<int> Codes { get; set; } = [];

    public ImmutableArray<decimal?>? Rates { get; set; }

    public IReadOnlySet<string>? Holders { get; set; }

    public byte[][]? Seals { get; set; }

    [Index] public Status Status { get; set; }

    [Unique] public long? Number { get; set; }

    [Index(IndexKind.FullText)] public string? Words { get; set; }

    [Index(IndexKind.Ordered, Suffix = true)] public string? Ending { get; set; }
}
