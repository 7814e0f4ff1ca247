using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Rom.CompilerServices;
using Rom.Sessions;
using Rom.Storage;

namespace Rom;

/// <summary>
/// A reference to an entity: its key, and the entity itself once it is loaded. Two references are equal when their keys are. Only the key is stored,
/// and it is always indexed. To refer to another entity, set the property to another reference.
/// </summary>
/// <typeparam name="T">The model of the target.</typeparam>
public sealed class Ref<T> : IEquatable<Ref<T>>, IReference
    where T : class, IRomModel<T>
{
    private readonly RomKey _key;
    private T? _entity;

    private Ref(RomKey key, T? entity) => (_key, _entity) = (key, entity);

    /// <summary>The target's key; empty while the target is new and the store has not assigned one.</summary>
    public RomKey Key => _key.IsEmpty && _entity is { } entity ? new RomKey(T.ModelHandler.KeyOf(entity)) : _key;

    /// <summary>Whether <see cref="Value"/> is at hand.</summary>
    public bool IsLoaded => _entity is not null;

    /// <summary>The target.</summary>
    /// <exception cref="InvalidOperationException">It was not loaded, or it is gone.</exception>
    public T Value => _entity ?? throw new InvalidOperationException(
        $"The {T.ModelHandler.Model.Name} '{_key}' that this refers to is not loaded: await LoadAsync first. It gives null when the row is gone.");

    IRomEntity? IReference.Entity => _entity;

    byte[]? IReference.KeyText => Key.Text;

    /// <summary>A reference to the entity with a key, which need not be stored.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">The key is empty, or 0, which the store replaces by the next one.</exception>
    public static Ref<T> To(RomKey key) => key.IsEmpty || (T.ModelHandler.Model.KeyIsAssignedByStore && key == 0)
        ? throw new ArgumentException($"No entity of {T.ModelHandler.Model.Name} has such a key. To refer to a new entity, use the entity itself.", nameof(key))
        : new Ref<T>(key, null);

    /// <summary>A reference to an entity, which may be new: a unit of work stores both together.</summary>
    [return: NotNullIfNotNull(nameof(entity))]
    public static implicit operator Ref<T>?(T? entity) => entity is null ? null : new Ref<T>(default, entity);

    /// <summary>A reference to the entity with a key.</summary>
    public static implicit operator Ref<T>(RomKey key) => To(key);

    /// <summary>Whether both refer to the same entity.</summary>
    public static bool operator ==(Ref<T>? left, Ref<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they refer to different entities.</summary>
    public static bool operator !=(Ref<T>? left, Ref<T>? right) => !(left == right);

    /// <summary>Loads the target, unless it is at hand: null when its row is gone. One round trip: HMGET, O(columns).</summary>
    /// <param name="context">The database or session; a session gives the instance that it tracks.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public async Task<T?> LoadAsync(RomContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        if (_entity is not null) return _entity;
        EntityHandler handler = T.ModelHandler;
        byte[]?[]?[] rows = await context.Engine.FetchAsync(new FetchPlan(handler.Model, [_key.Text!]), cancellationToken).ConfigureAwait(false);
        if (rows[0] is { } row) _entity = (T)(context.Tracker is { } tracker ? tracker.Load(handler, row) : handler.Load(row));
        return _entity;
    }

    /// <inheritdoc/>
    public bool Equals(Ref<T>? other)
    {
        if (other is null) return false;
        RomKey key = Key;
        return key.IsEmpty ? ReferenceEquals(_entity, other._entity) : key == other.Key;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Ref<T>);

    /// <summary>That of the key; of a new entity without one, that of the object, so it changes when the entity is stored.</summary>
    public override int GetHashCode() => Key is { IsEmpty: false } key ? key.GetHashCode() : RuntimeHelpers.GetHashCode(_entity!);

    /// <summary>The model's name and the key.</summary>
    public override string ToString() => $"{T.ModelHandler.Model.Name} '{Key}'";

    internal static Ref<T> Stored(byte[] key) => new(new RomKey(key), null);
}
