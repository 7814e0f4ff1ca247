namespace Rom.Generators.Specs;

/// <summary>
/// Everything that the emitter needs to know of one model. It is compared to decide whether to emit again, so it holds
/// strings, numbers, enums and other specs only.
/// </summary>
internal sealed record ModelSpec
{
    /// <summary>The namespace as written in source, or null for the global one.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The types around the model, the outermost first.</summary>
    public required EquatableArray<ContainingTypeSpec> ContainingTypes { get; init; }

    /// <summary>The model's own declaration.</summary>
    public required ContainingTypeSpec Declaration { get; init; }

    /// <summary>The model's name as generated code refers to it from anywhere.</summary>
    public required string TypeName { get; init; }

    /// <summary>The name that messages use.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The metadata name with its namespace and containers, which no other model of the compilation has.</summary>
    public required string MetadataName { get; init; }

    public required string StoredName { get; init; }

    public required string? Group { get; init; }

    public required KeyType KeyType { get; init; }

    /// <summary>The properties of a key whose text is stored beside them: a key of several properties, or with a text of its own.</summary>
    public required EquatableArray<KeyPartSpec> KeyParts { get; init; }

    /// <summary>The static method that makes the key's text, or null.</summary>
    public required string? KeyTextMethod { get; init; }

    /// <summary>Whether the store keeps a set of all keys.</summary>
    public required bool HasKeyIndex { get; init; }

    /// <summary>The ordinal of the column with the row's version; 0: none.</summary>
    public required int Version { get; init; }

    /// <summary>Whether the key is a property that the generator declares.</summary>
    public required bool DeclaresKey { get; init; }

    /// <summary>Every column in row order; the first is the key.</summary>
    public required EquatableArray<ColumnSpec> Columns { get; init; }

    public required EquatableArray<IndexSpec> Indexes { get; init; }

    public required EquatableArray<UniqueSpec> Uniques { get; init; }

    public required EquatableArray<NativeSpec> Natives { get; init; }

    public required EquatableArray<CollectionSpec> Collections { get; init; }

    /// <summary>Partial properties that the generator cannot make what they are marked as.</summary>
    public required EquatableArray<UnimplementedSpec> Unimplemented { get; init; }

    /// <summary>Declarations of partial methods that look like hooks and are none.</summary>
    public required EquatableArray<string> UndeclaredMethods { get; init; }

    /// <summary>The accessibility of a class beside the model that extends collections of it; null where there can be none.</summary>
    public required string? ExtensionAccessibility { get; init; }

    /// <summary>Whether the model implements a hook.</summary>
    public required bool HasHooks { get; init; }

    /// <summary>Every object and tuple inside the nested columns.</summary>
    public required EquatableArray<NestedTypeSpec> NestedTypes { get; init; }

    /// <summary>The types of columns stored as JSON.</summary>
    public required EquatableArray<JsonTypeSpec> JsonTypes { get; init; }

    public required Construction Construction { get; init; }

    /// <summary>Generated members that the model declares itself: they are left out, and the model is not valid.</summary>
    public required EquatableArray<string> OmittedMembers { get; init; }

    /// <summary>False where generated members could not compile: then there is nothing but <see cref="Unimplemented"/> and <see cref="UndeclaredMethods"/>.</summary>
    public required bool HasMembers { get; init; }

    /// <summary>False when a diagnostic error was found: the model then compiles and throws when it is used.</summary>
    public required bool IsValid { get; init; }

    public ColumnSpec Key => Columns[0];

    /// <summary>Whether the first column is no property.</summary>
    public bool HasHiddenKey => KeyParts.Count > 0;

    /// <summary>The columns that are properties.</summary>
    public IEnumerable<ColumnSpec> VisibleColumns => HasHiddenKey ? Columns.Skip(1) : Columns;

    /// <summary>What methods compute, with the expression for the metadata of the column that queries see.</summary>
    public IEnumerable<(ComputedSpec Spec, string Owner)> Computed =>
        Indexes.Select((index, i) => (index.Computed, $"Indexes[{i}]")).Concat(Uniques.Select((unique, i) => (unique.Computed, $"Uniques[{i}]")))
            .Where(one => one.Computed is not null).Select(one => (one.Computed!, one.Item2));
}
