// Two programs that disagree about one model cannot stand in one compilation without this.
#pragma warning disable ROM007
using Rom;

namespace AotSample.Models;

/// <summary>A model as an older program has it.</summary>
[RomModel(Name = "Twin")]
public partial class OlderTwin
{
    public long Id { get; set; }

    [Index] public int Size { get; set; }
}

/// <summary>The same model as a newer program has it: with one more index.</summary>
[RomModel(Name = "Twin")]
public partial class NewerTwin
{
    public long Id { get; set; }

    [Index] public int Size { get; set; }

    [Index] public string? Name { get; set; }
}
