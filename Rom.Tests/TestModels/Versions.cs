// Two programs that disagree about one model cannot stand in one compilation without this.
#pragma warning disable ROM007
namespace Rom.Tests.TestModels;

[RomModel(Name = "Twin")]
public partial class TwinBefore
{
    public long Id { get; set; }

    [Index] public int Size { get; set; }

    public string? Name { get; set; }
}

[RomModel(Name = "Twin")]
public partial class TwinAfter
{
    public long Id { get; set; }

    [Index] public int Size { get; set; }

    [Index] public string? Name { get; set; }

    public int Added { get; set; } = 7;

    public string? AddedText { get; set; } = "default";
}

/// <summary>As <see cref="TwinBefore"/>, with columns that its rows lack.</summary>
[RomModel(Name = "Twin")]
public partial class TwinWider
{
    public long Id { get; set; }

    [Index] public int Size { get; set; }

    public string? Name { get; set; }

    public int Added { get; set; } = 7;

    public string? AddedText { get; set; } = "default";
}

/// <summary>As <see cref="TwinBefore"/>, with a column that cannot be null and has no constant to stand in.</summary>
[RomModel(Name = "Twin")]
public partial class TwinStrict
{
    public long Id { get; set; }

    [Index] public int Size { get; set; }

    public required string Missing { get; set; }
}
