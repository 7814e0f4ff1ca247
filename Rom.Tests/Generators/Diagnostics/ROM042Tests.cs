using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Nested values: keys of dictionaries.</summary>
public sealed class ROM042Tests
{
    [Test]
    public void Reported_on_a_tuple() => Rule.Reported("ROM042",
        """
        [RomModel] public partial class User { public Dictionary<(int, int), int>? [|Map|] { get; set; } }
        """,
        "'User.Map' is a dictionary with keys of type '(int, int)'");

    [Test]
    public void Reported_on_a_class() => Rule.Reported("ROM042",
        """
        [RomModel] public partial class User { public List<IDictionary<Phone, int>>? [|Maps|] { get; set; } }
        public class Phone { public int A { get; set; } }
        """,
        "'User.Maps[]' is a dictionary");

    [Test]
    public void Not_reported_on_what_can_be_stored() => Rule.NotReported(
        """
        public enum Kind { A }
        [RomModel] public partial class User { public Dictionary<Kind, int>? A { get; set; } public IReadOnlyDictionary<Guid, string?>? B { get; set; } public IDictionary<long, List<int>> C { get; set; } = new Dictionary<long, List<int>>(); }
        """);
}
