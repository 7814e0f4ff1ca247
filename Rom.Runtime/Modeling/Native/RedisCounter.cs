using System.ComponentModel;
using Rom.CompilerServices;
using Rom.Storage;

namespace Rom;

/// <summary>A counter in Redis that belongs to an entity; 0 until it is first changed. Every member acts at once, in one round trip.</summary>
/// <remarks>Members throw <see cref="EntityDeletedException"/> when the entity's row is gone, and <see cref="RomException"/> before its first save.</remarks>
public sealed class RedisCounter
{
    private readonly NativeOwner _owner;

    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RedisCounter(NativeOwner owner) => _owner = owner;

    /// <summary>Adds to the counter; returns its new value. INCRBY, O(1).</summary>
    /// <exception cref="StoreException">The sum does not fit in a <see cref="long"/>; nothing was changed.</exception>
    public Task<long> IncrementAsync(RomContext context, long by = 1, CancellationToken cancellationToken = default) =>
        _owner.NumberAsync(context, NativeCommand.IncrBy, cancellationToken, NativeOwner.Number(by));

    /// <summary>The value. GET, O(1).</summary>
    public async Task<long> ValueAsync(RomContext context, CancellationToken cancellationToken = default) =>
        await _owner.RunAsync(context, NativeCommand.Get, cancellationToken).ConfigureAwait(false) is [{ } value, ..] ? _owner.Integer(value) : 0;

    /// <summary>Sets the value. SET, O(1).</summary>
    public Task SetAsync(RomContext context, long value, CancellationToken cancellationToken = default) =>
        _owner.RunAsync(context, NativeCommand.Set, cancellationToken, NativeOwner.Number(value));
}
