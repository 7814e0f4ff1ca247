using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Nested values: stored names of members.</summary>
public sealed class ROM040Tests
{
    [Test]
    public void Reported_on_a_name_that_is_taken() => Rule.Reported("ROM040",
        """
        [RomModel] public partial class User { public Phone? [|Phone|] { get; set; } }
        public class Phone { public int A { get; set; } [Column("A")] public int B { get; set; } }
        """,
        "'User.Phone.B' is stored as 'A'");

    [Test]
    public void Not_reported_on_what_can_be_stored() => Rule.NotReported(
        """
        [RomModel] public partial class User { public Phone? Phone { get; set; } }
        public class Base { public virtual int A { get; set; } }
        public class Phone : Base { public override int A { get; set; } [Column("a")] public int B { get; set; } }
        """);
}
