using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Nested values: models inside others.</summary>
public sealed class ROM043Tests
{
    [Test]
    public void Reported_on_a_model() => Rule.Reported("ROM043",
        """
        [RomModel] public partial class User { public List<Team> [|Teams|] { get; set; } = []; }
        [RomModel] public partial class Team { }
        """,
        "'User.Teams[]' is of type 'Team', a model");

    [Test]
    public void Reported_on_the_model_itself() => Rule.Reported("ROM043",
        """
        [RomModel] public partial class User { public User? [|Boss|] { get; set; } }
        """,
        "'User.Boss' is of type 'User', a model");

    [Test]
    public void Not_reported_on_what_can_be_stored() => Rule.NotReported(
        """
        [RomModel] public partial class User { public long TeamId { get; set; } }
        [RomModel] public partial class Team { }
        """);
}
