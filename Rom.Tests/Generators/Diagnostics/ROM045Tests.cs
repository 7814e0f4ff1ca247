using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Serializer contexts without the type of a column.</summary>
public sealed class ROM045Tests
{
    private const string Context = """

        [System.Text.Json.Serialization.JsonSerializable(typeof(List<int>))]
        public class UserJson() : System.Text.Json.Serialization.JsonSerializerContext(null)
        {
            public static UserJson Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    [Test]
    public void Reported_on_another_type() => Rule.Reported("ROM045",
        """[RomModel] public partial class User { [[|Json(typeof(UserJson))|]] public List<long>? P { get; set; } }""" + Context,
        "'User.P' is [Json] and 'UserJson' does not serialize its type: add [JsonSerializable(typeof(List<long>))] to 'UserJson'");

    [Test]
    public void Not_reported_on_the_registered_type() => Rule.NotReported(
        """[RomModel] public partial class User { [Json(typeof(UserJson))] public List<int>? P { get; set; } }""" + Context);
}
