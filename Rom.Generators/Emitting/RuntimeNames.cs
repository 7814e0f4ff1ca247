using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The names of the runtime that generated code uses, fully qualified.</summary>
internal static class RuntimeNames
{
    public const string Services = "global::Rom.CompilerServices";
    /// <summary>The version of the agreement with the runtime that generated code is written for.</summary>
    public const int ContractVersion = 1;

    public static readonly string Contract = $"{Services}.GeneratorContract.V{ContractVersion}";
    public const string ModelMetadata = Services + ".ModelMetadata";
    public const string ColumnMetadata = Services + ".ColumnMetadata";
    public const string IndexMetadata = Services + ".IndexMetadata";
    public const string UniqueMetadata = Services + ".UniqueMetadata";
    public const string EntityState = Services + ".EntityState";
    public const string EntityHook = Services + ".EntityHook";
    public const string KeyText = Services + ".KeyText";
    public const string Filters = Services + ".Filters";
    public const string TextFilters = Services + ".TextFilters";
    public const string Operand = Services + ".Operand";
    public const string FilterValue = Services + ".FilterValue";

    public const string Context = "global::Rom.RomContext";
    public const string Filter = "global::Rom.Filter";
    public const string Column = "global::Rom.IColumn";

    public const string Function = "global::System.Func";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Enumerable = "global::System.Collections.Generic.IEnumerable";

    public static string Interface(ModelSpec model) => $"global::Rom.IRomModel<{Arguments(model)}>";

    public static string Operations(ModelSpec model) => $"{Services}.EntityOperations<{Arguments(model)}>";

    public static string Patches(ModelSpec model) => $"{Services}.PatchOperations<{Arguments(model)}>";

    public static string Handler(ModelSpec model) => $"{Services}.EntityHandler<{Arguments(model)}>";

    public static string Query(ModelSpec model) => $"global::Rom.RomQuery<{Arguments(model)}>";

    private static string Arguments(ModelSpec model) => $"{model.TypeName}, {KeyCode.Type(model)}, {model.TypeName}.{GeneratedNames.Columns}";
}
