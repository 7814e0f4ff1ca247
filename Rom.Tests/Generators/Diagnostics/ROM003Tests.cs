using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The type cannot be a primary key.</summary>
public sealed class ROM003Tests
{
    [TestCase("DateTime")]
    [TestCase("long?")]
    [TestCase("Guid?")]
    [TestCase("string?")]
    [TestCase("short")]
    [TestCase("DayOfWeek")]
    [TestCase("decimal")]
    [TestCase("object")]
    public void Reported_on(string type) => Rule.Reported("ROM003",
        $$"""[RomModel] public partial class User { [PrimaryKey] public {{type}} [|Key|] { get; set; } = default!; }""",
        $"'User.Key' is the key and of type '{type}'");

    [TestCase("long")]
    [TestCase("Guid")]
    [TestCase("string")]
    public void Reported_with_the_type_that_is_never_null(string type) => Rule.Reported("ROM003",
        $$"""[RomModel] public partial class User { [PrimaryKey] public {{type}}? [|Key|] { get; set; } }""",
        $"it may be null, which a key cannot; write '{type}'; a key is");

    [TestCase("short")]
    [TestCase("decimal?")]
    public void Reported_without_one_where_no_form_can_be_a_key(string type) => Rule.Reported("ROM003",
        $$"""[RomModel] public partial class User { [PrimaryKey] public {{type}} [|Key|] { get; set; } }""", $"of type '{type}': a key is");

    [Test]
    public void Reported_on_a_property_named_Id() => Rule.Reported("ROM003",
        """
        [RomModel] public partial class User { public uint [|Id|] { get; set; } }
        """,
        "a key is a long or int (assigned by the store)");

    [TestCase("long")]
    [TestCase("int")]
    [TestCase("Guid")]
    [TestCase("string")]
    public void Not_reported_on(string type) => Rule.NotReported(
        $$"""[RomModel] public partial class User { [PrimaryKey] public {{type}} Key { get; set; } = default!; }""");

    [Test]
    public void Not_reported_where_another_property_is_the_key() => Rule.NotReported(
        """
        [RomModel] public partial class User { public DateTime Id { get; set; } [PrimaryKey] public long Key { get; init; } }
        """);
}
