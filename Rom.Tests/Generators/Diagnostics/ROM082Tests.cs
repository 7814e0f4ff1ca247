using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The method of a computed index cannot be called.</summary>
public sealed class ROM082Tests
{
    [TestCase("int Half(int p) => p / 2;", "it is not static")]
    [TestCase("static int Half<T>(int p) => p / 2;", "it is generic")]
    [TestCase("static void Half(int p) { }", "it returns no value")]
    [TestCase("static int Half() => 1;", "it has no parameter")]
    public void Reported_on_a_method_that_cannot_be_called(string method, string why) => Rule.Reported("ROM082",
        $$"""
        [RomModel] public partial class User { [[|Index(Keys = "Half", Name = "H")|]] public int P { get; set; } {{method}} }
        """,
        why);

    [Test]
    public void Reported_on_a_private_method_of_a_base_class() => Rule.Reported("ROM082",
        """
        public abstract class Base { private static int Half(int p) => p / 2; }
        [RomModel] public partial class User : Base { [[|Index(Keys = "Half", Name = "H")|]] public int P { get; set; } }
        """,
        "the model cannot call it");

    [Test]
    public void Not_reported_on_a_private_static_method() => Rule.NotReported(
        """
        [RomModel] public partial class User { [Index(Keys = nameof(Half), Name = "H")] public int P { get; set; } private static int Half(int p) => p / 2; }
        """);
}
