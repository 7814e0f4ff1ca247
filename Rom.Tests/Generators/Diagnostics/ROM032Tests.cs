using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Two uniques have one finder.</summary>
public sealed class ROM032Tests
{
    [Test]
    public void Reported_on_a_property_named_like_two() => Rule.Reported("ROM032",
        """
        [RomModel, [|Unique("A", "B")|]] public partial class User { public int A { get; set; } public int B { get; set; } [Unique] public int AAndB { get; set; } }
        """,
        "Two uniques of 'User' would both have the finder 'GetByAAndBAsync'");

    [Test]
    public void Reported_on_a_computed_one() => Rule.Reported("ROM032",
        """
        [RomModel, Unique("A", "B"), [|Unique(Name = "AAndB", Keys = nameof(Both))|]] public partial class User
        {
            public int A { get; set; }
            public int B { get; set; }
            private static int Both(int a, int b) => a + b;
        }
        """,
        "'GetByAAndBAsync'");

    [Test]
    public void Not_reported_on_other_names() => Rule.NotReported(
        """
        [RomModel, Unique("A", "B")] public partial class User
        {
            public int A { get; set; }
            public int B { get; set; }
            [Unique, Column("AAndB")] public int Both { get; set; }
            public int AAndB2 { get; set; }
        }
        """);
}
