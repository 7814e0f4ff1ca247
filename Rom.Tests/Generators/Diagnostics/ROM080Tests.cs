using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A computed index or unique needs a name.</summary>
public sealed class ROM080Tests
{
    [Test]
    public void Reported_on_a_property() => Rule.Reported("ROM080",
        """
        [RomModel] public partial class User { [[|Index(Keys = nameof(Half))|]] public int P { get; set; } static int Half(int p) => p / 2; }
        """,
        "write Name = \"...\" beside Keys");

    [Test]
    public void Reported_on_the_class() => Rule.Reported("ROM080",
        """
        [RomModel, [|Unique(Keys = "Half")|]] public partial class User { public int P { get; set; } static int Half(int p) => p / 2; }
        """,
        "that Half computes has no name");

    [Test]
    public void Not_reported_with_a_name() => Rule.NotReported(
        """
        [RomModel] public partial class User { [Index(Keys = nameof(Half), Name = "Half")] public int P { get; set; } static int Half(int p) => p / 2; }
        """);
}
