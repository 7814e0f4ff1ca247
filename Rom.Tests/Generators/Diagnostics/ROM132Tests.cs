using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>[Reference] on a property that is no reference.</summary>
public sealed class ROM132Tests
{
    [Test]
    public void Reported() => Rule.Reported("ROM132",
        """
        [RomModel] public partial class Player { [[|Reference|]] public long Team { get; set; } }
        """,
        "[Reference] on 'Player.Team' has no effect, because its type is 'long'");

    [Test]
    public void Not_reported_on_a_reference() => Rule.NotReported(
        """
        [RomModel] public partial class Player { [Reference(OnDelete.NoAction)] public Ref<Player>? Team { get; set; } }
        """);
}
