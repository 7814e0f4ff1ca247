using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Nested values: members that would be lost.</summary>
public sealed class ROM038Tests
{
    [Test]
    public void Reported_on_a_private_setter() => Rule.Reported("ROM038",
        """
        [RomModel] public partial class User { public Phone? [|Phone|] { get; set; } }
        public class Phone { public int A { get; private set; } }
        """,
        "'User.Phone.A' has no public setter and no constructor of 'Phone' takes it");

    [Test]
    public void Reported_on_a_getter_only() => Rule.Reported("ROM038",
        """
        [RomModel] public partial class User { public Phone? [|Phone|] { get; set; } }
        public class Phone { public List<int> A { get; } = []; }
        """,
        "'User.Phone.A'");

    [Test]
    public void Reported_on_a_readonly_field() => Rule.Reported("ROM038",
        """
        [RomModel] public partial class User { public Phone [|Phone|] { get; set; } }
        public struct Phone(int b) { public readonly int A = b; }
        """,
        "'User.Phone.A'");

    [Test]
    public void Not_reported_on_what_can_be_stored() => Rule.NotReported(
        """
        [RomModel] public partial class User { public Phone? Phone { get; set; } public Point Point { get; set; } }
        public class Phone(int a) { public int A { get; } = a; public int Twice => 2 * A; internal int Hidden { get; private set; } }
        public readonly struct Point { public Point(int x) => X = x; public readonly int X; public static int Y { get; } }
        """);
}
