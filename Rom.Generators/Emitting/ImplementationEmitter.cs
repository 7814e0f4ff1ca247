using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The static abstract members by which the runtime reaches a model, implemented explicitly so that users do not see them.</summary>
internal static class ImplementationEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        string on = RuntimeNames.Interface(model);
        string self = model.TypeName;
        string key = model.Key.Type.TypeName;
        writer.Write($"""
            static {RuntimeNames.ModelMetadata} {on}.Metadata => {GeneratedNames.Metadata}.Model;

            static {self}.Columns {on}.TypedColumns => {GeneratedNames.Metadata}.Columns;

            static {self} {on}.CreateEntity() => {Create(model)};

            static {key} {on}.GetKey({self} entity) => entity.{model.Key.Identifier};

            static void {on}.SetKey({self} entity, {key} key) => {AccessorEmitter.Set(model.Key, "entity", "key")};

            static byte[]? {on}.EncodeKey({key} key) => {RuntimeNames.KeyText}.Encode(key);

            static {key} {on}.DecodeKey(byte[] text) => {RuntimeNames.KeyText}.{Decode(model.KeyType)}(text);

            {RuntimeNames.Services}.EntityHandler global::Rom.IRomEntity.Handler => {RuntimeNames.Handler(model)}.Instance;

            static ref {RuntimeNames.EntityState} {on}.StateOf({self} entity) => ref entity.{GeneratedNames.State};
            """);
        writer.Blank();
    }

    private static string Create(ModelSpec model) => model.Construction switch
    {
        Construction.New => $"new {model.TypeName}()",
        Construction.Accessor => $"{GeneratedNames.Create}()",
        _ => MetadataEmitter.Invalid(model),
    };

    private static string Decode(KeyType type) => type switch
    {
        KeyType.Int64 => "DecodeInt64",
        KeyType.Int32 => "DecodeInt32",
        KeyType.Guid => "DecodeGuid",
        _ => "DecodeString",
    };
}
