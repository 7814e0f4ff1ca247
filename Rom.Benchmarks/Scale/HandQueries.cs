using System.Text;
using System.Text.RegularExpressions;
using StackExchange.Redis;

namespace Rom.Benchmarks.Scale;

/// <summary>The best sequence of commands that a careful person finds for each query alone; ids in the order that the query asks for.</summary>
internal sealed class HandQueries(PlainParcels parcels)
{
    private const int Page = 50, Texts = 500;

    private readonly IDatabase _database = parcels.Database;

    public Task<long[]> ByKeyAsync(long id) => RowsAsync([id]);

    public async Task<long[]> ByCodeAsync(string code) => await RowsAsync([await _database.HashGetAsync(PlainParcels.Codes, code).ConfigureAwait(false)]).ConfigureAwait(false);

    public async Task<long[]> HighestAsync(RedisKey index, int count) =>
        await RowsAsync(await _database.SortedSetRangeByRankAsync(index, 0, count - 1, Order.Descending).ConfigureAwait(false)).ConfigureAwait(false);

    public async Task<long[]> RangeAsync(RedisKey index, long from, long to, int count, Order order = Order.Ascending) =>
        await RowsAsync(await _database.SortedSetRangeByScoreAsync(index, from, to, Exclude.None, order, 0, count).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Members that are a text, a separator and the id.</summary>
    public async Task<long[]> BeginningAsync(RedisKey index, string beginning, char separator, int count)
    {
        RedisValue high = beginning.Length == 0 ? default : (byte[])[.. Encoding.UTF8.GetBytes(beginning), 0xFF];
        RedisValue[] members = await _database.SortedSetRangeByValueAsync(index, beginning, high, Exclude.None, 0, count).ConfigureAwait(false);
        return await RowsAsync(members.Select(member => Id(member, separator))).ConfigureAwait(false);
    }

    /// <summary>Pages of the texts with a literal beginning, matched by the client.</summary>
    public async Task<long[]> LikeAsync(string beginning, Regex pattern)
    {
        RedisValue low = beginning, high = (byte[])[.. Encoding.UTF8.GetBytes(beginning), 0xFF];
        List<RedisValue> found = [];
        while (true)
        {
            RedisValue[] members = await _database.SortedSetRangeByValueAsync(PlainParcels.Senders, low, high, Exclude.Start, 0, Texts).ConfigureAwait(false);
            found.AddRange(members.Where(member => pattern.IsMatch(Text(member))).Select(member => Id(member, '\0')));
            if (members.Length < Texts) break;
            low = members[^1];
        }

        return await RowsAsync(found).ConfigureAwait(false);
    }

    /// <summary>Rows of two sets, by key.</summary>
    public async Task<long[]> BothAsync(RedisKey smaller, RedisKey larger, int count)
    {
        RedisValue[] ids = await _database.SetCombineAsync(SetOperation.Intersect, smaller, larger).ConfigureAwait(false);
        return await RowsAsync(ids.OrderBy(id => (string)id!, StringComparer.Ordinal).Take(count)).ConfigureAwait(false);
    }

    public Task<long> CountOfSetAsync(RedisKey set) => _database.SetLengthAsync(set);

    public async Task<long> CountOfBothAsync(RedisKey smaller, RedisKey larger) =>
        (long)await _database.ExecuteAsync("SINTERCARD", 2, smaller, larger).ConfigureAwait(false);

    /// <summary>Walks an order and asks of each page which rows are members of a set, and have a weight of at least so much.</summary>
    public async Task<long[]> WalkAsync(RedisKey order, RedisKey set, bool isMember, long weight, int count)
    {
        List<RedisValue> found = [];
        for (int at = 0; found.Count < count; at += Page)
        {
            RedisValue[] ids = await _database.SortedSetRangeByRankAsync(order, at, at + Page - 1).ConfigureAwait(false);
            if (ids.Length == 0) break;
            Task<RedisResult> members = _database.ExecuteAsync("SMISMEMBER", [set, .. ids]);
            Task<RedisResult>? weights = weight == 0 ? null : _database.ExecuteAsync("ZMSCORE", [PlainParcels.Weights, .. ids]);
            long[] isIn = (long[])(await members.ConfigureAwait(false))!;
            double[]? weighs = weights is null ? null : (double[])(await weights.ConfigureAwait(false))!;
            found.AddRange(ids.Where((_, i) => isIn[i] == 1 == isMember && (weighs is null || weighs[i] >= weight)));
        }

        return await RowsAsync(found.Take(count)).ConfigureAwait(false);
    }

    public async Task<long[]> NearestAsync(GeoPoint center, double kilometers, int count)
    {
        RedisResult ids = await _database.ExecuteAsync(
            "GEOSEARCH", PlainParcels.Places, "FROMLONLAT", center.Longitude, center.Latitude, "BYRADIUS", kilometers, "km", "ASC", "COUNT", count).ConfigureAwait(false);
        return await RowsAsync((RedisValue[])ids!).ConfigureAwait(false);
    }

    /// <summary>All ties of the first column, ordered by another that no index has beside it.</summary>
    public async Task<long[]> TiesByInsuredAsync(int count)
    {
        RedisValue[] ids = await _database.SortedSetRangeByScoreAsync(PlainParcels.Priorities, 0, 0).ConfigureAwait(false);
        RedisValue[] insured = await Task.WhenAll(ids.Select(id => _database.HashGetAsync(PlainParcels.Row(id), "Insured"))).ConfigureAwait(false);
        IEnumerable<RedisValue> first = ids.Zip(insured, (id, value) => (Id: id, Insured: value.IsNull ? -1 : (long)value))
            .OrderBy(row => row.Insured).ThenBy(row => (string)row.Id!, StringComparer.Ordinal).Take(count).Select(row => row.Id);
        return await RowsAsync(first).ConfigureAwait(false);
    }

    private async Task<long[]> RowsAsync(IEnumerable<RedisValue> ids)
    {
        RedisValue[][] rows = await Task.WhenAll(ids.Select(id => _database.HashGetAsync(PlainParcels.Row(id), PlainParcels.Fields))).ConfigureAwait(false);
        return [.. rows.Select(row => (long)row[0])];
    }

    private static string Text(RedisValue member) => ((string)member!).Split('\0')[0];

    private static RedisValue Id(RedisValue member, char separator)
    {
        string text = member!;
        return text[(text.LastIndexOf(separator) + 1)..];
    }
}
