using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Two models have one stored name.</summary>
public sealed class ROM007Tests
{
    [Test]
    public void Reported_on_the_second_of_two_classes() => Rule.Reported("ROM007",
        """
        namespace A { [RomModel] public partial class User { } } namespace B { [RomModel] public partial class [|User|] { } }
        """,
        "'B.User' and 'A.User' are both stored as 'User'");

    [Test]
    public void Reported_within_a_group() => Rule.Reported("ROM007",
        """
        [RomModel(Group = "g")] public partial class A { } [RomModel(Name = "A", Group = "g")] public partial class [|B|] { }
        """,
        "are both stored as 'A' in the group 'g'");

    [Test]
    public void Not_reported_in_two_groups() => Rule.NotReported(
        """
        namespace A { [RomModel(Group = "a")] public partial class User { } } namespace B { [RomModel(Group = "b")] public partial class User { } }
        """);

    [Test]
    public void Not_reported_where_one_has_another_name() => Rule.NotReported(
        """
        namespace A { [RomModel] public partial class User { } } namespace B { [RomModel(Name = "B.User")] public partial class User { } }
        """);
}
