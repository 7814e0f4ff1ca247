using System.ComponentModel;
using Rom.Indexing;

namespace Rom.CompilerServices;

/// <summary>How the key of a model is stored and who assigns it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum KeyKind
{
    /// <summary>A <see cref="long"/>, assigned by the store when 0.</summary>
    Int64,

    /// <summary>An <see cref="int"/>, assigned by the store when 0.</summary>
    Int32,

    /// <summary>A <see cref="Guid"/>, assigned by the client when empty; 16 bytes in index members.</summary>
    Guid,

    /// <summary>A <see cref="string"/>, assigned by the caller.</summary>
    Text,
}

/// <summary>What the runtime knows of a model: generated once per model, plain data.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelMetadata
{
    private readonly IndexMetadata[] _indexes;
    private readonly UniqueMetadata[] _uniques;
    private string? _description;
    private string? _fingerprint;

    /// <summary>The metadata of a model.</summary>
    /// <param name="name">The stored name.</param>
    /// <param name="group">The hash tag shared with other models, or null.</param>
    /// <param name="keyKind">How the key is stored and assigned.</param>
    /// <param name="columns">Every declared column in row order; the first is the key.</param>
    /// <param name="indexes">Every index.</param>
    /// <param name="uniques">Every unique.</param>
    /// <param name="hasHooks">Whether the model implements a hook.</param>
    /// <param name="version">The ordinal of the column with the row's version; 0: none.</param>
    /// <param name="natives">The names of the native structures.</param>
    /// <param name="keyParts">The ordinals of the properties of a key whose text is stored beside them.</param>
    /// <param name="keyIndex">Whether the store keeps a set of all keys.</param>
    public ModelMetadata(
        string name, string? group, KeyKind keyKind, ColumnMetadata[] columns, IndexMetadata[] indexes, UniqueMetadata[] uniques,
        bool hasHooks = false, int[]? keyParts = null, int version = 0, string[]? natives = null, bool keyIndex = true)
    {
        Name = name;
        Group = group;
        KeyKind = keyKind;
        Columns = [.. columns, .. DerivedColumns.Of(columns, indexes)];
        DeclaredColumns = columns.Length;
        _indexes = indexes;
        _uniques = uniques;
        HasHooks = hasHooks;
        KeyParts = keyParts ?? [];
        Natives = natives ?? [];
        HasKeyIndex = keyIndex;
        Version = version > 0 ? columns[version] : null;
        // Those of indexes and uniques first: one that is stored in the row then gets its place there.
        foreach (IndexMetadata index in indexes) index.Computed?.Column.Attach(this, ComputedKeys.NotInTheRow);
        foreach (UniqueMetadata unique in uniques) unique.Computed?.Column.Attach(this, ComputedKeys.NotInTheRow);
        for (int i = 0; i < Columns.Count; i++) Columns[i].Attach(this, i);
        for (int i = 0; i < indexes.Length; i++) indexes[i].Attach(this, i);
        for (int i = 0; i < uniques.Length; i++) uniques[i].Attach(this, i);
        RowSource = keyIndex ? null : Array.Find(indexes, index => index.Kind == IndexKind.Ordered);
    }

    /// <summary>The stored name.</summary>
    public string Name { get; }

    /// <summary>The hash tag shared with other models, or null.</summary>
    public string? Group { get; }

    /// <summary>How the key is stored and assigned.</summary>
    public KeyKind KeyKind { get; }

    /// <summary>Every column in row order; the first is the key, the last are fields that Ordered indexes keep of computed and case-folded values.</summary>
    public IReadOnlyList<ColumnMetadata> Columns { get; }

    /// <summary>How many of the columns are properties.</summary>
    internal int DeclaredColumns { get; }

    /// <summary>Every index.</summary>
    public IReadOnlyList<IndexMetadata> Indexes => _indexes;

    /// <summary>Every unique.</summary>
    public IReadOnlyList<UniqueMetadata> Uniques => _uniques;

    /// <summary>Whether the model implements a hook.</summary>
    public bool HasHooks { get; }

    /// <summary>
    /// The ordinals of the properties of a key whose text is stored beside them, because they are several or have a text of their own; else empty.
    /// They never change.
    /// </summary>
    public IReadOnlyList<int> KeyParts { get; }

    /// <summary>The column that every write sets to the next number of the model; null: none.</summary>
    public ColumnMetadata? Version { get; }

    /// <summary>The names of the native structures, which are deleted with their row.</summary>
    public IReadOnlyList<string> Natives { get; }

    /// <summary>Whether the store keeps a set of all keys.</summary>
    public bool HasKeyIndex { get; }

    /// <summary>
    /// Where there is no set of all keys, the Ordered index that stands in for it: it has an entry for each row, null or not. Null where there is
    /// the set, and where nothing tells which rows there are.
    /// </summary>
    internal IndexMetadata? RowSource { get; }

    /// <summary>Every index, for loops that should not allocate.</summary>
    internal ReadOnlySpan<IndexMetadata> AllIndexes => _indexes;

    /// <summary>Every unique, for loops that should not allocate.</summary>
    internal ReadOnlySpan<UniqueMetadata> AllUniques => _uniques;

    internal ColumnMetadata Key => Columns[0];

    internal bool KeyIsAssignedByStore => KeyKind is KeyKind.Int64 or KeyKind.Int32;

    /// <summary>The greatest key that the store may assign; empty when it assigns none.</summary>
    internal string GreatestKey => KeyKind switch { KeyKind.Int64 => "9223372036854775807", KeyKind.Int32 => "2147483647", _ => "" };

    /// <summary>Readable lines, one per index and unique, in an order that does not depend on the declaration: what two programs must agree on.</summary>
    internal string SchemaDescription => _description ??= SchemaRecord.Describe(this);

    internal string SchemaFingerprint => _fingerprint ??= SchemaRecord.Fingerprint(SchemaDescription);
}
