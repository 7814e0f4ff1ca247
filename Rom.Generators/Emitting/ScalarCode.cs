using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>How values of each type are read, written and compared: the runtime's generic methods with the type's format.</summary>
internal static class ScalarCode
{
    /// <summary>The member of the runtime's <c>ValueKind</c>.</summary>
    public static string ValueKind(ScalarSpec scalar) => RuntimeNames.Services + ".ValueKind." + scalar.Kind switch
    {
        ScalarKind.Integer or ScalarKind.Decimal or ScalarKind.Duration => "Number",
        ScalarKind.Float => "Double",
        ScalarKind.Instant => "Instant",
        ScalarKind.Boolean => "Bool",
        ScalarKind.Guid => "Guid",
        ScalarKind.Version => "Version",
        ScalarKind.Address => "Address",
        ScalarKind.Point => "Point",
        ScalarKind.Nested => "Nested",
        ScalarKind.Ranked => "Ranked",
        ScalarKind.Reference => scalar.Reference!.Key switch { KeyType.Guid => "Guid", KeyType.Text => "Text", _ => "Number" },
        _ => "Text",
    };

    /// <summary>An expression for the column's value in <c>row</c>.</summary>
    public static string Read(ColumnSpec column, int ordinal) => Read(column, ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The same, of a column whose ordinal is an expression.</summary>
    public static string Read(ColumnSpec column, string ordinal) => column.Type.Format is null
        ? $"row.String{(column.IsNullable ? "OrNull" : "")}({ordinal})"
        : $"row.{Method(column)}{Arguments(column.Type)}({ordinal})";

    /// <summary>A statement that hands a value to <c>row</c> or another writer.</summary>
    public static string Write(ColumnSpec column, int ordinal, string value, string writer = "row") => column.Type switch
    {
        { Reference: not null } => $"{writer}.{(column.IsNullable ? "" : "Required")}Reference({ordinal}, {value});",
        { Format: null } => $"{writer}.{(column.IsNullable ? "" : "Required")}String({ordinal}, {value});",
        _ => $"{writer}.{Method(column)}{Arguments(column.Type)}({ordinal}, {value});",
    };

    /// <summary>A value that a query compares a column with.</summary>
    public static string FilterValue(ScalarSpec scalar, string column, string value) => scalar.Format is null
        ? $"{RuntimeNames.FilterValue}.String({column}, {value})"
        : $"{RuntimeNames.FilterValue}.{(scalar.IsValueType ? "Of" : "OfObject")}{Arguments(scalar)}({column}, {value})";

    /// <summary>The arguments of the column's metadata that say which converter it has; empty without one.</summary>
    public static string Converter(ScalarSpec scalar) => scalar.Kind is ScalarKind.Converted or ScalarKind.Ranked
        ? $", converterRevision: {RuntimeNames.Services}.{scalar.Format}.Revision, converter: typeof({RuntimeNames.Services}.{scalar.Format}), "
            + $"recode: {RuntimeNames.Services}.{scalar.Format}.Recode"
        : "";

    /// <summary>An expression for a copy of a value that shares nothing with it.</summary>
    public static string Copy(ColumnSpec column, string value) => column.Type is { Kind: ScalarKind.Bytes, IsValueType: false }
        ? $"({column.Type.TypeName}{(column.IsNullable ? "?" : "")}){value}?.Clone(){(column.IsNullable ? "" : "!")}"
        : value;

    private static string Method(ColumnSpec column) => (column.IsNullable, column.Type.IsValueType) switch
    {
        (false, _) => "Value",
        (true, true) => "ValueOrNull",
        (true, false) => "ObjectOrNull",
    };

    /// <summary>The type arguments of the runtime's methods for values with a format.</summary>
    public static string Arguments(ScalarSpec scalar) => $"<{RuntimeNames.Services}.{scalar.Format}, {scalar.TypeName}>";
}
