using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The action on delete is not offered yet.</summary>
public sealed class ROM130Tests
{
    [TestCase("Restrict")]
    [TestCase("Cascade")]
    [TestCase("SetNull")]
    public void Reported(string action) => Rule.Reported("ROM130",
        $$"""
        [RomModel] public partial class Team { }
        [RomModel] public partial class Player { [[|Reference(OnDelete.{{action}})|]] public Ref<Team>? Team { get; set; } }
        """,
        $"'Player.Team' asks for OnDelete.{action}");

    [Test]
    public void Reported_on_SetDefault() => Rule.Reported("ROM130",
        """
        [RomModel] public partial class Team { }
        [RomModel] public partial class Player { [[|Reference(OnDelete.SetDefault)|]] public Ref<Team>? Team { get; set; } = Ref<Team>.To(1); }
        """,
        "'Player.Team' asks for OnDelete.SetDefault");

    [Test]
    public void Not_reported_where_nothing_is_asked_for() => Rule.NotReported(
        """
        [RomModel] public partial class Team { }
        [RomModel] public partial class Player
        {
            [Reference(OnDelete.NoAction)] public Ref<Team>? Team { get; set; }
            public required Ref<Player> Captain { get; set; }
        }
        """);
}
