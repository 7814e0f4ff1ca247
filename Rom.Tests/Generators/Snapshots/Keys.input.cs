using System;
using Rom;

namespace Shop;

[RomModel]
public partial class Line
{
    [PrimaryKey] public long Order { get; init; }

    [PrimaryKey] public required string Product { get; init; }

    [PrimaryKey] public Guid Batch { get; set; }

    public int Count { get; set; }

    partial void BeforeUpdate() => Count++;
}

public abstract class Slugged
{
    [PrimaryKey(Text = nameof(KeyOf))] public string Slug { get; private set; } = "";

    protected static string KeyOf(string slug) => slug.ToLowerInvariant();
}

[RomModel]
public partial class Page : Slugged
{
}
