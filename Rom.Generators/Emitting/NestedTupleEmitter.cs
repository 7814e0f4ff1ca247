using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The codec of a tuple: an array of its elements.</summary>
internal static class NestedTupleEmitter
{
    public static void Emit(SourceWriter writer, NestedTypeSpec type)
    {
        NestedEmitter.OpenWrite(writer, type);
        writer.Write($"writer.BeginArray({type.Members.Count});");
        foreach (NestedMemberSpec member in type.Members) writer.Write(NestedEmitter.Write(member));
        writer.Write("writer.End();");
        writer.Close();
        writer.Blank();

        NestedEmitter.OpenRead(writer, type);
        writer.Write($"reader.BeginTuple({type.Members.Count});");
        writer.Write($"{type.TypeName} value = ({string.Join(", ", type.Members.Select(NestedEmitter.Read))});");
        writer.Write("reader.End();");
        writer.Write("return value;");
        writer.Close();
    }
}
