namespace Rom.Tests.Generators;

/// <summary>What the generator of System.Text.Json adds to a context, as far as code that names it must compile.</summary>
internal static class JsonContext
{
    public const string Source = """
        public partial class UserJson
        {
            public UserJson() : base(null) { }
            public static UserJson Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
        }
        """;
}
