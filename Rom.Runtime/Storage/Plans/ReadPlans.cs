using Rom.CompilerServices;

namespace Rom.Storage;

/// <summary>Rows by key.</summary>
internal sealed record FetchPlan(ModelMetadata Model, IReadOnlyList<byte[]> Keys);

/// <summary>The row that has a value in a unique.</summary>
internal sealed record LookupPlan(UniqueMetadata Unique, byte[] Value);

/// <summary>What a search returns.</summary>
internal enum SearchReturn
{
    Rows,
    Count,
}

/// <summary>Rows that match a filter, in an order, within a window.</summary>
/// <param name="Model">The model.</param>
/// <param name="Filter">Which rows.</param>
/// <param name="Order">The Ordered index whose order the rows have; null: the order of the keys' stored text.</param>
/// <param name="Descending">Whether the order, ties included, is reversed.</param>
/// <param name="Skip">How many rows to leave out first.</param>
/// <param name="Take">How many rows to return at most; null: all.</param>
/// <param name="Return">Rows or their number within the window.</param>
internal sealed record SearchPlan(
    ModelMetadata Model, SearchFilter Filter, IndexMetadata? Order, bool Descending, long Skip, long? Take, SearchReturn Return);

/// <summary>The answer to a search.</summary>
/// <param name="Rows">Each row's fields in column order.</param>
/// <param name="Count">How many rows are within the window.</param>
/// <param name="Visited">How many rows or index entries were looked at.</param>
internal sealed record SearchResult(IReadOnlyList<byte[]?[]> Rows, long Count, long Visited);
