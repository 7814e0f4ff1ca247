using System.ComponentModel;
using Rom.CompilerServices;
using Rom.Storage;

namespace Rom;

/// <summary>A list in Redis that belongs to an entity. Every member acts at once, in one round trip.</summary>
/// <typeparam name="T">A scalar type.</typeparam>
/// <remarks>Members throw <see cref="EntityDeletedException"/> when the entity's row is gone, and <see cref="RomException"/> before its first save.</remarks>
public sealed class RedisList<T>
{
    private readonly NativeOwner _owner;
    private readonly NativeValue<T> _value;

    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RedisList(NativeOwner owner, NativeValue<T> value) => (_owner, _value) = (owner, value);

    /// <summary>Appends a value; returns the length. RPUSH, O(1).</summary>
    public Task<long> AddAsync(RomContext context, T value, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.RPush, cancellationToken, _owner.Encode(_value, value));

    /// <summary>Appends values, 4,000 a command; returns the length. RPUSH, O(values).</summary>
    public Task<long> AddRangeAsync(RomContext context, IEnumerable<T> values, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.RPush, _owner.EncodeAll(_value, values), sum: false, cancellationToken);

    /// <summary>Puts a value before the first; returns the length. LPUSH, O(1).</summary>
    public Task<long> AddFirstAsync(RomContext context, T value, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.LPush, cancellationToken, _owner.Encode(_value, value));

    /// <summary>Takes values off the beginning, the first one first; fewer when there are fewer. LPOP, O(count).</summary>
    public async Task<List<T>> TakeFirstAsync(RomContext context, int count = 1, CancellationToken cancellationToken = default) =>
        _owner.DecodeAll(_value, await _owner.RunAsync(context, NativeCommand.LPop, cancellationToken, Count(count)).ConfigureAwait(false));

    /// <summary>Takes values off the end, the last one first; fewer when there are fewer. RPOP, O(count).</summary>
    public async Task<List<T>> TakeLastAsync(RomContext context, int count = 1, CancellationToken cancellationToken = default) =>
        _owner.DecodeAll(_value, await _owner.RunAsync(context, NativeCommand.RPop, cancellationToken, Count(count)).ConfigureAwait(false));

    /// <summary>The values from one index to another, both included; a negative one counts from the end. LRANGE, O(start + values).</summary>
    public async Task<List<T>> RangeAsync(RomContext context, long start = 0, long stop = -1, CancellationToken cancellationToken = default) =>
        _owner.DecodeAll(_value, await _owner.RunAsync(context, NativeCommand.LRange, cancellationToken, NativeOwner.Number(start), NativeOwner.Number(stop)).ConfigureAwait(false));

    /// <summary>How many values there are. LLEN, O(1).</summary>
    public Task<long> CountAsync(RomContext context, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.LLen, cancellationToken);

    /// <summary>Removes every occurrence of a value; returns how many there were. LREM, O(n).</summary>
    public Task<long> RemoveAsync(RomContext context, T value, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.LRem, cancellationToken, NativeOwner.Number(0), _owner.Encode(_value, value));

    /// <summary>Keeps the values from one index to another, both included, and drops all others. LTRIM, O(values dropped).</summary>
    public Task TrimAsync(RomContext context, long start, long stop, CancellationToken cancellationToken = default) =>
        _owner.RunAsync(context, NativeCommand.LTrim, cancellationToken, NativeOwner.Number(start), NativeOwner.Number(stop));

    /// <summary>Drops every value. DEL, O(n).</summary>
    public Task ClearAsync(RomContext context, CancellationToken cancellationToken = default) =>
        _owner.RunAsync(context, NativeCommand.Del, cancellationToken);

    private static byte[] Count(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return NativeOwner.Number(count);
    }
}
