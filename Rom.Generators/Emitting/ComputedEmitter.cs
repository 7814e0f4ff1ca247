using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The calls of the methods that compute keys: on the stored columns of a row, without an entity unless an initializer stands in for one of them.</summary>
internal static class ComputedEmitter
{
    /// <summary>The argument of the metadata.</summary>
    public static string Argument(ComputedSpec? computed) => computed is null ? ""
        : $", computed: new({Literals.String(computed.Method)}, {Literals.String(computed.Column.Name)}, {ScalarCode.ValueKind(computed.Column.Type)}, "
            + $"{computed.KeysName}{(computed.Revision == 1 ? "" : $", {computed.Revision}")}{(computed.IsElements ? ", elements: true" : "")})";

    public static void Emit(SourceWriter writer, ModelSpec model, ComputedSpec computed)
    {
        writer.Blank();
        writer.Open($"private static void {computed.KeysName}(in {RuntimeNames.Services}.RowReader row, {RuntimeNames.Services}.KeyWriter keys)");
        if (computed.Inputs.Any(input => model.Columns[input.Column].KeepsInitialValue)) writer.Write($"{model.TypeName}? initial = null;");
        for (int i = 0; i < computed.Inputs.Count; i++) writer.Write(Input(model, computed.Inputs[i], i));
        string call = computed.IsElements ? Value(model, computed.Inputs[0], 0) : $"{computed.Call}({string.Join(", ", computed.Inputs.Select((input, i) => Value(model, input, i)))})";
        if (computed.Several)
        {
            writer.Write(computed.Presence is { } presence ? $"if ({call} is not {presence} values) return;" : $"var values = {call};");
            writer.Write("keys.Several();");
            writer.Open("foreach (var value in values)");
            Take(writer, computed, "value");
            writer.Close();
        }
        else
        {
            Take(writer, computed, call);
        }

        writer.Close();
    }

    private static void Take(SourceWriter writer, ComputedSpec computed, string value)
    {
        writer.Write(ScalarCode.Write(computed.Column, 0, value, "keys.Value"));
        writer.Write("keys.Add();");
    }

    /// <summary>A local with the column's value; a row without one that the method needs has no key.</summary>
    private static string Input(ModelSpec model, ComputedInputSpec input, int local)
    {
        ColumnSpec column = model.Columns[input.Column];
        if (column.KeepsInitialValue)
        {
            string read = $"var value{local} = row.Has({input.Column}) ? {RowEmitter.Value(column, input.Column)} : (initial ??= {ImplementationEmitter.Create(model)}).{column.Identifier};";
            return input.NeedsValue && column.IsNullable ? $"{read}\nif (value{local} is null) return;" : read;
        }

        if (column.IsNullable && !input.NeedsValue) return $"var value{local} = {RowEmitter.Value(column, input.Column)};";
        return $"if (!row.HasValue({input.Column})) return;\nvar value{local} = {RowEmitter.Value(column with { IsNullable = false }, input.Column)};";
    }

    private static string Value(ModelSpec model, ComputedInputSpec input, int local)
    {
        ColumnSpec column = model.Columns[input.Column];
        bool unwrap = column is { KeepsInitialValue: true, IsNullable: true, Type.IsValueType: true } && input.NeedsValue;
        return unwrap ? $"value{local}.Value" : $"value{local}";
    }
}
