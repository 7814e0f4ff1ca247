using Rom.Storage;

namespace Rom;

/// <summary>
/// A condition on the rows of a model, made by the operators of its columns and combined with <c>&amp;&amp;</c>, <c>||</c> and <c>!</c>.
/// There is no conversion from bool.
/// </summary>
public sealed class Filter
{
    internal Filter(SearchFilter node) => Node = node;

    internal SearchFilter Node { get; }

    /// <summary>Rows that match both.</summary>
    public static Filter operator &(Filter left, Filter right) => new(AndFilter.Of(left.Node, right.Node));

    /// <summary>Rows that match either.</summary>
    public static Filter operator |(Filter left, Filter right) => new(OrFilter.Of(left.Node, right.Node));

    /// <summary>Every other row, those without a value included.</summary>
    public static Filter operator !(Filter filter) => new(filter.Node.Negate());

    /// <summary>Always false, so that <c>||</c> takes both sides.</summary>
    public static bool operator true(Filter filter) => false;

    /// <summary>Always false, so that <c>&amp;&amp;</c> takes both sides.</summary>
    public static bool operator false(Filter filter) => false;
}
