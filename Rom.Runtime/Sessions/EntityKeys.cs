using Rom.CompilerServices;
using Rom.Errors;

namespace Rom.Sessions;

/// <summary>The key by which an entity's row is written.</summary>
internal static class EntityKeys<TModel, TKey, TColumns>
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    /// <summary>The stored text of a key; null when the store is to assign it or the caller has not set it.</summary>
    public static byte[]? Encode(TKey key)
    {
        try
        {
            return TModel.EncodeKey(key);
        }
        catch (InvalidValueException e) when (e.Model is null)
        {
            throw Conflicts.UnusableKey(TModel.Metadata, e);
        }
    }

    /// <summary>The stored text of an entity's key; null when it has none yet.</summary>
    public static byte[]? Of(TModel entity) => Encode(TModel.GetKey(entity));

    /// <summary>Refuses an entity whose key is not the one that it was loaded or saved with.</summary>
    public static void RequireSame(TModel entity, byte[] stored)
    {
        if (Of(entity) is { } key && key.AsSpan().SequenceEqual(stored)) return;
        throw Conflicts.KeyChanged(TModel.Metadata, stored);
    }

    /// <summary>The key to write an entity with; null when the store is to assign it. A Guid is made here, so that a lost reply can be settled by it.</summary>
    public static byte[]? Take(TModel entity)
    {
        if (Of(entity) is { } key) return key;
        if (TModel.Metadata.KeyIsAssignedByStore) return null;
        if (TModel.Metadata.KeyKind != KeyKind.Guid) throw Conflicts.NoKey(TModel.Metadata, "saved");
        key = KeyText.Encode(KeyText.NewGuid())!;
        TModel.SetKey(entity, TModel.DecodeKey(key));
        return key;
    }

    /// <summary>A row of which nothing is known but its key.</summary>
    public static byte[]?[] RowOf(byte[] key)
    {
        byte[]?[] row = new byte[]?[TModel.Metadata.Columns.Count];
        row[0] = key;
        return row;
    }
}
