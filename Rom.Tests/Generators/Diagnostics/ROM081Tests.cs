using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The method of a computed index is not found.</summary>
public sealed class ROM081Tests
{
    [Test]
    public void Reported_without_a_method() => Rule.Reported("ROM081",
        """
        [RomModel] public partial class User { [[|Index(Keys = "Half", Name = "H")|]] public int P { get; set; } }
        """,
        "the class has no method of that name");

    [Test]
    public void Reported_on_two_methods() => Rule.Reported("ROM081",
        """
        [RomModel] public partial class User
        {
            [[|Index(Keys = "Half", Name = "H")|]] public int P { get; set; }
            static int Half(int p) => p / 2;
            static int Half(long p) => 1;
        }
        """,
        "the class has several methods of that name");

    [Test]
    public void Not_reported_on_a_method_of_a_base_class() => Rule.NotReported(
        """
        public abstract class Base { protected static int Half(int p) => p / 2; }
        [RomModel] public partial class User : Base { [Index(Keys = nameof(Half), Name = "H")] public int P { get; set; } }
        """);
}
