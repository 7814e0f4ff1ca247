using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>One index of a model.</summary>
/// <param name="name">The name that its keys carry.</param>
/// <param name="kind">What it answers; never <see cref="IndexKind.Natural"/>.</param>
/// <param name="inputs">The ordinals of the columns that it is a function of: one, several for an ordered index over several, or those that are computed from.</param>
/// <param name="prefix">On FullText: whether the distinct words are kept in order too.</param>
/// <param name="suffix">Whether reversed texts, or words, are kept in order too.</param>
/// <param name="ignoreCase">Whether letter case does not count.</param>
/// <param name="tokenizer">On FullText: what the words are; null: the default.</param>
/// <param name="computed">What it is over instead of its inputs.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IndexMetadata(
    string name,
    IndexKind kind,
    int[] inputs,
    bool prefix = false,
    bool suffix = false,
    bool ignoreCase = false,
    IndexTokenizer? tokenizer = null,
    ComputedKeys? computed = null)
{
    private ModelMetadata? _model;
    private Storage.OrderColumn[]? _order;
    private int[] _columns = computed is null ? inputs : [];

    /// <summary>The name that its keys carry.</summary>
    public string Name { get; } = name;

    /// <summary>What it answers.</summary>
    public IndexKind Kind { get; } = kind;

    /// <summary>
    /// The ordinals of the row's columns whose values its entries hold: one, several for an ordered index over several, none when the value is
    /// computed and not stored.
    /// </summary>
    public IReadOnlyList<int> Columns => _columns;

    /// <summary>On FullText: whether the distinct words are kept in order too.</summary>
    public bool Prefix { get; } = prefix;

    /// <summary>Whether the reversed text, or the reversed distinct words, are kept in order too.</summary>
    public bool Suffix { get; } = suffix;

    /// <summary>Whether letter case does not count.</summary>
    public bool IgnoreCase { get; } = ignoreCase;

    /// <summary>The model that the index belongs to.</summary>
    public ModelMetadata Model => _model ?? throw new InvalidOperationException("The index belongs to no model yet.");

    /// <summary>The index's place among the model's indexes.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The column that its entries hold: of an Ordered index always one of the row's, of a computed one of another kind none of them; the first of several.</summary>
    public ColumnMetadata Column => _columns.Length > 0 ? Model.Columns[_columns[0]] : Subject;

    /// <summary>The order that it gives.</summary>
    internal IReadOnlyList<Storage.OrderColumn> Order => _order ??= [.. Columns.Select(column => new Storage.OrderColumn(Model.Columns[column]))];

    /// <summary>The column that queries see: the one that is indexed, the computed one, or the first of several.</summary>
    internal ColumnMetadata Subject => Computed is { IsElements: false } ? Computed.Column : Model.Columns[inputs[0]];

    /// <summary>The form of one value.</summary>
    internal ValueKind ValueKind => Computed?.Column.Kind ?? Column.Kind;

    /// <summary>Whether the token of a row is that of its field.</summary>
    internal bool IsOverField => Computed is null && !IgnoreCase;

    /// <summary>Whether it is one index over several columns.</summary>
    internal bool IsComposite => _columns.Length > 1;

    /// <summary>What it is over instead of its inputs.</summary>
    internal ComputedKeys? Computed { get; } = computed;

    /// <summary>What the words of a text are.</summary>
    internal IndexTokenizer Tokenizer { get; } = tokenizer ?? IndexTokenizer.Default;

    internal ReadOnlySpan<int> ColumnOrdinals => _columns;

    /// <summary>The declared columns that it is a function of.</summary>
    internal ReadOnlySpan<int> Inputs => inputs;

    internal void Attach(ModelMetadata model, int ordinal) => (_model, Ordinal) = (model, ordinal);

    /// <summary>Says which column of the row holds the value.</summary>
    internal void StoreIn(int column) => _columns = [column];
}
