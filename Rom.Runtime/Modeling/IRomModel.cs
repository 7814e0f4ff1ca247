using System.ComponentModel;
using Rom.CompilerServices;

namespace Rom;

/// <summary>Any model. The generator implements it.</summary>
public interface IRomModel
{
    /// <summary>The model's stored name, columns, indexes and uniques.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ModelMetadata Metadata { get; }
}

/// <summary>What the generator implements on every model, as far as it needs no types of key and columns: a <see cref="Ref{T}"/> reaches its target by it.</summary>
/// <typeparam name="TSelf">The model.</typeparam>
public interface IRomModel<TSelf> : IRomModel, IRomEntity
    where TSelf : class, IRomModel<TSelf>
{
    /// <summary>What the runtime does with entities of this model.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract EntityHandler ModelHandler { get; }
}

/// <summary>
/// What the generator implements on every model, as static abstract members: generic code and tests reach a model through it
/// without reflection.
/// </summary>
/// <typeparam name="TSelf">The model.</typeparam>
/// <typeparam name="TKey">The type of its key.</typeparam>
/// <typeparam name="TColumns">Its typed columns, as lambdas of a query see them.</typeparam>
public interface IRomModel<TSelf, TKey, TColumns> : IRomModel<TSelf>
    where TSelf : class, IRomModel<TSelf, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    /// <summary>The typed columns.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TColumns TypedColumns { get; }

    /// <summary>Makes an entity whose property initializers have run and nothing else.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf CreateEntity();

    /// <summary>The key of an entity.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TKey GetKey(TSelf entity);

    /// <summary>Sets the key of an entity.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void SetKey(TSelf entity, TKey key);

    /// <summary>The stored text of a key, or null when the key is still to be assigned (0, an empty Guid).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract byte[]? EncodeKey(TKey key);

    /// <summary>The key that a stored text stands for.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TKey DecodeKey(byte[] text);

    /// <summary>Sets the columns of a new entity from a row.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void ReadRow(TSelf entity, in RowReader row);

    /// <summary>Writes the stored form of every column but the key.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void WriteRow(TSelf entity, ref RowWriter row);

    /// <summary>Copies every column but the key from one entity to another.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void CopyColumns(TSelf from, TSelf to);

    /// <summary>Sets the version of an entity; nothing where the model has none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void SetVersion(TSelf entity, long version);

    /// <summary>Calls the entity's own code at a point of a save or delete, where it has any.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void RunHook(TSelf entity, EntityHook hook);

    /// <summary>What is known of the entity's stored row.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ref EntityState StateOf(TSelf entity);
}
