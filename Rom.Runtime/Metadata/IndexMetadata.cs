using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>One index of a model.</summary>
/// <param name="name">The name that its keys carry.</param>
/// <param name="kind">What it answers; never <see cref="IndexKind.Natural"/>.</param>
/// <param name="columns">The ordinals of its columns: one, or several for an ordered index over several.</param>
/// <param name="prefix">On FullText: whether the distinct words are kept in order too.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IndexMetadata(string name, IndexKind kind, int[] columns, bool prefix = false)
{
    private ModelMetadata? _model;
    private Storage.OrderColumn[]? _order;

    /// <summary>The name that its keys carry.</summary>
    public string Name { get; } = name;

    /// <summary>What it answers.</summary>
    public IndexKind Kind { get; } = kind;

    /// <summary>The ordinals of its columns.</summary>
    public IReadOnlyList<int> Columns { get; } = columns;

    /// <summary>On FullText: whether the distinct words are kept in order too.</summary>
    public bool Prefix { get; } = prefix;

    /// <summary>The model that the index belongs to.</summary>
    public ModelMetadata Model => _model ?? throw new InvalidOperationException("The index belongs to no model yet.");

    /// <summary>The index's place among the model's indexes.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The first column, which is the only one of every index but a composite.</summary>
    internal ColumnMetadata Column => Model.Columns[columns[0]];

    /// <summary>The order that it gives.</summary>
    internal IReadOnlyList<Storage.OrderColumn> Order => _order ??= [.. Columns.Select(column => new Storage.OrderColumn(Model.Columns[column]))];

    internal ReadOnlySpan<int> ColumnOrdinals => columns;

    internal void Attach(ModelMetadata model, int ordinal) => (_model, Ordinal) = (model, ordinal);
}

/// <summary>One unique of a model.</summary>
/// <param name="name">The name that its key carries.</param>
/// <param name="column">The ordinal of its column.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UniqueMetadata(string name, int column)
{
    private ModelMetadata? _model;

    /// <summary>The name that its key carries.</summary>
    public string Name { get; } = name;

    /// <summary>The model that the unique belongs to.</summary>
    public ModelMetadata Model => _model ?? throw new InvalidOperationException("The unique belongs to no model yet.");

    /// <summary>The unique's place among the model's uniques.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The column whose values are unique.</summary>
    public ColumnMetadata Column => Model.Columns[column];

    internal void Attach(ModelMetadata model, int ordinal) => (_model, Ordinal) = (model, ordinal);
}
