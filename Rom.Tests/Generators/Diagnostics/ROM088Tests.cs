using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A unique over several columns is not usable.</summary>
public sealed class ROM088Tests
{
    [TestCase("Unique(\"A\")", "it names fewer than two columns")]
    [TestCase("Unique", "it names fewer than two columns")]
    [TestCase("Unique(\"A\", \"A\")", "'A' is named twice")]
    [TestCase("Unique(\"A\", \"C\")", "'C' is no column of 'User'")]
    [TestCase("Unique(\"A\", \"Id\")", "'Id' is the key")]
    [TestCase("Unique(\"A\", \"D\")", "floating-point numbers are compared with rounding")]
    [TestCase("Unique(\"A\", \"B\", IgnoreCase = true)", "IgnoreCase belongs to strings")]
    [TestCase("Unique(\"A\", \"B\", Name = \"a:b\")", "':' has a meaning of its own")]
    public void Reported_on_columns_that_cannot_be_unique_together(string attribute, string why) => Rule.Reported("ROM088",
        $$"""
        [RomModel, [|{{attribute}}|]] public partial class User { public int A { get; set; } public bool B { get; set; } public double D { get; set; } }
        """,
        why);

    [Test]
    public void Reported_on_the_same_unique_twice() => Rule.Reported("ROM088",
        """
        [RomModel, Unique("A", "B"), [|Unique("A", "B")|]] public partial class User { public int A { get; set; } public int B { get; set; } }
        """,
        "another unique is stored as 'A+B'");

    [Test]
    public void Not_reported_on_two_columns() => Rule.NotReported(
        """
        [RomModel, Unique("A", "B"), Unique("B", "A")] public partial class User { public int? A { get; set; } public string? B { get; set; } }
        """);
}
