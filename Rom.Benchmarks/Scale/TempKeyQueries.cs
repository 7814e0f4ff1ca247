using System.Globalization;
using Rom.Benchmarks.HandWritten;
using Rom.Benchmarks.Memory;
using StackExchange.Redis;

namespace Rom.Benchmarks.Scale;

/// <summary>
/// The algorithm of rom for Python: the first condition is copied into a temporary sorted set, each further one is intersected with it or cut off
/// by score, the order is one more intersection, and the first of what is left are read with HGETALL.
/// </summary>
internal sealed class TempKeyQueries(PlainParcels parcels)
{
    private static readonly HandScript CopyMatches = new("copy-matches");
    private static readonly RedisKey Copy = "parcel:temporary";

    private readonly IDatabase _database = parcels.Database;

    public Task<long[]> ByKeyAsync(long id) => RowsAsync([id]);

    public async Task<long[]> ByCodeAsync(string code) => await RowsAsync([await _database.HashGetAsync(PlainParcels.Codes, code).ConfigureAwait(false)]).ConfigureAwait(false);

    /// <summary>Sets that a row must be in, a range of scores, and an index that orders.</summary>
    public async Task<long[]> SearchAsync(RedisKey[] sets, (RedisKey Index, string Low, string High)? range, (RedisKey Index, int Weight)? order, int count)
    {
        List<Task> commands = [];
        Intersect(sets, weight: 0, commands);
        if (range is { } bounds)
        {
            Intersect([bounds.Index], weight: 1, commands);
            if (bounds.Low != "-inf") commands.Add(_database.ExecuteAsync("ZREMRANGEBYSCORE", Copy, "-inf", "(" + bounds.Low));
            if (bounds.High != "inf") commands.Add(_database.ExecuteAsync("ZREMRANGEBYSCORE", Copy, "(" + bounds.High, "inf"));
        }

        if (order is { } by) Intersect([by.Index], by.Weight, commands);
        return await TakeAsync(commands, count).ConfigureAwait(false);
    }

    public async Task<long[]> CountAsync(RedisKey[] sets)
    {
        List<Task> commands = [];
        Intersect(sets, weight: 0, commands);
        Task<long> count = _database.SortedSetLengthAsync(Copy);
        Task<bool> delete = _database.KeyDeleteAsync(Copy);
        await Task.WhenAll([.. commands, count, delete]).ConfigureAwait(false);
        return [await count.ConfigureAwait(false)];
    }

    public async Task<long[]> MatchesAsync(RedisKey index, string beginning, string pattern, int count)
    {
        string low = Score(beginning), high = Score(beginning.Length == 0 ? "\u007f" : beginning[..^1] + (char)(beginning[^1] + 1));
        RedisResult ids = await CopyMatches.EvaluateAsync(_database, [index, Copy], [low, high, beginning, pattern, count], CommandFlags.None).ConfigureAwait(false);
        return await RowsAsync((RedisValue[])ids!).ConfigureAwait(false);
    }

    public Task<long[]> NearestAsync(GeoPoint center, double kilometers, int count) => TakeAsync(
        [_database.ExecuteAsync("GEOSEARCHSTORE", Copy, PlainParcels.Places, "FROMLONLAT", center.Longitude, center.Latitude, "BYRADIUS", kilometers, "km", "STOREDIST")], count);

    private void Intersect(RedisKey[] indexes, int weight, List<Task> commands)
    {
        foreach (RedisKey index in indexes)
        {
            commands.Add(commands.Count == 0
                ? _database.ExecuteAsync("ZUNIONSTORE", Copy, 1, index, "WEIGHTS", weight)
                : _database.ExecuteAsync("ZINTERSTORE", Copy, 2, Copy, index, "WEIGHTS", 0, weight));
        }
    }

    private async Task<long[]> TakeAsync(IEnumerable<Task> commands, int count)
    {
        Task<RedisValue[]> ids = _database.SortedSetRangeByRankAsync(Copy, 0, count - 1);
        Task<bool> delete = _database.KeyDeleteAsync(Copy);
        await Task.WhenAll([.. commands, ids, delete]).ConfigureAwait(false);
        return await RowsAsync(await ids.ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<long[]> RowsAsync(IEnumerable<RedisValue> ids)
    {
        HashEntry[][] rows = await Task.WhenAll(ids.Select(id => _database.HashGetAllAsync(PlainParcels.Row(id)))).ConfigureAwait(false);
        return [.. rows.Select(row => (long)row.First(field => field.Name == "id").Value)];
    }

    private static string Score(string text) => PythonLayout.Score(text).ToString("R", CultureInfo.InvariantCulture);
}
