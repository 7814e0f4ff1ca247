using System.ComponentModel;
using Rom.Errors;
using Rom.Sessions;
using Rom.Storage;

namespace Rom.CompilerServices;

/// <summary>What the generated members of a model do: loads, saves and deletes of one entity.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TKey">The type of its key.</typeparam>
/// <typeparam name="TColumns">Its typed columns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EntityOperations<TModel, TKey, TColumns>
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    private static ModelMetadata Model => TModel.Metadata;

    /// <summary>Loads an entity by its key, or null.</summary>
    public static async Task<TModel?> GetAsync(RomContext context, TKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        if (EntityKeys<TModel, TKey, TColumns>.Encode(key) is not { } text) return null;
        return await context.Engine.FetchAsync(Model, text, cancellationToken).ConfigureAwait(false) is { } row ? Load(context, row) : null;
    }

    /// <summary>Loads several entities, in the order of their keys; missing ones are left out, a repeated key gives one object.</summary>
    public static async Task<List<TModel>> GetAsync(RomContext context, IEnumerable<TKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        List<TKey> wanted = [.. keys];
        Dictionary<TKey, TModel?> loaded = [];
        List<byte[]> texts = [];
        List<TKey> asked = [];
        foreach (TKey key in wanted)
        {
            if (!loaded.TryAdd(key, null) || EntityKeys<TModel, TKey, TColumns>.Encode(key) is not { } text) continue;
            texts.Add(text);
            asked.Add(key);
        }

        if (texts.Count == 0) return [];
        byte[]?[]?[] rows = await context.Engine.FetchAsync(new FetchPlan(Model, texts), cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] is { } row) loaded[asked[i]] = Load(context, row);
        }

        return [.. wanted.ConvertAll(key => loaded[key]).OfType<TModel>()];
    }

    /// <summary>Loads the entity that has a value in a unique, or null.</summary>
    public static Task<TModel?> GetByUniqueAsync(RomContext context, int unique, FilterValue value, CancellationToken cancellationToken) =>
        GetByUniqueAsync(context, unique, [value], cancellationToken);

    /// <summary>Loads the entity that has some values together in a unique over several columns, or null.</summary>
    public static async Task<TModel?> GetByUniqueAsync(RomContext context, int unique, FilterValue[] values, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        UniqueMetadata metadata = Model.Uniques[unique];
        if (Indexing.UniqueToken.Of(metadata, Array.ConvertAll(values, value => value.Text)) is not { } token) return null;
        LookupPlan plan = new(metadata, token);
        return await context.Engine.LookupAsync(plan, cancellationToken).ConfigureAwait(false) is { } row ? Load(context, row) : null;
    }

    /// <summary>The entities of a collection.</summary>
    public static RomQuery<TModel, TKey, TColumns> Query(RefCollection<TModel> collection, RomContext context)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return new RomQuery<TModel, TKey, TColumns>(context).Where(_ => collection.Filter);
    }

    /// <summary>Saves an entity.</summary>
    /// <returns>How many columns were written, the key included for a new row.</returns>
    public static Task<int> SaveAsync(RomContext context, TModel entity, SaveMode mode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (cancellationToken.IsCancellationRequested) return CancelledCall.Of<int>(cancellationToken);
        Task<int> save = new EntitySave<TModel, TKey, TColumns>(context, entity).RunAsync(mode, cancellationToken);
        return context.Tracker is { } tracker ? tracker.AfterSaveAsync(entity, save) : save;
    }

    /// <summary>Deletes an entity's row with its index entries and uniques, whoever changed it meanwhile.</summary>
    /// <returns>False when the row was gone already.</returns>
    public static Task<bool> DeleteAsync(RomContext context, TModel entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        Task<bool> delete = new EntityDelete<TModel, TKey, TColumns>(context, entity).RunAsync(cancellationToken);
        return context.Tracker is { } tracker ? tracker.AfterDeleteAsync(entity, delete) : delete;
    }

    /// <summary>Reads an entity's row again and drops changes that were not saved.</summary>
    /// <exception cref="EntityDeletedException">There is no row. The entity's columns stay as they are.</exception>
    public static async Task RefreshAsync(RomContext context, TModel entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        byte[] key = TModel.StateOf(entity).Stored(entity)?[0] ?? EntityKeys<TModel, TKey, TColumns>.Of(entity)
            ?? throw new RomException(
                $"A new entity of {Model.Name} has no key yet, so there is nothing to refresh it from. After a commit of unknown outcome, look for it by a unique or a query.")
            {
                Model = Model.Name,
            };
        if (await context.Engine.FetchAsync(Model, key, cancellationToken).ConfigureAwait(false) is not { } row)
        {
            context.Tracker?.Forget(entity);
            // One that was never stored is still new: a save inserts it.
            if (TModel.StateOf(entity).Stored(entity) is not null) TModel.StateOf(entity).SetDeleted(entity);
            throw Conflicts.Deleted(Model, key);
        }

        Reload(entity, row);
    }

    /// <summary>A new entity with the same values; its key is unset when the store or the client assigns it.</summary>
    public static TModel Copy(TModel entity)
    {
        TModel copy = TModel.CreateEntity();
        TModel.CopyColumns(entity, copy);
        if (Model.KeyKind == KeyKind.Text) TModel.SetKey(copy, TModel.GetKey(entity));
        return copy;
    }

    /// <summary>The entity of a row: in a session the one that is tracked already, with its own values.</summary>
    internal static TModel Load(RomContext context, byte[]?[] row) => context.Tracker is { } tracker
        ? (TModel)tracker.Load(EntityHandler<TModel, TKey, TColumns>.Instance, row)
        : Load(row);

    /// <summary>The entity of a row, of which nothing is remembered.</summary>
    internal static TModel LoadUntracked(byte[]?[] row)
    {
        TModel entity = TModel.CreateEntity();
        TModel.ReadRow(entity, new RowReader(Model, row));
        return entity;
    }

    /// <summary>What the property initializers set, for columns that an old row lacks.</summary>
    public static TModel Initial() => TModel.CreateEntity();

    internal static void Reload(TModel entity, byte[]?[] row)
    {
        TModel fresh = Load(row);
        TModel.CopyColumns(fresh, entity);
        TModel.SetKey(entity, TModel.GetKey(fresh));
        if (Model.Version is { } version) TModel.SetVersion(entity, row[version.Ordinal] is { } text ? KeyText.DecodeInt64(text) : 0);
        TModel.StateOf(entity).Set(entity, row, TModel.StateOf(fresh).Baseline(fresh));
    }

    internal static TModel Load(byte[]?[] row)
    {
        TModel entity = TModel.CreateEntity();
        TModel.ReadRow(entity, new RowReader(Model, row));
        byte[]?[]? baseline = null;
        for (int i = 1; i < row.Length; i++)
        {
            if (row[i] is not null || !Model.Columns[i].MayHaveDefault) continue;
            // What an initializer supplied is no change.
            baseline = Encode(entity, row);
            break;
        }

        TModel.StateOf(entity).Set(entity, row, baseline);
        return entity;
    }

    /// <summary>The stored form of an entity's columns; unchanged ones are the very arrays of the baseline.</summary>
    internal static byte[]?[] Encode(TModel entity, byte[]?[]? baseline, byte[]? key = null, List<PendingReference>? pending = null)
    {
        byte[]?[] row = new byte[]?[Model.Columns.Count];
        row[0] = key ?? baseline?[0];
        RowWriter writer = new(Model, baseline, row, pending, TModel.StateOf(entity).Stored(entity));
        TModel.WriteRow(entity, ref writer);
        if (Model.Version is { } version) row[version.Ordinal] = baseline?[version.Ordinal];
        // Derived fields follow when the write is made, from what it writes.
        for (int i = Model.DeclaredColumns; baseline is not null && i < row.Length; i++) row[i] = baseline[i];
        return row;
    }
}
