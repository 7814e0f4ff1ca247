using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The static abstract members by which the runtime reaches a model, implemented explicitly so that users do not see them.</summary>
internal static class ImplementationEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        string on = RuntimeNames.Interface(model);
        string self = model.TypeName;
        string key = KeyCode.Type(model);
        writer.Write($"""
            static {RuntimeNames.ModelMetadata} global::Rom.IRomModel.Metadata => {GeneratedNames.Metadata}.Model;

            static {self}.Columns {on}.TypedColumns => {GeneratedNames.Metadata}.Columns;

            static {self} {on}.CreateEntity() => {Create(model)};

            static {key} {on}.GetKey({self} entity) => {KeyCode.Get(model)};

            static byte[]? {on}.EncodeKey({key} key) => {KeyCode.Encode(model)};

            static {RuntimeNames.Services}.EntityHandler global::Rom.IRomModel<{self}>.ModelHandler => {RuntimeNames.Handler(model)}.Instance;

            {RuntimeNames.Services}.EntityHandler global::Rom.IRomEntity.Handler => {RuntimeNames.Handler(model)}.Instance;

            static ref {RuntimeNames.EntityState} {on}.StateOf({self} entity) => ref entity.{GeneratedNames.State};
            """);
        writer.Blank();

        writer.Open($"static {key} {on}.DecodeKey(byte[] text)");
        foreach (string statement in KeyCode.Decode(model)) writer.Write(statement);
        writer.Close();
        writer.Blank();

        writer.Open($"static void {on}.SetKey({self} entity, {key} key)");
        foreach (string statement in KeyCode.Set(model)) writer.Write(statement);
        writer.Close();
        writer.Blank();
    }

    /// <summary>An expression that makes an entity.</summary>
    public static string Create(ModelSpec model) => model.Construction switch
    {
        Construction.New => $"new {model.TypeName}()",
        Construction.Accessor => $"{GeneratedNames.Create}()",
        _ => MetadataEmitter.Invalid(model),
    };
}
