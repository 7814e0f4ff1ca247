using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The column cannot be unique.</summary>
public sealed class ROM006Tests
{
    [Test]
    public void Reported_on_a_nested_value() => Rule.Reported("ROM006",
        """[RomModel] public partial class User { [[|Unique|]] public List<int>? P { get; set; } }""",
        "its value is stored as a whole; give what is unique a column of its own");

    [Test]
    public void Reported_on_the_key() => Rule.Reported("ROM006",
        """
        [RomModel] public partial class User { [[|Unique|]] public long Id { get; set; } }
        """,
        "it is the key, which is unique by itself");

    [Test]
    public void Reported_on_a_bool() => Rule.Reported("ROM006",
        """
        [RomModel] public partial class User { [[|Unique|]] public bool P { get; set; } }
        """,
        "a bool allows two entities only");

    [Test]
    public void Reported_on_a_double() => Rule.Reported("ROM006",
        """
        [RomModel] public partial class User { [[|Unique|]] public double? P { get; set; } }
        """,
        "use decimal or long");

    [TestCase("string?")]
    [TestCase("int")]
    [TestCase("long?")]
    [TestCase("decimal")]
    [TestCase("DateTime")]
    [TestCase("DateTimeOffset")]
    [TestCase("Guid")]
    [TestCase("DayOfWeek?")]
    public void Not_reported_on(string type) => Rule.NotReported(
        $$"""[RomModel] public partial class User { [Unique] public {{type}} P { get; set; } }""");
}
