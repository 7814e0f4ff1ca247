using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The property cannot be the version.</summary>
public sealed class ROM054Tests
{
    [TestCase("[[|Version|]] public int V { get; set; }", "its type is not long")]
    [TestCase("[[|Version|]] public long? V { get; set; }", "its type is not long")]
    [TestCase("[Version] public long A { get; set; } [[|Version|]] public long B { get; set; }", "the model has another")]
    [TestCase("[[|Version|], Index] public long V { get; set; }", "it cannot be in an index or unique")]
    [TestCase("[[|Version|], Unique] public long V { get; set; }", "it cannot be in an index or unique")]
    [TestCase("[[|Version|]] public long Id { get; set; }", "it is the key")]
    [TestCase("[PrimaryKey, [|Version|]] public long A { get; set; } [PrimaryKey] public long B { get; set; }", "it is the key")]
    public void Reported_on(string properties, string why) =>
        Rule.Reported("ROM054", $$"""[RomModel] public partial class User { {{properties}} }""", why);

    [Test]
    public void Reported_on_a_version_in_an_index_over_several_columns() => Rule.Reported("ROM054",
        """
        [RomModel, Index("A", "V")] public partial class User { public int A { get; set; } [[|Version|]] public long V { get; set; } }
        """,
        "it cannot be in an index or unique");

    [TestCase("Unique(\"Area\", \"Version\")")]
    public void Reported_on_a_version_in_a_unique_over_several_columns(string attribute) => Rule.Reported("ROM054",
        $$"""
        [RomModel, {{attribute}}] public partial class User
        {
            public int Area { get; set; }
            [[|Version|]] public long Version { get; set; }
        }
        """,
        "it cannot be in an index or unique");

    [Test]
    public void Not_reported_on_a_version() => Rule.NotReported(
        """
        public class Base { [Version, Column("v")] public long Version { get; private set; } }
        [RomModel] public partial class User : Base { [Index] public int A { get; set; } }
        [RomModel] public partial class Page { [Version] public long Version { get; init; } }
        """);
}
