using System.ComponentModel;
using Rom.Sessions;

namespace Rom.CompilerServices;

/// <summary>The static members of a model, behind virtual calls: a unit of work holds entities of many models and is compiled once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EntityHandler
{
    private protected EntityHandler()
    {
    }

    internal abstract ModelMetadata Model { get; }

    internal abstract ref EntityState StateOf(IRomEntity entity);

    /// <summary>The stored text of an entity's key; null when the store is to assign it or the caller has not set it.</summary>
    internal abstract byte[]? KeyOf(IRomEntity entity);

    internal abstract void SetKey(IRomEntity entity, byte[] key);

    internal abstract void SetVersion(IRomEntity entity, long version);

    internal abstract void RunHook(IRomEntity entity, EntityHook hook);

    /// <summary>The key to insert an entity with, made here when it is a Guid; null when the store is to assign it.</summary>
    internal abstract byte[]? TakeKey(IRomEntity entity);

    /// <summary>The stored form of an entity's columns; unchanged ones are the very arrays of the baseline.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="baseline">What an unchanged entity would write.</param>
    /// <param name="key">The stored text of the key; null: that of the baseline.</param>
    /// <param name="pending">Takes references to entities that have no key yet; null: they are an error.</param>
    internal abstract byte[]?[] Encode(IRomEntity entity, byte[]?[]? baseline, byte[]? key, List<PendingReference>? pending = null);

    internal abstract IRomEntity Load(byte[]?[] row);

    /// <summary>Sets the columns of an entity from a row, and drops its changes.</summary>
    internal abstract void Reload(IRomEntity entity, byte[]?[] row);
}

/// <summary>The handler of one model.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TKey">The type of its key.</typeparam>
/// <typeparam name="TColumns">Its typed columns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityHandler<TModel, TKey, TColumns> : EntityHandler
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    private EntityHandler()
    {
    }

    /// <summary>The one of this model.</summary>
    public static EntityHandler<TModel, TKey, TColumns> Instance { get; } = new();

    internal override ModelMetadata Model => TModel.Metadata;

    internal override ref EntityState StateOf(IRomEntity entity) => ref TModel.StateOf((TModel)entity);

    internal override byte[]? KeyOf(IRomEntity entity) => EntityKeys<TModel, TKey, TColumns>.Of((TModel)entity);

    internal override void SetKey(IRomEntity entity, byte[] key) => TModel.SetKey((TModel)entity, TModel.DecodeKey(key));

    internal override void SetVersion(IRomEntity entity, long version) => TModel.SetVersion((TModel)entity, version);

    internal override void RunHook(IRomEntity entity, EntityHook hook) => TModel.RunHook((TModel)entity, hook);

    internal override byte[]? TakeKey(IRomEntity entity) => EntityKeys<TModel, TKey, TColumns>.Take((TModel)entity);

    internal override byte[]?[] Encode(IRomEntity entity, byte[]?[]? baseline, byte[]? key, List<PendingReference>? pending = null) =>
        EntityOperations<TModel, TKey, TColumns>.Encode((TModel)entity, baseline, key, pending);

    internal override IRomEntity Load(byte[]?[] row) => EntityOperations<TModel, TKey, TColumns>.Load(row);

    internal override void Reload(IRomEntity entity, byte[]?[] row) => EntityOperations<TModel, TKey, TColumns>.Reload((TModel)entity, row);
}
