using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>
/// What the runtime knows of a model, in a class of its own so that it is there whenever a static initializer of the user asks
/// for it. On a model that is not valid it throws instead.
/// </summary>
internal static class MetadataEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        writer.Write(ModelEmitter.GeneratedCode);
        writer.Open($"private static class {GeneratedNames.Metadata}");
        writer.Write($"""
            // Fails to compile when the packages Rom.Generators and Rom.Runtime do not belong together.
            private const int Contract = {RuntimeNames.Contract};
            """);
        writer.Blank();
        if (model.IsValid) Valid(writer, model);
        else Throwing(writer, model);
        writer.Close();
        writer.Blank();
    }

    /// <summary>An expression that throws, for what a model that is not valid cannot do.</summary>
    public static string Invalid(ModelSpec model) =>
        $"throw new global::System.InvalidOperationException({Literals.String($"{model.DisplayName} is no valid model; the compiler's ROM errors say why.")})";

    private static void Valid(SourceWriter writer, ModelSpec model)
    {
        writer.Write($"internal static readonly {RuntimeNames.ModelMetadata} Model = new(");
        writer.Write($"""
                name: {Literals.String(model.StoredName)},
                group: {Literals.String(model.Group)},
                keyKind: {RuntimeNames.Services}.KeyKind.{model.KeyType},
            """);
        Items(writer, "columns", RuntimeNames.ColumnMetadata, model.Columns.Select(Column), ",");
        Items(writer, "indexes", RuntimeNames.IndexMetadata, model.Indexes.Select(Index), ",");
        Items(writer, "uniques", RuntimeNames.UniqueMetadata, model.Uniques.Select(Unique), ",");
        writer.Write($"    hasHooks: {Literals.Bool(model.HasHooks)},");
        writer.Write($"    keyParts: new int[] {{ {string.Join(", ", model.KeyParts.Select(part => part.Column))} }},");
        writer.Write($"    version: {model.Version},");
        writer.Write($"    keyIndex: {Literals.Bool(model.HasKeyIndex)},");
        writer.Write($"    natives: new string[] {{ {string.Join(", ", model.Natives.Select(native => Literals.String(native.Name)))} }});");
        writer.Blank();
        writer.Write($"internal static readonly {model.TypeName}.{GeneratedNames.Columns} Columns = new(Model);");
        foreach ((ComputedSpec computed, string _) in model.Computed) ComputedEmitter.Emit(writer, model, computed);
    }

    private static void Throwing(SourceWriter writer, ModelSpec model) => writer.Write($"""
        internal static {RuntimeNames.ModelMetadata} Model => {Invalid(model)};

        internal static {model.TypeName}.{GeneratedNames.Columns} Columns => {Invalid(model)};
        """);

    private static void Items(SourceWriter writer, string parameter, string type, IEnumerable<string> items, string end)
    {
        writer.Write($$"""
                {{parameter}}: new {{type}}[]
                {
            """);
        foreach (string item in items) writer.Write($"        new({item}),");
        writer.Write($"    }}{end}");
    }

    private static string Column(ColumnSpec column)
    {
        string storesNull = column.StoresNull ? ", storesNull: true" : "";
        string hasNoDefault = column.KeepsInitialValue || column.StoresNull ? "" : ", mayHaveDefault: false";
        return $"{Literals.String(column.Name)}, {Literals.String(column.StoredName)}, {ScalarCode.ValueKind(column.Type)}{storesNull}{hasNoDefault}{ScalarCode.Converter(column.Type)}";
    }

    private static string Index(IndexSpec index) =>
        $"{Literals.String(index.Name)}, global::Rom.IndexKind.{index.Kind}, new[] {{ {string.Join(", ", index.Columns)} }}"
        + (index.Prefix ? ", prefix: true" : "") + (index.Suffix ? ", suffix: true" : "") + IgnoreCase(index.IgnoreCase)
        + (index.Tokenizer is { } tokenizer ? $", tokenizer: {RuntimeNames.Services}.IndexTokenizer.Of<{tokenizer}>({Literals.String(tokenizer.Substring(tokenizer.LastIndexOf(':') + 1))})" : "")
        + ComputedEmitter.Argument(index.Computed);

    private static string Unique(UniqueSpec unique) =>
        $"{Literals.String(unique.Name)}, new[] {{ {string.Join(", ", unique.Columns)} }}{IgnoreCase(unique.IgnoreCase)}{ComputedEmitter.Argument(unique.Computed)}";

    private static string IgnoreCase(bool ignoreCase) => ignoreCase ? ", ignoreCase: true" : "";
}
