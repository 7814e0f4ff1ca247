using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A model cannot be generic.</summary>
public sealed class ROM008Tests
{
    [Test]
    public void Reported_on_a_generic_class() => Rule.Reported("ROM008",
        """
        [RomModel] public partial class [|Box|]<T> {  }
        """,
        "'Box' is generic or lies inside a generic type");

    [Test]
    public void Reported_inside_a_generic_class() => Rule.Reported("ROM008",
        """
        public partial class Outer<T> { [RomModel] public partial class [|User|] { } }
        """,
        "'User' is generic or lies inside a generic type");

    [Test]
    public void Reported_alone_on_a_class_with_native_structures() => Rule.Reported("ROM008",
        """
        public partial class Outer<@in> { [RomModel] public partial record [|User|]<T, U> where T : class { [Native] public partial RedisList<string> Log { get; } } }
        """,
        "'User' is generic or lies inside a generic type");

    [Test]
    public void Not_reported_on_a_class_that_derives_from_a_generic_one() => Rule.NotReported(
        """
        public class Base<T> { protected T? Field; } [RomModel] public partial class User : Base<int> { }
        """);
}
