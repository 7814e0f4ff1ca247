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
        // A tuple of one element has no syntax of its own.
        writer.Write($"{type.TypeName} value = {(type.Members.Count == 1 ? "new" : "")}({string.Join(", ", type.Members.Select(NestedEmitter.Read))});");
        writer.Write("reader.End();");
        writer.Write("return value;");
        writer.Close();
    }
}
