using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>Calls a model's method on the typed columns of a row and hands over what it returns. Generated; it touches stored values only.</summary>
/// <param name="row">The row.</param>
/// <param name="keys">Takes what the method returns.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void ComputeKeys(in RowReader row, KeyWriter keys);

/// <summary>What an index or unique is over when it is not a column: the values that a static method of the model computes.</summary>
/// <param name="method">The method's name.</param>
/// <param name="name">The name of the column that queries see.</param>
/// <param name="kind">The form of the stored text.</param>
/// <param name="compute">The generated call.</param>
/// <param name="revision">The version of what the method computes.</param>
/// <param name="elements">Whether it is the elements of a column rather than what a method computes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ComputedKeys(string method, string name, ValueKind kind, ComputeKeys compute, int revision = 1, bool elements = false)
{
    /// <summary>The ordinal of a column that only queries see.</summary>
    internal const int NotInTheRow = -1;

    /// <summary>The method's name.</summary>
    public string Method { get; } = method;

    /// <summary>The version of what the method computes.</summary>
    public int Revision { get; } = revision;

    /// <summary>Whether it is the elements of a column, which queries then see, rather than what a method computes.</summary>
    internal bool IsElements { get; } = elements;

    /// <summary>The column that queries see, and the form of one value. It is one of the row's only where an Ordered index stores the value.</summary>
    internal ColumnMetadata Column { get; } = new(name, DerivedColumns.StoredName(name), kind, mayHaveDefault: false);

    internal ComputeKeys Compute { get; } = compute;
}
