using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A model has one primary key.</summary>
public sealed class ROM002Tests
{
    [Test]
    public void Reported_on_two_keys() => Rule.Reported("ROM002",
        """
        [RomModel] public partial class User { [PrimaryKey] public long A { get; set; } [[|PrimaryKey|]] public long B { get; set; } }
        """,
        "several [PrimaryKey] properties (A, B)");

    [Test]
    public void Not_reported_on_a_key_beside_a_property_named_Id() => Rule.NotReported(
        """
        [RomModel] public partial class User { [PrimaryKey] public long A { get; set; } public long Id { get; set; } }
        """);
}
