using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Nested values: types without a usable constructor.</summary>
public sealed class ROM037Tests
{
    [Test]
    public void Reported_on_a_private_constructor() => Rule.Reported("ROM037",
        """
        [RomModel] public partial class User { public Phone? [|Phone|] { get; set; } }
        public class Phone { private Phone() { } public int A { get; set; } public static Phone Make() => new(); }
        """,
        "'User.Phone' is of type 'Phone'");

    [Test]
    public void Reported_on_a_parameter_of_another_name() => Rule.Reported("ROM037",
        """
        [RomModel] public partial class User { public Phone? [|Phone|] { get; set; } }
        public class Phone(int b) { public int A { get; set; } = b; }
        """,
        "name the parameters after the properties");

    [Test]
    public void Not_reported_on_what_can_be_stored() => Rule.NotReported(
        """
        [RomModel] public partial class User { public Phone? Phone { get; set; } public Pair? Pair { get; set; } private class Inner { } }
        public class Phone { internal Phone() { } public int A { get; set; } }
        public sealed record Pair(int A, string? B) { public Pair(int a) : this(a, null) { } }
        """);
}
