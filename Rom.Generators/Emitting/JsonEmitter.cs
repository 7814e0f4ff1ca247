using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The contracts of columns stored as JSON, from the contexts that System.Text.Json generated: no reflection.</summary>
internal static class JsonEmitter
{
    private const string JsonTypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";

    public static void Emit(SourceWriter writer, JsonTypeSpec json)
    {
        writer.Open($"internal readonly struct {json.Name} : {RuntimeNames.Services}.IJsonContract<{json.TypeName}>");
        writer.Write($$"""
            public static {{JsonTypeInfo}}<{{json.TypeName}}> TypeInfo { get; } =
                ({{JsonTypeInfo}}<{{json.TypeName}}>){{json.ContextName}}.Default.GetTypeInfo(typeof({{json.TypeName}}))!;
            """);
        writer.Close();
    }
}
