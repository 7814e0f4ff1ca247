using Rom.CompilerServices;

namespace Rom.Storage;

/// <summary>Which rows a search means. Leaves are exact and negation is pushed down to them, so that engines only see And, Or and leaves.</summary>
internal abstract record SearchFilter
{
    /// <summary>How deep a filter may be nested; chains of one operator are flat and do not count.</summary>
    private const int MaxDepth = 500;

    /// <summary>How deep it is nested.</summary>
    public virtual int Depth => 1;

    /// <summary>What it combines, if it does.</summary>
    public virtual IReadOnlyList<SearchFilter> Parts => [];

    public abstract SearchFilter Negate();

    private protected static int DepthOf(IReadOnlyList<SearchFilter> parts)
    {
        int depth = 1 + parts.Max(part => part.Depth);
        return depth <= MaxDepth ? depth : throw new QueryException($"A filter is nested deeper than {MaxDepth} levels. Combine its parts in one chain of && or ||, or use In.");
    }
}

/// <summary>Every row, or none.</summary>
internal sealed record ConstantFilter(bool Value) : SearchFilter
{
    public static readonly ConstantFilter All = new(true), None = new(false);

    public override SearchFilter Negate() => Value ? None : All;
}

internal sealed record AndFilter(IReadOnlyList<SearchFilter> Parts) : SearchFilter
{
    public override IReadOnlyList<SearchFilter> Parts { get; } = Parts;

    public override int Depth { get; } = DepthOf(Parts);

    /// <summary>Both; a chain of them is one filter with many parts.</summary>
    public static AndFilter Of(SearchFilter left, SearchFilter right) =>
        new([.. left is AndFilter first ? first.Parts : [left], .. right is AndFilter second ? second.Parts : [right]]);

    public override SearchFilter Negate() => new OrFilter([.. Parts.Select(part => part.Negate())]);
}

internal sealed record OrFilter(IReadOnlyList<SearchFilter> Parts) : SearchFilter
{
    public override IReadOnlyList<SearchFilter> Parts { get; } = Parts;

    public override int Depth { get; } = DepthOf(Parts);

    /// <summary>Either; a chain of them is one filter with many parts.</summary>
    public static OrFilter Of(SearchFilter left, SearchFilter right) =>
        new([.. left is OrFilter first ? first.Parts : [left], .. right is OrFilter second ? second.Parts : [right]]);

    public override SearchFilter Negate() => new AndFilter([.. Parts.Select(part => part.Negate())]);
}

/// <summary>Rows whose encoding in an Ordered index lies in one of some disjoint, ascending ranges. Every row has one, null included.</summary>
internal sealed record RangeFilter(IndexMetadata Index, IReadOnlyList<ByteRange> Ranges) : SearchFilter
{
    public override SearchFilter Negate() => new RangeFilter(Index, ByteRanges.Complement(Ranges));
}

/// <summary>Rows that have any of some tokens in an Exact or FullText index; the null token means rows whose value is null.</summary>
internal sealed record PostingFilter(IndexMetadata Index, IReadOnlyList<byte[]?> Tokens, bool Negated = false) : SearchFilter
{
    public override SearchFilter Negate() => this with { Negated = !Negated };
}

/// <summary>Rows that have, in a FullText index, a word with a prefix, the word or the reversed one; and, if there is a pattern, one that is like it.</summary>
internal sealed record WordFilter(IndexMetadata Index, byte[] Prefix, LikePattern? Pattern = null, bool Reversed = false, bool Negated = false) : SearchFilter
{
    public override SearchFilter Negate() => this with { Negated = !Negated };
}

/// <summary>Rows that have any of some values in a unique.</summary>
internal sealed record UniqueFilter(UniqueMetadata Unique, IReadOnlyList<byte[]> Values, bool Negated = false) : SearchFilter
{
    public override SearchFilter Negate() => this with { Negated = !Negated };
}

/// <summary>Rows whose column is null.</summary>
internal sealed record NullFilter(ColumnMetadata Column, bool Negated = false) : SearchFilter
{
    public override SearchFilter Negate() => this with { Negated = !Negated };
}

/// <summary>Rows with any of some keys.</summary>
internal sealed record KeyFilter(IReadOnlyList<byte[]> Keys, bool Negated = false) : SearchFilter
{
    public override SearchFilter Negate() => this with { Negated = !Negated };
}

/// <summary>Rows whose whole text in an Ordered index is like a pattern; the ranges hold every text with the pattern's literal beginning.</summary>
internal sealed record LikeFilter(IndexMetadata Index, IReadOnlyList<ByteRange> Ranges, LikePattern Pattern, bool Negated = false) : SearchFilter
{
    public override SearchFilter Negate() => this with { Negated = !Negated };
}

/// <summary>How two columns of one row compare.</summary>
internal enum ColumnOperator
{
    Equal,
    Less,
    LessOrEqual,
}

/// <summary>Rows in which one column compares with another, as C# compares the loaded properties.</summary>
internal sealed record CompareFilter(ColumnMetadata Left, ColumnOperator Operator, ColumnMetadata Right, bool Negated = false) : SearchFilter
{
    public override SearchFilter Negate() => this with { Negated = !Negated };
}

/// <summary>Rows whose whole text, in an Ordered index with Suffix, ends with another.</summary>
internal sealed record SuffixFilter(IndexMetadata Index, byte[] Suffix, bool Negated = false) : SearchFilter
{
    public override SearchFilter Negate() => this with { Negated = !Negated };
}

/// <summary>Rows whose point lies in an area.</summary>
internal sealed record GeoFilter(IndexMetadata Index, GeoArea Area, bool Negated = false) : SearchFilter
{
    public override SearchFilter Negate() => this with { Negated = !Negated };
}
