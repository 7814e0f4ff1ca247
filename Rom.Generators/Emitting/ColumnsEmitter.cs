using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The class of typed columns that lambdas of queries see, with one type for each column.</summary>
internal static class ColumnsEmitter
{
    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        writer.Write($"""
            /// <summary>The typed columns of <see cref="{model.TypeName}"/>, as the lambdas of its queries see them.</summary>
            {ModelEmitter.GeneratedCode}
            """);
        writer.Open($"public sealed class {GeneratedNames.Columns}");
        writer.Open($"internal {GeneratedNames.Columns}({RuntimeNames.ModelMetadata} model)");
        for (int i = model.HasHiddenKey ? 1 : 0; i < model.Columns.Count; i++) writer.Write($"this.{model.Columns[i].Identifier} = new(model.Columns[{i}]);");
        foreach ((ComputedSpec computed, string owner) in model.Computed.Where(one => !one.Spec.IsElements)) writer.Write($"this.{computed.Column.Identifier} = new(model.{owner}.Column);");
        writer.Close();
        ComputedSpec[] computeds = [.. model.Computed.Select(one => one.Spec).Where(one => !one.IsElements)];
        foreach (ColumnSpec column in model.VisibleColumns.Concat(computeds.Select(one => one.Column)))
        {
            writer.Blank();
            writer.Write($$"""
                /// <summary>The column {{column.Name}}: {{column.IndexSummary}}.</summary>
                public {{GeneratedNames.ColumnType(column.Name)}} {{column.Identifier}} { get; }
                """);
        }

        for (int i = model.HasHiddenKey ? 1 : 0; i < model.Columns.Count; i++)
        {
            writer.Blank();
            ColumnTypeEmitter.Emit(writer, model, model.Columns[i], i);
        }

        foreach (ComputedSpec computed in computeds)
        {
            writer.Blank();
            ColumnTypeEmitter.Emit(writer, model, computed.Column, ordinal: null);
        }

        writer.Close();
    }
}
