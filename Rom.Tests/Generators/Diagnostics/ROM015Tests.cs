using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The class cannot be a model.</summary>
public sealed class ROM015Tests
{
    [Test]
    public void Reported_on_a_static_class() => Rule.Reported("ROM015",
        """
        [RomModel] public static partial class [|User|] { }
        """,
        "remove 'static'");

    [Test]
    public void Reported_on_an_abstract_class() => Rule.Reported("ROM015",
        """
        [RomModel] public abstract partial class [|User|] { }
        """,
        "remove 'abstract'");

    [Test]
    public void Reported_on_a_file_local_class() => Rule.Reported("ROM015",
        """
        [RomModel] file partial class [|User|] { }
        """,
        "remove 'file'");

    [Test]
    public void Reported_on_a_base_with_columns() => Rule.Reported("ROM015",
        """
        public class Base { public int P { get; set; } } [RomModel] public partial class [|User|] : Base { }
        """,
        "its base class 'Base' declares the stored property 'P'");

    [Test]
    public void Reported_on_a_base_of_another_assembly() => Rule.Reported("ROM015",
        """
        [RomModel] public partial class [|User|] : System.IO.MemoryStream { }
        """,
        "its base class 'MemoryStream' declares");

    [Test]
    public void Reported_on_a_base_that_is_a_model() => Rule.Reported("ROM015",
        """
        [RomModel] public partial class Base { } [RomModel] public partial class [|User|] : Base { }
        """,
        "it derives from the model 'Base'");

    [Test]
    public void Not_reported_on_a_base_without_columns() => Rule.NotReported(
        """
        public abstract class Base
        {
            public abstract int P { get; set; }
            [NotStored] public object? Q { get; set; }
            public int R => 1;
            protected int S { get; set; }
            public int T { get => 1; set { } }
        }
        [RomModel] public partial class User : Base { public override int P { get; set; } }
        """);
}
