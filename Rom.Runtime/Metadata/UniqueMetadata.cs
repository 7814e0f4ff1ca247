using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>One unique of a model.</summary>
/// <param name="name">The name that its key carries.</param>
/// <param name="inputs">The ordinals of the columns that it is a function of: one, several for a unique over several, or those that are computed from.</param>
/// <param name="ignoreCase">Whether letter case does not count.</param>
/// <param name="computed">What it is over instead of its inputs.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UniqueMetadata(string name, int[] inputs, bool ignoreCase = false, ComputedKeys? computed = null)
{
    private ModelMetadata? _model;

    /// <summary>One column's unique.</summary>
    /// <param name="name">The name that its key carries.</param>
    /// <param name="column">The ordinal of its column.</param>
    public UniqueMetadata(string name, int column)
        : this(name, [column])
    {
    }

    /// <summary>The name that its key carries.</summary>
    public string Name { get; } = name;

    /// <summary>Whether letter case does not count.</summary>
    public bool IgnoreCase { get; } = ignoreCase;

    /// <summary>The model that the unique belongs to.</summary>
    public ModelMetadata Model => _model ?? throw new InvalidOperationException("The unique belongs to no model yet.");

    /// <summary>The unique's place among the model's uniques.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The column that queries see: the one whose values are unique, the computed one, or the first of several.</summary>
    public ColumnMetadata Column => Computed?.Column ?? Model.Columns[inputs[0]];

    /// <summary>Whether the value of a row is the token of its field.</summary>
    internal bool IsOverField => Computed is null && !IgnoreCase && inputs.Length == 1;

    /// <summary>Whether it is over several columns together.</summary>
    internal bool IsComposite => Computed is null && inputs.Length > 1;

    /// <summary>What it is over instead of its inputs.</summary>
    internal ComputedKeys? Computed { get; } = computed;

    /// <summary>The declared columns that it is a function of.</summary>
    internal ReadOnlySpan<int> Inputs => inputs;

    internal void Attach(ModelMetadata model, int ordinal) => (_model, Ordinal) = (model, ordinal);
}
