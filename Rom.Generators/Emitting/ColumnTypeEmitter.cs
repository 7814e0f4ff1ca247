using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The type of one column: the operators that its indexes answer, and the others as errors that say what to add.</summary>
internal static class ColumnTypeEmitter
{
    /// <param name="writer">Takes the source.</param>
    /// <param name="model">The model.</param>
    /// <param name="column">The column.</param>
    /// <param name="ordinal">Its place in the row; null for what a method computes.</param>
    public static void Emit(SourceWriter writer, ModelSpec model, ColumnSpec column, int? ordinal)
    {
        bool patchable = ordinal is { } own && PatchEmitter.IsPatchable(model, own);
        string type = GeneratedNames.ColumnType(column.Name);
        writer.Write($"""
            /// <summary>The column {column.Name} in queries: {column.IndexSummary}.</summary>
            {ColumnsEmitter.Hidden}
            {ModelEmitter.GeneratedCode}
            """);
        string value = column.IsNullable ? column.Type.TypeName + "?" : column.Type.TypeName;
        // What a method computes is stored in the row where it is ordered, and nowhere else.
        string order = ordinal is null && !column.IsOrderable ? "global::Rom.IUnorderedColumn"
            : column.IsOrderable ? $"global::Rom.IOrderableColumn<{value}>" : $"global::Rom.IUnorderedColumn, {RuntimeNames.Column}<{value}>";
        string kind = ordinal is null ? "ComputedColumn" : column.Codec is not null ? "NestedColumn" : $"{(column.IsComparable ? "ComparableColumn" : "Column")}<{column.Type.TypeName}>";
        writer.Open($"public sealed class {type} : global::Rom.{kind}, {order}{(patchable ? PatchEmitter.Interfaces(model, column) : "")}");
        writer.Open($"internal {type}({RuntimeNames.ColumnMetadata} column) : base(column)");
        writer.Close();
        if (ordinal is not null || column.IsOrderable)
        {
            writer.Blank();
            string read = ordinal is { } place ? Read(model, column, place) : ScalarCode.Read(column, "Metadata.Ordinal");
            writer.Write($"{value} {RuntimeNames.Column}<{value}>.Read(in {RuntimeNames.Services}.RowReader row) => {read};");
        }

        foreach (OperatorSpec group in column.Operators)
        {
            foreach (Operator one in Operator.Of(group.Group, column.Element ?? column.Type, type))
            {
                writer.Blank();
                writer.Write($"/// <summary>{one.Summary}</summary>");
                if (group.Remedy is null) writer.Write($"public {one.Signature} => {one.Body};");
                else Refused(writer, one, $"{model.DisplayName}.{column.Name} has no index that answers {one.Symbol}. {group.Remedy}");
            }
        }

        if (patchable) PatchEmitter.Emit(writer, model, column, ordinal!.Value);
        writer.Close();
    }

    private static string Read(ModelSpec model, ColumnSpec column, int ordinal)
    {
        string read = RowEmitter.Value(column, ordinal);
        return column.KeepsInitialValue ? $"row.Has({ordinal}) ? {read} : {RuntimeNames.Operations(model)}.Initial().{column.Identifier}" : read;
    }

    /// <summary>The member is there, so that the compiler's error is this text and not that there is no such operator.</summary>
    private static void Refused(SourceWriter writer, Operator one, string why) => writer.Write($"""
        [global::System.Obsolete({Literals.String(why)}, true)]
        public {one.Signature} => throw new global::System.NotSupportedException();
        """);
}
