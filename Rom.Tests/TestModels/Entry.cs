using System.Numerics;

namespace Rom.Tests.TestModels;

/// <summary>What rom's own tests do with the types of columns.</summary>
[RomModel]
public partial class Entry
{
    public long Id { get; private set; }

    [Unique] public byte[]? Digest { get; set; }

    [Unique, Index(IndexKind.Ordered)] public string? Name { get; set; }

    [Index] public string? City { get; set; }

    [Index] public bool? Done { get; set; }

    [Index] public DateTime? At { get; set; }

    [Index] public DateTimeOffset? Instant { get; set; }

    [Index] public DateOnly? Day { get; set; }

    [Index] public TimeOnly? Hour { get; set; }

    [Index] public BigInteger? Big { get; set; }

    [Unique] public UInt128? Number { get; set; }

    [Unique, Column(EnumAsName = true)] public Mode? Mode { get; set; }

    [Unique] public Uri? Home { get; set; }

    [Unique] public TimeSpan? Span { get; set; }
}
