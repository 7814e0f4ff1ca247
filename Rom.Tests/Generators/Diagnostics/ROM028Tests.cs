using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>There is no such action on delete.</summary>
public sealed class ROM028Tests
{
    [TestCase("9")]
    [TestCase("-1")]
    public void Reported(string number) => Rule.Reported("ROM028",
        $$"""
        [RomModel] public partial class Team { }
        [RomModel] public partial class Player { [[|Reference((OnDelete)({{number}}))|]] public Ref<Team>? Team { get; set; } }
        """,
        $"the number {number}, which there is not");

    [Test]
    public void Not_reported_on_the_number_of_an_action() => Rule.NotReported(
        """
        [RomModel] public partial class Team { }
        [RomModel] public partial class Player { [Reference((OnDelete)0)] public Ref<Team>? Team { get; set; } }
        """);
}
