using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A model and its containing types must be partial.</summary>
public sealed class ROM001Tests
{
    [Test]
    public void Reported_on_a_class() => Rule.Reported("ROM001",
        """
        [RomModel] public class [|User|] { }
        """,
        "write 'partial class User'");

    [Test]
    public void Reported_on_a_record() => Rule.Reported("ROM001",
        """
        [RomModel] public record [|User|] { }
        """,
        "write 'partial record User'");

    [Test]
    public void Reported_on_a_container() => Rule.Reported("ROM001",
        """
        public static class [|Outer|] { [RomModel] public partial class User { } }
        """,
        "add members to the model 'User': write 'partial class Outer'");

    [Test]
    public void Reported_where_all_else_is_in_use() => Rule.Reported("ROM001",
        """
        [RomModel] public class [|User|] { [PrimaryKey] public int A { get; private set; } [Index] public string? B { get; set; } partial class Inner { } }
        """,
        "write 'partial class User'");

    [Test]
    public void Not_reported_where_all_are_partial() => Rule.NotReported(
        """
        public partial struct Outer { public static partial class Inner { [RomModel] public partial class User { } } }
        """);
}
