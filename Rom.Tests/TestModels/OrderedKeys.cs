namespace Rom.Tests.TestModels;

/// <summary>Keys that the store assigns, in an order of their own, beside everything else that a commit can hold.</summary>
[RomModel]
public partial class Job
{
    [PrimaryKey, Index] public long Id { get; set; }

    [Index(IndexKind.Ordered)] public string? State { get; set; }

    [Unique] public string? Code { get; set; }

    [Index(IndexKind.FullText, Prefix = true)] public string? Text { get; set; }

    [Index] public decimal Cost { get; set; }

    [Reference(OnDelete.NoAction)] public Ref<Job>? After { get; set; }

    [Version] public long Version { get; private set; }

    [Native] public partial RedisList<string> Log { get; }
}

/// <summary>As <see cref="Job"/> was before its key got an index.</summary>
[RomModel]
public partial class Chore
{
    public long Id { get; set; }

    [Index] public string? State { get; set; }
}

/// <summary>As <see cref="Chore"/> with an index of its key.</summary>
#pragma warning disable ROM007
[RomModel(Name = "Chore")]
public partial class OrderedChore
{
    [Index] public long Id { get; set; }

    [Index] public string? State { get; set; }
}
#pragma warning restore ROM007

/// <summary>Keys that the caller writes, searched like any ordered text.</summary>
[RomModel]
public partial class Host
{
    [PrimaryKey, Index(IndexKind.Ordered, Suffix = true)] public required string Name { get; init; }

    [Index] public int? Port { get; set; }
}

/// <summary>The order of the keys stands in for the set of all of them.</summary>
[RomModel]
public partial class Slot
{
    [PrimaryKey(Index = false), Index, Column("n")] public int Number { get; private set; }

    [Index] public int? Size { get; set; }
}
