using Rom.Generators.Parsing;
using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The names of the enums that are stored by name, each in a type that the runtime's format calls.</summary>
internal static class EnumNamesEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        foreach (ColumnSpec column in model.Columns.Where(column => column.Type.Kind == ScalarKind.EnumName)) Emit(writer, column);
    }

    private static void Emit(SourceWriter writer, ColumnSpec column)
    {
        string type = column.Type.TypeName;
        writer.Write(ModelEmitter.GeneratedCode);
        writer.Open($"private readonly struct {GeneratedNames.EnumNames(column.Name)} : {RuntimeNames.Services}.IEnumNames<{type}>");
        writer.Open($"public static string? NameOf({type} value) => value switch");
        foreach (EnumNameSpec name in column.Type.Names.Where(name => name.IsFirst))
            writer.Write($"{type}.{Identifiers.Escape(name.Name)} => {Literals.String(name.Name)},");
        writer.Write("_ => null,");
        writer.Close("};");
        writer.Blank();
        writer.Open($"public static bool TryParse(global::System.ReadOnlySpan<byte> name, out {type} value)");
        foreach (EnumNameSpec name in column.Type.Names)
        {
            writer.Open($"if (global::System.MemoryExtensions.SequenceEqual(name, {Literals.String(name.Name)}u8))");
            writer.Write($"value = {type}.{Identifiers.Escape(name.Name)};");
            writer.Write("return true;");
            writer.Close();
            writer.Blank();
        }

        writer.Write("value = default;");
        writer.Write("return false;");
        writer.Close();
        writer.Close();
        writer.Blank();
    }
}
