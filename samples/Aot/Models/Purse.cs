using Rom;

namespace AotSample.Models;

/// <summary>Money that moves, a mark that it did, and a reference to another row.</summary>
[RomModel(Group = "aot")]
public partial class Purse
{
    [PrimaryKey] public long Id { get; private set; }

    [Index] public decimal Balance { get; set; }

    public string? Note { get; set; }

    public bool Done { get; set; }

    [Reference(OnDelete.NoAction)] public Ref<Purse>? Heir { get; set; }
}
