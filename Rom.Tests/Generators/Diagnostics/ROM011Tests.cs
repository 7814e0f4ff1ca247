using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>An index over several columns is not usable.</summary>
public sealed class ROM011Tests
{
    [TestCase("Index(\"A\")", "it names fewer than two columns")]
    [TestCase("Index", "it names fewer than two columns")]
    [TestCase("Index(IndexKind.Ordered)", "it names fewer than two columns")]
    [TestCase("Index(\"A\", \"C\")", "'C' is no column of 'User'")]
    [TestCase("Index(\"A\", \"A\")", "'A' is named twice")]
    [TestCase("Index(\"A\", \"Id\")", "'Id' is the key")]
    [TestCase("Index(\"A\", \"Flag\")", "'Flag' is of a type without order")]
    [TestCase("Index(\"A\", \"B\", Prefix = true)", "Prefix belongs to a FullText index on a property")]
    public void Reported_on(string index, string message) => Rule.Reported("ROM011",
        $$"""
        [RomModel]
        [[|{{index}}|]]
        public partial class User { public long Id { get; set; } public int A { get; set; } public string? B { get; set; } public bool Flag { get; set; } }
        """,
        message);

    [Test]
    public void Reported_on_a_property() => Rule.Reported("ROM011",
        """
        [RomModel] public partial class User { [[|Index(nameof(A), nameof(B))|]] public int A { get; set; } public int B { get; set; } }
        """,
        "it is written on a property; move it to the class");

    [Test]
    public void Not_reported_on_two_columns_in_two_orders() => Rule.NotReported(
        """
        [RomModel, Index(nameof(A), nameof(B)), Index(nameof(B), nameof(A))] public partial class User { public int A { get; set; } [Column("b")] public DayOfWeek? B { get; set; } }
        """);
}
