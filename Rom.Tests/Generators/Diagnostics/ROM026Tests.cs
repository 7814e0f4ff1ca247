using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>SetDefault on a reference without a default.</summary>
public sealed class ROM026Tests
{
    [TestCase("required Ref<Team> Team { get; set; }")]
    [TestCase("Ref<Team>? Team { get; set; }")]
    [TestCase("Ref<Team>? Team { get; set; } = null;")]
    public void Reported(string property) => Rule.Reported("ROM026",
        $$"""
        [RomModel] public partial class Team { }
        [RomModel] public partial class Player { [[|Reference(OnDelete.SetDefault)|]] public {{property}} }
        """,
        "write '= Ref<Team>.To(...)' after it");

    [Test]
    public void Not_reported_with_an_initializer() => Rule.Reported("ROM130",
        """
        [RomModel] public partial class Team { }
        [RomModel] public partial class Player { [[|Reference(OnDelete.SetDefault)|]] public Ref<Team>? Team { get; set; } = Ref<Team>.To(1); }
        """,
        "OnDelete.SetDefault");
}
