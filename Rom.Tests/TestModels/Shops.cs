// Programs that disagree about one model cannot stand in one compilation without this.
#pragma warning disable ROM007
namespace Rom.Tests.TestModels;

[RomModel(Name = "Shop")]
public partial class ShopBefore
{
    public long Id { get; private set; }

    [Unique] public string? Code { get; set; }

    public string? Name { get; set; }

    [Index] public int Size { get; set; }

    [Index] public string? Note { get; set; }
}

/// <summary>Other indexes on the same rows.</summary>
[RomModel(Name = "Shop")]
[Unique(nameof(Code), nameof(Size))]
[Index(Name = "Half", Keys = nameof(HalfOf))]
public partial class ShopAfter
{
    public long Id { get; private set; }

    public string? Code { get; set; }

    [Index(IndexKind.Ordered, IgnoreCase = true, Suffix = true)] public string? Name { get; set; }

    public int Size { get; set; }

    [Index(IndexKind.FullText, Prefix = true, Suffix = true)] public string? Note { get; set; }

    [Index] public GeoPoint? At { get; set; }

    private static int? HalfOf(int size, string? code) => code == "throw" ? throw new FormatException("no code") : size / 2;
}

/// <summary>One more unique.</summary>
[RomModel(Name = "Shop")]
public partial class ShopUnique
{
    public long Id { get; private set; }

    [Unique] public string? Code { get; set; }

    [Unique] public string? Name { get; set; }

    [Index] public int Size { get; set; }

    [Index] public string? Note { get; set; }
}

/// <summary>A unique of every form.</summary>
[RomModel(Name = "Shop")]
[Unique(nameof(Code), nameof(Size))]
public partial class ShopStrict
{
    public long Id { get; private set; }

    public string? Code { get; set; }

    [Unique(IgnoreCase = true)] public string? Name { get; set; }

    public int Size { get; set; }

    [Unique(Name = "Initial", Keys = nameof(InitialOf))] public string? Note { get; set; }

    private static string? InitialOf(string? note) => note is { Length: > 0 } ? note[..1] : null;
}

/// <summary>No unique.</summary>
[RomModel(Name = "Shop")]
public partial class ShopLoose
{
    public long Id { get; private set; }

    public string? Code { get; set; }

    public int Size { get; set; }
}
