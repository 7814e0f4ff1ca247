using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The name of a computed index cannot be used.</summary>
public sealed class ROM085Tests
{
    [TestCase("P", "'P' is a column already")]
    [TestCase("a b", "it is no name that a query could write")]
    [TestCase("PColumn", "the type of a column in queries has it")]
    public void Reported_on_a_name_that_cannot_be_a_column(string name, string why) => Rule.Reported("ROM085",
        $$"""
        [RomModel] public partial class User { [[|Index(Keys = "Half", Name = "{{name}}")|]] public int P { get; set; } static int Half(int p) => p / 2; }
        """,
        why);

    [Test]
    public void Reported_on_two_of_one_name() => Rule.Reported("ROM085",
        """
        [RomModel] public partial class User
        {
            [Index(Keys = nameof(Half), Name = "H"), [|Index(Keys = nameof(Half), Name = "H")|]] public int P { get; set; }
            static int Half(int p) => p / 2;
        }
        """,
        "another computed index or unique has it");

    [Test]
    public void Not_reported_on_the_name_of_a_property_that_is_no_column() => Rule.NotReported(
        """
        [RomModel] public partial class User
        {
            [Index(Keys = nameof(HalfOf), Name = nameof(Half))] public int P { get; set; }
            public int Half => HalfOf(P);
            static int HalfOf(int p) => p / 2;
        }
        """);
}
