namespace Rom.Generators.Emitting;

/// <summary>Every name that generated code adds to a model.</summary>
internal static class GeneratedNames
{
    public const string FileSuffix = ".Rom.g.cs";

    public const string GetAsync = nameof(GetAsync);
    public const string Query = nameof(Query);
    public const string SaveAsync = nameof(SaveAsync);
    public const string DeleteAsync = nameof(DeleteAsync);
    public const string RefreshAsync = nameof(RefreshAsync);
    public const string PatchAsync = nameof(PatchAsync);
    public const string UpdateIfAsync = nameof(UpdateIfAsync);
    public const string Copy = nameof(Copy);
    public const string ToDictionary = nameof(ToDictionary);

    public const string Columns = nameof(Columns);
    public const string Metadata = "RomMetadata";
    public const string State = "_romState";
    public const string Nested = "RomNested";
    public const string Create = "RomCreate";

    /// <summary>The key of a model that is not valid because its own cannot be one.</summary>
    public const string SubstituteKey = "RomKey";

    public const string Context = "context";
    public const string CancellationToken = "cancellationToken";

    /// <summary>Members that stand alone: where the model has its own, the generated one is left out.</summary>
    public static readonly IReadOnlyList<string> PublicMembers = [GetAsync, Query, SaveAsync, DeleteAsync, RefreshAsync, PatchAsync, UpdateIfAsync, Copy, ToDictionary];

    /// <summary>The partial methods that a model may implement; names of the runtime's <c>EntityHook</c>.</summary>
    public static readonly IReadOnlyList<string> Hooks =
        ["BeforeInsert", "AfterInsert", "BeforeUpdate", "AfterUpdate", "BeforeDelete", "AfterDelete"];

    /// <summary>Members that the others need.</summary>
    public static readonly IReadOnlyList<string> Plumbing = [Columns, Metadata, Nested, State, Create];

    public static string Lookup(string property) => $"GetBy{property}Async";

    /// <summary>The property for the key of a reference.</summary>
    public static string ReferenceKey(string property) => $"{property}Key";

    /// <summary>The class beside a model whose extensions are about collections of it; unlike any name that one writes.</summary>
    public static string Extensions(Specs.ModelSpec model) => $"RomExtensionsOf_{model.MetadataName.Replace('.', '_').Replace('+', '_')}";

    public static string Setter(string property) => $"RomSet{property}";

    public static string EnumNames(string property) => $"Rom{property}Names";

    /// <summary>The method that hands over what a computed index is over, in the class of the metadata.</summary>
    public static string KeysOf(string name) => $"KeysOf{name}";

    public static string ColumnType(string property) => $"{property}Column";

    /// <summary>The file of a model. The compiler ignores case in these names; a hash tells apart those that differ in nothing else.</summary>
    public static string HintName(string metadataName, bool needsHash) =>
        needsHash ? $"{metadataName}.{Hash(metadataName)}{FileSuffix}" : metadataName + FileSuffix;

    /// <summary>FNV-1a, which unlike string.GetHashCode is the same in every process.</summary>
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = unchecked((hash ^ c) * 16777619);
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
