using System.ComponentModel;
using Rom.CompilerServices;
using Rom.Storage;

namespace Rom;

/// <summary>A set in Redis that belongs to an entity: no order, no value twice. Every member acts at once, in one round trip.</summary>
/// <typeparam name="T">A scalar type; values are the same when their stored texts are.</typeparam>
/// <remarks>Members throw <see cref="EntityDeletedException"/> when the entity's row is gone, and <see cref="RomException"/> before its first save.</remarks>
public sealed class RedisSet<T>
{
    private readonly NativeOwner _owner;
    private readonly NativeValue<T> _value;

    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RedisSet(NativeOwner owner, NativeValue<T> value) => (_owner, _value) = (owner, value);

    /// <summary>Adds a value; false when it was there. SADD, O(1).</summary>
    public async Task<bool> AddAsync(RomContext context, T value, CancellationToken cancellationToken = default) =>
        await _owner.NumberAsync(context, NativeCommand.SAdd, cancellationToken, _owner.Encode(_value, value)).ConfigureAwait(false) == 1;

    /// <summary>Adds values, 4,000 a command; returns how many were new. SADD, O(values).</summary>
    public Task<long> AddRangeAsync(RomContext context, IEnumerable<T> values, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.SAdd, _owner.EncodeAll(_value, values), sum: true, cancellationToken);

    /// <summary>Removes a value; false when it was not there. SREM, O(1).</summary>
    public async Task<bool> RemoveAsync(RomContext context, T value, CancellationToken cancellationToken = default) =>
        await _owner.NumberAsync(context, NativeCommand.SRem, cancellationToken, _owner.Encode(_value, value)).ConfigureAwait(false) == 1;

    /// <summary>Whether a value is there. SISMEMBER, O(1).</summary>
    public async Task<bool> ContainsAsync(RomContext context, T value, CancellationToken cancellationToken = default) =>
        await _owner.NumberAsync(context, NativeCommand.SIsMember, cancellationToken, _owner.Encode(_value, value)).ConfigureAwait(false) == 1;

    /// <summary>How many values there are. SCARD, O(1).</summary>
    public Task<long> CountAsync(RomContext context, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.SCard, cancellationToken);

    /// <summary>Every value, in no order. SMEMBERS, O(n).</summary>
    public async Task<List<T>> ToListAsync(RomContext context, CancellationToken cancellationToken = default) =>
        _owner.DecodeAll(_value, await _owner.RunAsync(context, NativeCommand.SMembers, cancellationToken).ConfigureAwait(false));

    /// <summary>Removes and returns some values, whichever the server chooses. SPOP, O(count).</summary>
    public async Task<List<T>> TakeAnyAsync(RomContext context, int count = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return _owner.DecodeAll(_value, await _owner.RunAsync(context, NativeCommand.SPop, cancellationToken, NativeOwner.Number(count)).ConfigureAwait(false));
    }

    /// <summary>Drops every value. DEL, O(n).</summary>
    public Task ClearAsync(RomContext context, CancellationToken cancellationToken = default) =>
        _owner.RunAsync(context, NativeCommand.Del, cancellationToken);
}
