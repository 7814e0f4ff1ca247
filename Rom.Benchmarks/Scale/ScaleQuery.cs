using ParcelQuery = Rom.RomQuery<Rom.Benchmarks.Scale.Parcel, long, Rom.Benchmarks.Scale.Parcel.Columns>;

namespace Rom.Benchmarks.Scale;

/// <summary>One question, as Rom asks it, as somebody writes it by hand, and as rom for Python does, if it can. All answer with keys or a count.</summary>
internal sealed record ScaleQuery(string Name, Func<RomDatabase, Task<long[]>> Rom, Func<HandQueries, Task<long[]>> Hand, Func<TempKeyQueries, Task<long[]>>? TempKey)
{
    /// <summary>Whether the query names an order, in which the answers must be.</summary>
    public bool IsOrdered { get; init; } = true;

    public static ScaleQuery Rows(string name, Func<ParcelQuery, ParcelQuery> rom, Func<HandQueries, Task<long[]>> hand, Func<TempKeyQueries, Task<long[]>>? tempKey) =>
        new(name, async database => [.. (await rom(Parcel.Query(database)).ToListAsync().ConfigureAwait(false)).Select(parcel => parcel.Id)], hand, tempKey);

    public static ScaleQuery Count(string name, Func<ParcelQuery, ParcelQuery> rom, Func<HandQueries, Task<long[]>> hand, Func<TempKeyQueries, Task<long[]>>? tempKey) =>
        new(name, async database => [await rom(Parcel.Query(database)).CountAsync().ConfigureAwait(false)], hand, tempKey);
}
