namespace Rom;

/// <summary>What an index answers.</summary>
public enum IndexKind
{
    /// <summary>The natural kind of the column's type: <see cref="Ordered"/> for numbers and dates, <see cref="Exact"/> for others.</summary>
    Natural,

    /// <summary>Comparisons, ranges, order and, on strings, <c>StartsWith</c>. O(log n + rows returned).</summary>
    Ordered,

    /// <summary><c>==</c>, <c>!=</c> and <c>In</c>. One set per value.</summary>
    Exact,

    /// <summary>The words of a text: <c>Contains</c> and, with <see cref="IndexAttribute.Prefix"/>, <c>StartsWith</c>.</summary>
    FullText,
}

/// <summary>
/// Indexes a column, so that queries may use it; on the class, one ordered index over several columns, which answers
/// equality on the first ones together with a range, an order or a page on the next.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true)]
public sealed class IndexAttribute : Attribute
{
    /// <summary>The natural index of the column's type.</summary>
    public IndexAttribute()
    {
    }

    /// <summary>An index of the named kind.</summary>
    /// <param name="kind">What the index answers.</param>
    public IndexAttribute(IndexKind kind) => Kind = kind;

    /// <summary>On a class: one ordered index over several columns.</summary>
    /// <param name="columns">The names of the properties, in the order of the index.</param>
    public IndexAttribute(params string[] columns)
    {
        Kind = IndexKind.Ordered;
        Columns = columns;
    }

    /// <summary>What the index answers.</summary>
    public IndexKind Kind { get; }

    /// <summary>The properties of an index over several columns; empty for an index on a property.</summary>
    public IReadOnlyList<string> Columns { get; } = [];

    /// <summary>On <see cref="IndexKind.FullText"/>: also keep the distinct words in order, so that <c>StartsWith</c> finds words by prefix.</summary>
    public bool Prefix { get; set; }
}
