using System.ComponentModel;
using Rom.CompilerServices;
using Rom.Serialization;
using Rom.Storage;

namespace Rom;

/// <summary>
/// A sorted set in Redis that belongs to an entity: values in order of their scores, those of one score in order of their stored bytes. Every
/// member acts at once, in one round trip.
/// </summary>
/// <typeparam name="T">A scalar type; values are the same when their stored texts are.</typeparam>
/// <remarks>Members throw <see cref="EntityDeletedException"/> when the entity's row is gone, and <see cref="RomException"/> before its first save.</remarks>
public sealed class RedisSortedSet<T>
{
    private readonly NativeOwner _owner;
    private readonly NativeValue<T> _value;

    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RedisSortedSet(NativeOwner owner, NativeValue<T> value) => (_owner, _value) = (owner, value);

    /// <summary>Gives a value a score; false when the value was there. ZADD, O(log n).</summary>
    public async Task<bool> AddAsync(RomContext context, T value, double score, CancellationToken cancellationToken = default) =>
        await _owner.NumberAsync(context, NativeCommand.ZAdd, cancellationToken, ScoreText.Write(score), _owner.Encode(_value, value)).ConfigureAwait(false) == 1;

    /// <summary>Adds to the score of a value, 0 where it is new; returns the new score. ZINCRBY, O(log n).</summary>
    public async Task<double> IncrementAsync(RomContext context, T value, double by, CancellationToken cancellationToken = default) =>
        ScoreText.Read((await _owner.RunAsync(context, NativeCommand.ZIncrBy, cancellationToken, ScoreText.Write(by), _owner.Encode(_value, value)).ConfigureAwait(false))[0]!);

    /// <summary>Removes a value; false when it was not there. ZREM, O(log n).</summary>
    public async Task<bool> RemoveAsync(RomContext context, T value, CancellationToken cancellationToken = default) =>
        await _owner.NumberAsync(context, NativeCommand.ZRem, cancellationToken, _owner.Encode(_value, value)).ConfigureAwait(false) == 1;

    /// <summary>The score of a value; null when it is not there. ZSCORE, O(1).</summary>
    public async Task<double?> ScoreAsync(RomContext context, T value, CancellationToken cancellationToken = default) =>
        await _owner.RunAsync(context, NativeCommand.ZScore, cancellationToken, _owner.Encode(_value, value)).ConfigureAwait(false) is [{ } score, ..]
            ? ScoreText.Read(score)
            : null;

    /// <summary>The place of a value, counted from 0 at the least or the greatest score; null when it is not there. ZRANK, O(log n).</summary>
    public async Task<long?> RankAsync(RomContext context, T value, bool descending = false, CancellationToken cancellationToken = default)
    {
        NativeCommand command = descending ? NativeCommand.ZRevRank : NativeCommand.ZRank;
        return await _owner.RunAsync(context, command, cancellationToken, _owner.Encode(_value, value)).ConfigureAwait(false) is [{ } rank, ..]
            ? _owner.Integer(rank)
            : null;
    }

    /// <summary>How many values there are. ZCARD, O(1).</summary>
    public Task<long> CountAsync(RomContext context, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.ZCard, cancellationToken);

    /// <summary>How many values have a score from one to another, both included. ZCOUNT, O(log n).</summary>
    public Task<long> CountAsync(RomContext context, double min, double max, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.ZCount, cancellationToken, ScoreText.Write(min), ScoreText.Write(max));

    /// <summary>The values from one place to another, both included; a negative one counts from the end. ZRANGE, O(log n + values).</summary>
    public async Task<List<(T Value, double Score)>> RangeAsync(
        RomContext context, long start = 0, long stop = -1, bool descending = false, CancellationToken cancellationToken = default) =>
        Scored(await _owner.RunAsync(context, descending ? NativeCommand.ZRevRange : NativeCommand.ZRange, cancellationToken,
            NativeOwner.Number(start), NativeOwner.Number(stop), "WITHSCORES"u8.ToArray()).ConfigureAwait(false));

    /// <summary>The values with a score from one to another, both included. ZRANGEBYSCORE, O(log n + values).</summary>
    public async Task<List<(T Value, double Score)>> RangeByScoreAsync(
        RomContext context, double min, double max, CancellationToken cancellationToken = default) =>
        Scored(await _owner.RunAsync(context, NativeCommand.ZRangeByScore, cancellationToken,
            ScoreText.Write(min), ScoreText.Write(max), "WITHSCORES"u8.ToArray()).ConfigureAwait(false));

    /// <summary>Drops every value. DEL, O(n).</summary>
    public Task ClearAsync(RomContext context, CancellationToken cancellationToken = default) =>
        _owner.RunAsync(context, NativeCommand.Del, cancellationToken);

    private List<(T Value, double Score)> Scored(byte[]?[] reply) =>
        reply.Chunk(2).ConvertAll(pair => (_owner.Decode(_value, pair[0]!), ScoreText.Read(pair[1]!)));
}
