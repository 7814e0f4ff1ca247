using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>SetDefault on a unique reference.</summary>
public sealed class ROM027Tests
{
    [Test]
    public void Reported() => Rule.Reported("ROM027",
        """
        [RomModel] public partial class Team { }
        [RomModel] public partial class Player { [Unique, [|Reference(OnDelete.SetDefault)|]] public Ref<Team>? Team { get; set; } = Ref<Team>.To(1); }
        """,
        "two rows could not both become the default");

    [TestCase("[Unique, [|Reference(OnDelete.SetNull)|]] public Ref<Team>? Team { get; set; }")]
    [TestCase("[Index, [|Reference(OnDelete.SetDefault)|]] public Ref<Team>? Team { get; set; } = Ref<Team>.To(1);")]
    public void Not_reported_on(string property) => Rule.Reported("ROM130",
        $$"""[RomModel] public partial class Team { } [RomModel] public partial class Player { {{property}} }""", "asks for OnDelete.Set");
}
