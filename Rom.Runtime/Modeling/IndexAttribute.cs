namespace Rom;

/// <summary>What an index answers.</summary>
public enum IndexKind
{
    /// <summary>The natural kind of the column's type: <see cref="Ordered"/> for numbers and dates, <see cref="Geo"/> for points, <see cref="Exact"/> for others.</summary>
    Natural,

    /// <summary>Comparisons, ranges, order and, on strings, <c>StartsWith</c>. O(log n + rows returned).</summary>
    Ordered,

    /// <summary><c>==</c>, <c>!=</c> and <c>In</c>. One set per value.</summary>
    Exact,

    /// <summary>
    /// The words of a text: <c>Contains</c> and, with <see cref="IndexAttribute.Prefix"/> and <see cref="IndexAttribute.Suffix"/>, <c>StartsWith</c>
    /// and <c>EndsWith</c> of words. One set per word.
    /// </summary>
    FullText,

    /// <summary>Points by distance: <c>Within</c> and <c>WithinBox</c>. One entry in a geo sorted set per row.</summary>
    Geo,
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

    /// <summary>
    /// The name that the index's keys carry; the column's stored name when not set. With <see cref="Keys"/> it is also the name of a column
    /// in queries.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// A static method of the model that computes what is indexed, best named with <c>nameof</c>. Its parameters are matched to columns by
    /// name. It returns a text, several texts, a number or any other value that a column can hold; null is indexed as no value. It must
    /// depend on its arguments only: raise <see cref="Revision"/> whenever it gives another result for any of them.
    /// </summary>
    public string? Keys { get; set; }

    /// <summary>On <see cref="IndexKind.FullText"/>: also keep the distinct words in order, so that <c>StartsWith</c> finds words by prefix.</summary>
    public bool Prefix { get; set; }

    /// <summary>
    /// Also keep the text, or on <see cref="IndexKind.FullText"/> the distinct words, in the order of their reversed bytes, so that
    /// <c>EndsWith</c> is a range. One more sorted set entry per row, or per distinct word.
    /// </summary>
    public bool Suffix { get; set; }

    /// <summary>
    /// Letter case does not count, by a table that ships with Rom: in comparisons, order, prefixes and suffixes. An Ordered index then stores
    /// the folded text in the row too.
    /// </summary>
    public bool IgnoreCase { get; set; }

    /// <summary>On <see cref="IndexKind.FullText"/>: an <see cref="ITextTokenizer"/> that says what the words of a text are.</summary>
    public Type? Tokenizer { get; set; }

    /// <summary>The version of what <see cref="Keys"/> computes; part of the schema record, so that programs that compute differently never mix.</summary>
    public int Revision { get; set; } = 1;
}
