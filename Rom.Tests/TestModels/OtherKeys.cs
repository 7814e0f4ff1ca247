namespace Rom.Tests.TestModels;

[RomModel]
public partial class Page
{
    [PrimaryKey] public required string Slug { get; set; }

    [Index(IndexKind.Ordered)] public string? Title { get; set; }

    [Unique] public string? Alias { get; set; }

    [Index] public int Views { get; set; }

    [Index(IndexKind.FullText, Prefix = true)] public string? Text { get; set; }
}

[RomModel(Group = "things")]
public partial class Device
{
    [PrimaryKey] public Guid Id { get; set; }

    [Unique] public string? Serial { get; set; }

    [Index(IndexKind.Ordered)] public string? Name { get; set; }

    [Index] public string? Room { get; set; }
}

[RomModel(Group = "things")]
public partial class Ticket
{
    public int Id { get; set; }

    [Index] public int Priority { get; set; }
}

/// <summary>Nothing but nullable columns: a row of nulls is a row.</summary>
[RomModel]
public partial class Sparse
{
    public long Id { get; set; }

    public string? Text { get; set; }

    public int? Number { get; set; }
}

/// <summary>A key of two parts, one of them indexed and one unique beside another.</summary>
[RomModel]
[Index(nameof(Order), nameof(Number))]
public partial class Line
{
    [PrimaryKey, Index] public long Order { get; set; }

    [PrimaryKey] public int Number { get; set; }

    [Unique] public string? Code { get; set; }

    [Index(IndexKind.Ordered)] public string? Text { get; set; }
}

public enum Plane : long
{
    Low = long.MinValue,
    High = long.MaxValue,
}

/// <summary>A key of one part of each type.</summary>
[RomModel]
public partial class Place
{
    [PrimaryKey] public required string Street { get; init; }

    [PrimaryKey] public required string Door { get; init; }

    [PrimaryKey] public Guid Owner { get; private set; }

    [PrimaryKey] public Plane Plane { get; private set; }

    [PrimaryKey] public bool Rear { get; init; }

    [PrimaryKey] public DateOnly Built { get; init; }

    public string? Note { get; set; }

    public void Own(Guid owner, Plane plane) => (Owner, Plane) = (owner, plane);
}

/// <summary>A key whose text a method makes.</summary>
[RomModel]
public partial class Article
{
    [PrimaryKey(Text = nameof(KeyOf))] public required string Slug { get; set; }

    [Index] public string? Title { get; set; }

    private static string KeyOf(string slug) => slug.ToLowerInvariant();
}
