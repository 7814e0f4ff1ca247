using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The changes that a typed column offers to PatchAsync and UpdateIfAsync.</summary>
internal static class PatchEmitter
{
    /// <summary>Whether a column can be changed by its key: not the key itself or a part of it, nor the version.</summary>
    public static bool IsPatchable(ModelSpec model, int ordinal) =>
        ordinal > 0 && ordinal != model.Version && !model.KeyParts.Any(part => part.Column == ordinal);

    /// <summary>The interfaces of the column's type, for transfers.</summary>
    public static string Interfaces(ModelSpec model, ColumnSpec column) => IsExactNumber(column.Type)
        ? $", {RuntimeNames.Services}.INumberColumn<{model.TypeName}>"
        : column.Type.Kind == ScalarKind.Boolean ? $", {RuntimeNames.Services}.IFlagColumn<{model.TypeName}>" : "";

    public static void Emit(SourceWriter writer, ModelSpec model, ColumnSpec column, int ordinal)
    {
        string value = $"entity.{column.Identifier}", nullable = Literals.Bool(column.IsNullable);
        Change(writer, model, column, "Sets the column to a value.", $"Set({column.Type.TypeName}{(column.IsNullable ? "?" : "")} value)", "value", Setting(model, column, ordinal, "value"));
        if (column.IsNullable) Change(writer, model, column, "Sets the column to null.", "Clear()", "null", Setting(model, column, ordinal, "null"));
        if (column.Type is { Kind: ScalarKind.Integer or ScalarKind.Decimal or ScalarKind.Float or ScalarKind.Duration, IsEnum: false })
        {
            string type = column.Type.TypeName;
            string held = column.IsNullable ? "known" : value;
            string sum = column.Type.Kind == ScalarKind.Decimal ? $"{RuntimeNames.Services}.Patches.Sum({held}, value)" : $"checked(({type})({held} + value))";
            if (column.IsNullable) sum = $"{value} is {{ }} known ? {sum} : value";
            string? exact = column.Type.Kind == ScalarKind.Decimal ? $"AddDecimal<{model.TypeName}>(this, value, {nullable}, "
                : IsExactNumber(column.Type) ? $"AddInteger<{model.TypeName}, {type}>(this, value, {nullable}, "
                : null;
            Change(writer, model, column, "Adds to the column, where null counts as 0; exact, and out of range an error.", $"Add({type} value)", sum, exact);
        }

        if (column.Type.Kind == ScalarKind.String)
        {
            Change(writer, model, column, "Appends text to the column, where null counts as empty.", "Append(string value)", $"{value} + value",
                $"Append<{model.TypeName}>(this, value, {nullable}, ");
        }

        if (column.Codec is { } codec) AddToSet(writer, model, column, codec.Kind is CodecKind.OrNull or CodecKind.Nullable ? codec.Parts[0] : codec);
        if (IsExactNumber(column.Type)) Number(writer, model, column);
        if (column.Type.Kind == ScalarKind.Boolean) Flag(writer, model, column);
    }

    /// <summary>The beginning of the call that makes a change of a value; null for a reference, whose target may have no key yet.</summary>
    private static string? Setting(ModelSpec model, ColumnSpec column, int ordinal, string value) => column.Type.Reference is not null
        ? null
        : $"Set<{model.TypeName}>(this, (ref {RuntimeNames.Services}.RowWriter row) => {RowEmitter.Write(column, ordinal, value).TrimEnd(';')}, ";

    private static void AddToSet(SourceWriter writer, ModelSpec model, ColumnSpec column, CodecSpec collection)
    {
        string? method = collection.Kind switch
        {
            CodecKind.List or CodecKind.Sequence => "InList",
            CodecKind.Array => "InArray",
            CodecKind.ImmutableArray => "InImmutableArray",
            CodecKind.Set => "InSet",
            _ => null,
        };
        if (method is null) return;
        CodecSpec item = collection.Parts[0];
        string added = $"{RuntimeNames.Services}.CollectionPatches<{item.TypeName}, {NestedCode.Type(item)}>.{method}(entity.{column.Identifier}, value)";
        Change(writer, model, column, "Adds a value to the column, unless it has it already; null counts as empty.", $"AddToSet({item.TypeName} value)", added);
    }

    private static bool IsExactNumber(ScalarSpec scalar) => scalar is { Kind: ScalarKind.Decimal }
        or { IsEnum: false, TypeName: "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" };

    private static void Change(SourceWriter writer, ModelSpec model, ColumnSpec column, string summary, string signature, string value, string? exact = null)
    {
        writer.Blank();
        writer.Write($"/// <summary>{summary}</summary>");
        writer.Write($"""
            public global::Rom.Patch<{model.TypeName}> {signature}
                => {RuntimeNames.Services}.Patches.{exact ?? $"Of<{model.TypeName}>(this, "}entity => {AccessorEmitter.Set(column, "entity", value)});
            """);
    }

    private static void Number(SourceWriter writer, ModelSpec model, ColumnSpec column)
    {
        string on = $"{RuntimeNames.Services}.INumberColumn<{model.TypeName}>";
        writer.Blank();
        writer.Write($$"""
            bool {{on}}.IsInteger => {{Literals.Bool(column.Type.Kind == ScalarKind.Integer)}};

            decimal {{on}}.Get({{model.TypeName}} entity) => entity.{{column.Identifier}}{{(column.IsNullable ? " ?? 0" : "")}};

            void {{on}}.Set({{model.TypeName}} entity, decimal value) => {{AccessorEmitter.Set(column, "entity", $"checked(({column.Type.TypeName})value)")}};
            """);
    }

    private static void Flag(SourceWriter writer, ModelSpec model, ColumnSpec column)
    {
        string on = $"{RuntimeNames.Services}.IFlagColumn<{model.TypeName}>";
        writer.Blank();
        writer.Write($$"""
            bool {{on}}.Get({{model.TypeName}} entity) => entity.{{column.Identifier}}{{(column.IsNullable ? " ?? false" : "")}};

            void {{on}}.Set({{model.TypeName}} entity, bool value) => {{AccessorEmitter.Set(column, "entity", "value")}};
            """);
    }
}
