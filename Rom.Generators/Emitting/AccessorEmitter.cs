using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>
/// The entity's state, and the accessors where C# forbids the direct way: a constructor whose required members must be set, and
/// init-only setters and those that are private to a base class. The runtime resolves an UnsafeAccessor like a call, so there is no reflection and trimming sees it.
/// </summary>
internal static class AccessorEmitter
{
    private const string Accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";

    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (model.Construction == Construction.Accessor)
        {
            writer.Write($"""
                [{Accessor}({Accessor}Kind.Constructor)]
                private static extern {model.TypeName} {GeneratedNames.Create}();
                """);
            writer.Blank();
        }

        foreach (ColumnSpec column in model.Columns.Where(column => column.SetterOwner is not null))
        {
            writer.Write($"""
                [{Accessor}({Accessor}Kind.Method, Name = {Literals.String("set_" + column.Name)})]
                private static extern void {GeneratedNames.Setter(column.Name)}({column.SetterOwner} entity, {column.Type.TypeName}{(column.IsNullable ? "?" : "")} value);
                """);
            writer.Blank();
        }

        writer.Write($"private {RuntimeNames.EntityState} {GeneratedNames.State};");
        writer.Blank();
    }

    /// <summary>An expression that sets a column of an entity.</summary>
    public static string Set(ColumnSpec column, string entity, string value) =>
        column.SetterOwner is not null ? $"{GeneratedNames.Setter(column.Name)}({entity}, {value})" : $"{entity}.{column.Identifier} = {value}";
}
