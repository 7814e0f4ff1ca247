// Two programs that disagree about one model cannot stand in one compilation without this.
#pragma warning disable ROM007
namespace Rom.Tests.TestModels;

/// <summary>No set of all keys: the index of its times stands in for it.</summary>
[RomModel]
[Index(nameof(Country), nameof(At))]
public partial class Visit
{
    [PrimaryKey(Index = false)] public long Id { get; private set; }

    [Index] public int? At { get; set; }

    [Index] public string? Country { get; set; }

    [Unique] public string? Code { get; set; }

    [Index(IndexKind.FullText, Prefix = true)] public string? Text { get; set; }

    [Native] public partial RedisList<string> Log { get; }
}

/// <summary>As <see cref="Visit"/> with the set of all keys.</summary>
[RomModel(Name = "Visit")]
[Index(nameof(Country), nameof(At))]
public partial class ListedVisit
{
    public long Id { get; private set; }

    [Index] public int? At { get; set; }

    [Index] public string? Country { get; set; }

    [Unique] public string? Code { get; set; }

    [Index(IndexKind.FullText, Prefix = true)] public string? Text { get; set; }
}

/// <summary>As <see cref="Visit"/>, with a unique that its rows may not meet.</summary>
[RomModel(Name = "Visit")]
public partial class StrictVisit
{
    public long Id { get; private set; }

    [Unique] public int? At { get; set; }
}

/// <summary>Nothing has every row.</summary>
[RomModel]
public partial class Login
{
    [PrimaryKey(Index = false)] public Guid Id { get; private set; }

    [Index] public string? Country { get; set; }

    [Unique] public string? Code { get; set; }

    [Index(IndexKind.FullText, Prefix = true)] public string? Text { get; set; }

    [Index] public GeoPoint? Place { get; set; }

    [Version] public long Version { get; private set; }
}

/// <summary>A key of two parts that no set lists.</summary>
[RomModel]
public partial class Seat
{
    [PrimaryKey(Index = false)] public required string Row { get; init; }

    [PrimaryKey] public int Number { get; init; }

    [Index(IndexKind.Ordered, IgnoreCase = true)] public string? Guest { get; set; }
}
