using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>How values of each type are read, written and compared: the runtime's methods are named after <see cref="ScalarKind"/>.</summary>
internal static class ScalarCode
{
    /// <summary>The member of the runtime's <c>ValueKind</c>.</summary>
    public static string ValueKind(ScalarSpec scalar) => RuntimeNames.Services + ".ValueKind." + scalar.Kind switch
    {
        ScalarKind.String => "Text",
        ScalarKind.Integer or ScalarKind.Decimal => "Number",
        ScalarKind.Double => "Double",
        ScalarKind.DateTime or ScalarKind.DateTimeOffset => "Instant",
        ScalarKind.Boolean => "Bool",
        _ => "Guid",
    };

    /// <summary>An expression for the column's value in <c>row</c>.</summary>
    public static string Read(ColumnSpec column, int ordinal)
    {
        ScalarSpec scalar = column.Type;
        string range = scalar.IntegerType is { } type ? $", {type}.MinValue, {type}.MaxValue" : "";
        string read = $"row.{scalar.Kind}{(column.IsNullable ? "OrNull" : "")}({ordinal}{range})";
        return scalar.Kind == ScalarKind.Integer && scalar.TypeName != "long" ? $"({scalar.TypeName}{(column.IsNullable ? "?" : "")}){read}" : read;
    }

    /// <summary>A statement that hands a value to <c>row</c>.</summary>
    public static string Write(ColumnSpec column, int ordinal, string value)
    {
        string method = column.Type.Kind == ScalarKind.String && !column.IsNullable ? "RequiredString" : column.Type.Kind.ToString();
        string cast = column.Type.IsEnum ? column.IsNullable ? "(long?)" : "(long)" : "";
        return $"row.{method}({ordinal}, {cast}{value});";
    }

    /// <summary>A value that a query compares a column with.</summary>
    public static string FilterValue(ScalarSpec scalar, string column, string value) =>
        $"{RuntimeNames.FilterValue}.{scalar.Kind}({column}, {(scalar.IsEnum ? $"(long?){value}" : value)})";
}
