using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A reference to a class that is no model.</summary>
public sealed class ROM131Tests
{
    [Test]
    public void Reported() => Rule.Reported("ROM131",
        """
        public class Team { }
        [RomModel] public partial class Player { public Ref<Team>? [|Team|] { get; set; } }
        """,
        "mark the target [RomModel]", "CS0311");

    [Test]
    public void Not_reported_on_a_model() => Rule.NotReported(
        """
        [RomModel] public partial class Team { public Ref<Player>? Captain { get; set; } }
        [RomModel] public partial class Player { public Ref<Team>? Team { get; set; } }
        """);
}
