using Rom.CompilerServices;

namespace Rom.Storage;

/// <summary>What a search returns.</summary>
internal enum SearchReturn
{
    Rows,
    Count,
}

/// <summary>Rows that match conditions, in an order, within a window.</summary>
/// <param name="Model">The model.</param>
/// <param name="Conditions">What a row must meet, all of it.</param>
/// <param name="Return">Rows or their number within the window.</param>
internal sealed record SearchPlan(ModelMetadata Model, IReadOnlyList<SearchFilter> Conditions, SearchReturn Return)
{
    private const int SmallWindow = 2_000;

    /// <summary>The columns that rows are ordered by, before the key's stored text.</summary>
    public IReadOnlyList<OrderColumn> Order { get; init; } = [];

    /// <summary>Whether the whole order, ties included, is reversed.</summary>
    public bool Descending { get; init; }

    /// <summary>The index that has this order, if one does.</summary>
    public SearchWalk? Walk { get; init; }

    /// <summary>An index of the first column of an order that no index gives: rows of one value come together in it.</summary>
    public SearchWalk? Groups { get; init; }

    /// <summary>How many rows to leave out first.</summary>
    public long Skip { get; init; }

    /// <summary>How many rows to return at most; null: all.</summary>
    public long? Take { get; init; }

    /// <summary>Only rows beyond this place of the order.</summary>
    public OrderPosition? After { get; init; }

    /// <summary>The columns to read besides the key; null: all.</summary>
    public IReadOnlyList<int>? Columns { get; init; }

    /// <summary>Whether rows may come in any order.</summary>
    public bool IsUnordered { get; init; }

    /// <summary>Whether a row may come more than once.</summary>
    public bool AllowsRepeats { get; init; }

    /// <summary>Whether a replica may answer.</summary>
    public bool FromReplica { get; init; }

    /// <summary>Whether the window is so small that what is outside of it should not be read.</summary>
    public bool IsSmallWindow => Return == SearchReturn.Rows && Take is { } take && Skip <= SmallWindow && take <= SmallWindow - Skip;
}

/// <summary>The answer to a search.</summary>
/// <param name="Rows">Each row's fields in column order.</param>
/// <param name="Count">How many rows are within the window.</param>
/// <param name="Visited">How many rows or index entries were looked at.</param>
internal sealed record SearchResult(IReadOnlyList<byte[]?[]> Rows, long Count, long Visited);
