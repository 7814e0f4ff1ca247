using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>A query as the user built it.</summary>
internal sealed record QuerySpec(SearchFilter Filter, IndexMetadata? Order, bool Descending, long Skip, long? Take)
{
    public static readonly QuerySpec Everything = new(ConstantFilter.All, Order: null, Descending: false, Skip: 0, Take: null);

    /// <summary>As LINQ: <c>Take(10).Skip(2)</c> leaves 8.</summary>
    public QuerySpec Skipping(long count) => this with
    {
        Skip = checked(Skip + count),
        Take = Take is { } take ? Math.Max(0, take - count) : null,
    };
}
