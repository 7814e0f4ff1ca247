// Two programs that disagree about one model cannot stand in one compilation without this.
#pragma warning disable ROM007
namespace Rom.Tests.TestModels;

public class EngineBefore
{
    public int Power { get; set; }

    public string? Maker { get; set; }

    public string Dropped { get; set; } = "dropped";
}

[RomModel(Name = "Machine")]
public partial class MachineBefore
{
    public long Id { get; set; }

    public EngineBefore Engine { get; set; } = new();

    public int Size { get; set; }
}

/// <summary>As <see cref="EngineBefore"/>, in another order, with members added and one removed.</summary>
public class EngineAfter
{
    public string? Maker { get; set; } = "unknown";

    public int Added { get; set; } = 7;

    public List<string> Parts { get; set; } = ["bolt"];

    public required string? Note { get; set; }

    public int Power { get; set; }
}

[RomModel(Name = "Machine")]
public partial class MachineAfter
{
    public long Id { get; set; }

    public EngineAfter Engine { get; set; } = new() { Note = null };

    public int Size { get; set; }

    public List<int> Colours { get; set; } = [1, 2];

    public EngineAfter? Spare { get; set; }
}

/// <summary>With a member that cannot be null and has nothing to stand in.</summary>
public sealed record EngineStrict(int Power, string Serial);

[RomModel(Name = "Machine")]
public partial class MachineStrict
{
    public long Id { get; set; }

    public required EngineStrict Engine { get; set; }
}
