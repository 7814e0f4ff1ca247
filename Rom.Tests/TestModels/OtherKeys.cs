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
