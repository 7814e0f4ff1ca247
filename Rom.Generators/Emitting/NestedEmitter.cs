using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>
/// The codecs of the objects and tuples inside a model's nested columns. Each model has its own, so that types which only it can see
/// may be used, and no file depends on another model.
/// </summary>
internal static class NestedEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (model.NestedTypes.Count + model.JsonTypes.Count == 0) return;
        writer.Write(ModelEmitter.GeneratedCode);
        writer.Open($"private static class {GeneratedNames.Nested}");
        for (int i = 0; i < model.NestedTypes.Count; i++)
        {
            if (i > 0) writer.Blank();
            NestedTypeSpec type = model.NestedTypes[i];
            writer.Open($"internal readonly struct {type.CodecName} : {RuntimeNames.Services}.INestedCodec<{type.TypeName}>");
            if (type.IsTuple) NestedTupleEmitter.Emit(writer, type);
            else NestedObjectEmitter.Emit(writer, type);
            writer.Close();
        }

        foreach (JsonTypeSpec json in model.JsonTypes) JsonEmitter.Emit(writer, json);
        writer.Close();
        writer.Blank();
    }

    public static void OpenWrite(SourceWriter writer, NestedTypeSpec type) =>
        writer.Open($"public static void Write(ref {RuntimeNames.Services}.MessagePackWriter writer, {type.TypeName} value)");

    public static void OpenRead(SourceWriter writer, NestedTypeSpec type) =>
        writer.Open($"public static {type.TypeName} Read(ref {RuntimeNames.Services}.MessagePackReader reader)");

    /// <summary>A statement that writes a member.</summary>
    public static string Write(NestedMemberSpec member) => $"{NestedCode.Type(member.Codec)}.Write(ref writer, value.{member.Identifier});";

    /// <summary>An expression that reads a member.</summary>
    public static string Read(NestedMemberSpec member) => $"{NestedCode.Type(member.Codec)}.Read(ref reader)";
}
