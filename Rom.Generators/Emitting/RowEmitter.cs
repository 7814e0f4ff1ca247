using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>Rows to entities and back. Columns go by their place in the row: no names, no dictionary, no reflection.</summary>
internal static class RowEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        string on = RuntimeNames.Interface(model);
        string self = model.TypeName;
        writer.Open($"static void {on}.ReadRow({self} entity, in {RuntimeNames.Services}.RowReader row)");
        for (int i = model.HasHiddenKey ? 1 : 0; i < model.Columns.Count; i++) writer.Write(Read(model.Columns[i], i));
        writer.Close();
        writer.Blank();

        writer.Open($"static void {on}.WriteRow({self} entity, ref {RuntimeNames.Services}.RowWriter row)");
        foreach (int i in Written(model)) writer.Write(Write(model.Columns[i], i, $"entity.{model.Columns[i].Identifier}"));
        writer.Close();
        writer.Blank();

        writer.Open($"static void {on}.CopyColumns({self} from, {self} to)");
        foreach (int i in Written(model)) writer.Write($"{AccessorEmitter.Set(model.Columns[i], "to", Copy(model.Columns[i], i))};");
        writer.Close();
        writer.Blank();

        writer.Open($"static void {on}.SetVersion({self} entity, long version)");
        if (model.Version > 0) writer.Write($"{AccessorEmitter.Set(model.Columns[model.Version], "entity", "version")};");
        writer.Close();
        writer.Blank();
    }

    /// <summary>The ordinals of the columns that are the entity's to write: not the key, and not the version.</summary>
    private static IEnumerable<int> Written(ModelSpec model) => Enumerable.Range(1, model.Columns.Count - 1).Where(i => i != model.Version);

    /// <summary>An expression for the column's value in <c>row</c>.</summary>
    public static string Value(ColumnSpec column, int ordinal) =>
        column.Codec is { } codec ? NestedCode.Read(column, codec, ordinal) : ScalarCode.Read(column, ordinal);

    /// <summary>A statement that hands a column's value to <c>row</c>.</summary>
    public static string Write(ColumnSpec column, int ordinal, string value) =>
        column.Codec is { } codec ? NestedCode.Write(column, codec, ordinal, value) : ScalarCode.Write(column, ordinal, value);

    private static string Copy(ColumnSpec column, int ordinal)
    {
        string value = $"from.{column.Identifier}";
        return column.Codec is { } codec ? NestedCode.Copy(column, codec, ordinal, value) : ScalarCode.Copy(column, value);
    }

    private static string Read(ColumnSpec column, int ordinal)
    {
        string set = $"{AccessorEmitter.Set(column, "entity", Value(column, ordinal))};";
        return column.KeepsInitialValue ? $"if (row.Has({ordinal})) {set}" : set;
    }
}
