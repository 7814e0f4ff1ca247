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
    public void Reported_alone_on_an_abstract_class_with_native_structures() => Rule.Reported("ROM015",
        """
        namespace Shop { [RomModel] public abstract partial class [|User|] { [Native] public partial RedisCounter Visits { get; } } }
        """,
        "remove 'abstract'");

    [Test]
    public void Reported_on_a_file_local_class() => Rule.Reported("ROM015",
        """
        [RomModel] file partial class [|User|] { }
        """,
        "remove 'file'");

    [Test]
    public void Reported_on_a_base_that_is_a_model() => Rule.Reported("ROM015",
        """
        [RomModel] public partial class Base { } [RomModel] public partial class [|User|] : Base { }
        """,
        "it derives from the model 'Base'");

    [Test]
    public void Reported_on_a_base_that_is_a_model_further_up() => Rule.Reported("ROM015",
        """
        [RomModel] public partial class Base { } public class Between : Base { } [RomModel] public partial class [|User|] : Between { }
        """,
        "it derives from the model 'Base'");

    [Test]
    public void Not_reported_on_a_base_of_another_assembly() => Rule.NotReported(
        """
        [RomModel] public sealed partial class User : System.IO.MemoryStream { }
        """);

    [Test]
    public void Not_reported_on_a_base_with_columns() => Rule.NotReported(
        """
        public abstract class Base
        {
            public abstract int P { get; set; }
            public int U { get; set; }
            [NotStored] public object? Q { get; set; }
            public int R => 1;
            protected int S { get; set; }
            public int T { get => 1; set { } }
        }
        [RomModel] public partial class User : Base { public override int P { get; set; } }
        """);
}
