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
        for (int i = 1; i < model.Columns.Count; i++) writer.Write(ScalarCode.Write(model.Columns[i], i, $"entity.{model.Columns[i].Identifier}"));
        writer.Close();
        writer.Blank();

        writer.Open($"static void {on}.CopyColumns({self} from, {self} to)");
        foreach (ColumnSpec column in model.Columns.Skip(1)) writer.Write($"{AccessorEmitter.Set(column, "to", $"from.{column.Identifier}")};");
        writer.Close();
        writer.Blank();
    }

    private static string Read(ColumnSpec column, int ordinal)
    {
        string set = $"{AccessorEmitter.Set(column, "entity", ScalarCode.Read(column, ordinal))};";
        return column.KeepsInitialValue ? $"if (row.Has({ordinal})) {set}" : set;
    }
}
