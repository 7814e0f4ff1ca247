using System.ComponentModel;
using Rom.CompilerServices;
using Rom.Storage;

namespace Rom;

/// <summary>A hash in Redis that belongs to an entity: values by the name of a field. Every member acts at once, in one round trip.</summary>
/// <typeparam name="T">A scalar type.</typeparam>
/// <remarks>Members throw <see cref="EntityDeletedException"/> when the entity's row is gone, and <see cref="RomException"/> before its first save.</remarks>
public sealed class RedisHash<T>
{
    private readonly NativeOwner _owner;
    private readonly NativeValue<T> _value;

    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RedisHash(NativeOwner owner, NativeValue<T> value) => (_owner, _value) = (owner, value);

    /// <summary>Sets a field; false when it was there. HSET, O(1).</summary>
    public async Task<bool> SetAsync(RomContext context, string field, T value, CancellationToken cancellationToken = default) =>
        await _owner.NumberAsync(context, NativeCommand.HSet, cancellationToken, Name(field), _owner.Encode(_value, value)).ConfigureAwait(false) == 1;

    /// <summary>The value of a field, or <paramref name="absent"/> when there is none. HGET, O(1).</summary>
    public async Task<T?> GetAsync(RomContext context, string field, T? absent = default, CancellationToken cancellationToken = default) =>
        await _owner.RunAsync(context, NativeCommand.HGet, cancellationToken, Name(field)).ConfigureAwait(false) is [{ } value, ..] ? _owner.Decode(_value, value) : absent;

    /// <summary>Whether a field is there. HEXISTS, O(1).</summary>
    public async Task<bool> ContainsAsync(RomContext context, string field, CancellationToken cancellationToken = default) =>
        await _owner.NumberAsync(context, NativeCommand.HExists, cancellationToken, Name(field)).ConfigureAwait(false) == 1;

    /// <summary>Removes a field; false when it was not there. HDEL, O(1).</summary>
    public async Task<bool> RemoveAsync(RomContext context, string field, CancellationToken cancellationToken = default) =>
        await _owner.NumberAsync(context, NativeCommand.HDel, cancellationToken, Name(field)).ConfigureAwait(false) == 1;

    /// <summary>How many fields there are. HLEN, O(1).</summary>
    public Task<long> CountAsync(RomContext context, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.HLen, cancellationToken);

    /// <summary>Every field with its value. HGETALL, O(n).</summary>
    public async Task<Dictionary<string, T>> ToDictionaryAsync(RomContext context, CancellationToken cancellationToken = default) =>
        (await _owner.RunAsync(context, NativeCommand.HGetAll, cancellationToken).ConfigureAwait(false))
            .Chunk(2).ToDictionary(pair => _owner.Decode(NativeText.Instance, pair[0]!), pair => _owner.Decode(_value, pair[1]!), StringComparer.Ordinal);

    /// <summary>Drops every field. DEL, O(n).</summary>
    public Task ClearAsync(RomContext context, CancellationToken cancellationToken = default) =>
        _owner.RunAsync(context, NativeCommand.Del, cancellationToken);

    private byte[] Name(string field) => _owner.Encode(NativeText.Instance, field);
}
