using Rom;

namespace AotSample.Models;

/// <summary>A key that the caller assigns.</summary>
[RomModel]
public partial class Page
{
    [PrimaryKey] public required string Slug { get; set; }

    [Unique] public string? Alias { get; set; }

    [Index] public int Views { get; set; }
}

/// <summary>A key that Rom assigns.</summary>
[RomModel(Group = "aot")]
public partial class Device
{
    [PrimaryKey] public Guid Id { get; set; }

    [Index] public string? Room { get; set; }
}

/// <summary>A short key that the store assigns; the key is found by its name.</summary>
[RomModel]
public partial class Ticket
{
    public int Id { get; set; }

    [Index] public int Priority { get; set; }
}

/// <summary>A key that the generator adds.</summary>
[RomModel]
public partial class Note
{
    public string? Text { get; set; }
}

/// <summary>A model inside another type, and a record.</summary>
public static partial class Shop
{
    [RomModel]
    public partial record Order
    {
        public long Id { get; set; }

        [Index] public decimal Total { get; set; }
    }
}
