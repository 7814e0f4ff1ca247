using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A reference does not say what a delete of its target does.</summary>
public sealed class ROM061Tests
{
    [TestCase("Reference")]
    [TestCase("Reference()")]
    public void Reported(string attribute) => Rule.Reported("ROM061",
        $$"""[RomModel] public partial class Player { [[|{{attribute}}|]] public Ref<Player>? Captain { get; set; } }""",
        "write [Reference(OnDelete.NoAction)] to say that this is meant");

    [Test]
    public void Reported_on_an_inherited_reference() => Rule.Reported("ROM061",
        """
        public abstract class Member { [[|Reference|]] public required Ref<Player> Captain { get; set; } }
        [RomModel] public partial class Player : Member { }
        """,
        "[Reference] on 'Member.Captain' names no action");

    [Test]
    public void Not_reported_where_the_action_is_named_or_there_is_no_attribute() => Rule.NotReported(
        """
        [RomModel] public partial class Player
        {
            [Reference(OnDelete.NoAction)] public Ref<Player>? Captain { get; set; }
            [Reference(onDelete: OnDelete.NoAction)] public Ref<Player>? Second { get; set; }
            public Ref<Player>? Third { get; set; }
        }
        """);
}
