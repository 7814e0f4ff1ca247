using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>
/// What an entity remembers of its stored row. It is a field of the entity, equals any other (so that record equality is that
/// of the columns) and knows its owner (so that a <c>with</c> copy of a record is a new, untracked entity).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct EntityState : IEquatable<EntityState>
{
    private object? _owner;
    private byte[]?[]? _stored;
    private byte[]?[]? _baseline;
    private bool _deleted;

    internal readonly bool IsStored(object owner) => ReferenceEquals(_owner, owner) && _stored is not null && !_deleted;

    internal readonly bool IsDeleted(object owner) => ReferenceEquals(_owner, owner) && _deleted;

    /// <summary>The row's fields as they were last read or written, by ordinal; null for a new entity.</summary>
    internal readonly byte[]?[]? Stored(object owner) => ReferenceEquals(_owner, owner) ? _stored : null;

    /// <summary>What an unchanged entity would write: the stored row, with the defaults that stand in for fields it lacks.</summary>
    internal readonly byte[]?[]? Baseline(object owner) => ReferenceEquals(_owner, owner) ? _baseline : null;

    internal void Set(object owner, byte[]?[] stored, byte[]?[]? baseline = null)
    {
        _owner = owner;
        _stored = stored;
        _baseline = baseline ?? stored;
        _deleted = false;
    }

    internal void SetDeleted(object owner)
    {
        _owner = owner;
        _deleted = true;
    }

    /// <summary>Always true: tracking is no part of an entity's value.</summary>
    public readonly bool Equals(EntityState other) => true;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is EntityState;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => 0;

    /// <summary>Always true.</summary>
    public static bool operator ==(EntityState left, EntityState right) => true;

    /// <summary>Always false.</summary>
    public static bool operator !=(EntityState left, EntityState right) => false;
}
