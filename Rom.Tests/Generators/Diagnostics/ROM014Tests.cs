using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A model needs a parameterless constructor.</summary>
public sealed class ROM014Tests
{
    [Test]
    public void Reported_on_a_constructor_with_parameters() => Rule.Reported("ROM014",
        """
        [RomModel] public partial class [|User|] { public User(int x = 0) => P = x; public int P { get; set; } }
        """,
        "add 'private User() { }'");

    [Test]
    public void Reported_on_a_primary_constructor() => Rule.Reported("ROM014",
        """
        [RomModel] public partial class [|User|](int p) { public int P => p; }
        """,
        "'User' has no parameterless constructor");

    [Test]
    public void Reported_on_a_positional_record() => Rule.Reported("ROM014",
        """
        [RomModel] public partial record [|User|](string Name);
        """,
        "a record with positional properties is written with 'required' and 'init' properties instead");

    [Test]
    public void Not_reported_on_a_private_one_beside_another() => Rule.NotReported(
        """
        [RomModel] public partial class User { private User() { } public User(int x) => P = x; public int P { get; set; } }
        """);
}
