using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>A query as the user built it.</summary>
internal sealed record QuerySpec(SearchFilter Filter, IReadOnlyList<QueryOrder> Order, long Skip, long? Take)
{
    public static readonly QuerySpec Everything = new(ConstantFilter.All, Order: [], Skip: 0, Take: null);

    /// <summary>Whether a replica may answer.</summary>
    public bool FromReplica { get; init; }

    /// <summary>As LINQ: <c>Take(10).Skip(2)</c> leaves 8.</summary>
    public QuerySpec Skipping(long count) => this with
    {
        Skip = checked(Skip + count),
        Take = Take is { } take ? Math.Max(0, take - count) : null,
    };

    public QuerySpec Taking(long count) => this with { Take = Math.Min(Take ?? count, count) };
}

/// <summary>One step of an order.</summary>
/// <param name="Index">The index by which the column can be ordered.</param>
/// <param name="IsDescending">Its direction.</param>
/// <param name="Nulls">Where rows without a value come.</param>
/// <param name="From">Of a point: what its distance is taken from.</param>
internal sealed record QueryOrder(IndexMetadata Index, bool IsDescending, Nulls Nulls, GeoPoint? From = null);
