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

    [TestCase("Unique(\"B\", \"A\")")]
    [TestCase("Unique(\"A\", \"B\", Name = \"Both\")")]
    public void Reported_on_the_same_columns_again(string attribute) => Rule.Reported("ROM088",
        $$"""
        [RomModel, Unique("A", "B"), [|{{attribute}}|]] public partial class User { public int A { get; set; } public int B { get; set; } }
        """,
        "the unique 'A+B' is over the same columns; remove one of the two");

    [Test]
    public void Not_reported_on_two_columns() => Rule.NotReported(
        """
        [RomModel, Unique("A", "B"), Unique("A", "C"), Unique("C", "B", "A")] public partial class User
        {
            public int? A { get; set; }
            public string? B { get; set; }
            [Unique] public int C { get; set; }
        }
        """);
}
