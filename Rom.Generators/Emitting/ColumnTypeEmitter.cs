using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The type of one column: the operators that its indexes answer, and the others as errors that say what to add.</summary>
internal static class ColumnTypeEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec model, ColumnSpec column)
    {
        string type = GeneratedNames.ColumnType(column.Name);
        writer.Write($"""
            /// <summary>The column {column.Name} in queries: {column.IndexSummary}.</summary>
            {ColumnsEmitter.Hidden}
            {ModelEmitter.GeneratedCode}
            """);
        writer.Open($"public sealed class {type} : {(column.IsOrderable ? "global::Rom.OrderableColumn" : "global::Rom.UnorderedColumn")}");
        writer.Open($"internal {type}({RuntimeNames.ColumnMetadata} column) : base(column)");
        writer.Close();
        foreach (OperatorSpec group in column.Operators)
        {
            foreach (Operator one in Operator.Of(group.Group, column.Type, type))
            {
                writer.Blank();
                writer.Write($"/// <summary>{one.Summary}</summary>");
                if (group.Remedy is not null) writer.Write($"[global::System.Obsolete({Literals.String(Refusal(model, column, one, group.Remedy))}, true)]");
                writer.Write($"public {one.Signature} => {(group.Remedy is null ? one.Body : "throw new global::System.NotSupportedException()")};");
            }
        }

        writer.Close();
    }

    private static string Refusal(ModelSpec model, ColumnSpec column, Operator one, string remedy) =>
        $"{model.DisplayName}.{column.Name} has no index that answers {one.Symbol}. {remedy}";
}
