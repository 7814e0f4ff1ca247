namespace Rom.Tests.TestModels;

/// <summary>Every save checks the whole row.</summary>
[RomModel]
public partial class Versioned
{
    public long Id { get; set; }

    [Version] public long Version { get; private set; }

    [Index] public int Left { get; set; }

    [Unique] public string? Right { get; set; }

    public string? Note { get; set; }
}
