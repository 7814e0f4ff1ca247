using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Columns that cannot be JSON.</summary>
public sealed class ROM044Tests
{
    [Test]
    public void Reported_without_a_context() => Rule.Reported("ROM044",
        """[RomModel] public partial class User { [[|Json|]] public List<int> P { get; set; } = []; }""",
        "'User.P' cannot be [Json]: it names no serializer context");

    [Test]
    public void Reported_on_another_class() => Rule.Reported("ROM044",
        """[RomModel] public partial class User { [[|Json(typeof(string))|]] public List<int> P { get; set; } = []; }""",
        "'String' does not derive from JsonSerializerContext");

    [Test]
    public void Reported_beside_another_form() => Rule.Reported("ROM044",
        """[RomModel] public partial class User { [[|Json(typeof(string))|], Column(EnumAsName = true)] public DayOfWeek P { get; set; } }""",
        "[Column] says how it is stored too");

    [Test]
    public void Reported_on_the_key() => Rule.Reported("ROM044",
        """[RomModel] public partial class User { [PrimaryKey, [|Json|]] public string P { get; set; } = ""; }""",
        "it is the key");

    [Test]
    public void Not_reported_on_values_of_every_kind()
    {
        GeneratedCode code = GeneratorHarness.Run(
            """
            using System; using System.Collections.Generic; using Rom;
            public struct Point { public int X { get; set; } }
            [RomModel] public partial class User
            {
                [Json(typeof(UserJson))] public List<string?> A { get; set; } = [];
                [Json(typeof(UserJson))] public Point? B { get; set; }
                [Json(typeof(UserJson))] public string? C { get; init; }
                [Json(typeof(UserJson))] public required Point D { get; set; }
            }
            [System.Text.Json.Serialization.JsonSerializable(typeof(List<string>)), System.Text.Json.Serialization.JsonSerializable(typeof(Point)), System.Text.Json.Serialization.JsonSerializable(typeof(string))]
            public partial class UserJson : System.Text.Json.Serialization.JsonSerializerContext;
            """,
            JsonContext.Source);

        code.AssertCompiles();
        Assert.That(GeneratorHarness.Analyze(code.Output), Is.Empty);
    }
}
