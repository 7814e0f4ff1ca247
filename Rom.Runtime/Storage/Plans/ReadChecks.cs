using Rom.CompilerServices;

namespace Rom.Storage;

/// <summary>Something that was read and must still be so when a plan is committed.</summary>
internal abstract record ReadCheck(ModelMetadata Model);

/// <summary>A row has these fields, in column order; null: there is no row.</summary>
internal sealed record RowCheck(ModelMetadata Model, byte[] Key, byte[]?[]? Row) : ReadCheck(Model)
{
    /// <summary>The columns that were read, the key among them; null: all.</summary>
    public IReadOnlyList<int>? Columns { get; init; }
}

/// <summary>No row has a value in a unique.</summary>
internal sealed record FreeValueCheck(UniqueMetadata Unique, byte[] Value) : ReadCheck(Unique.Model);

/// <summary>So many rows match a filter, which is one leaf: every row, one range, or one token.</summary>
internal sealed record CountCheck(ModelMetadata Model, SearchFilter Filter, long Count) : ReadCheck(Model)
{
    /// <summary>Whether one command counts what a filter matches.</summary>
    public static bool CanCount(SearchFilter filter) => filter is ConstantFilter { Value: true }
        or RangeFilter { Ranges.Count: 1 }
        or PostingFilter { Negated: false, Tokens.Count: 1 };
}
