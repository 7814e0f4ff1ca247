using System.Runtime.ExceptionServices;
using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>What becomes of a row that a commit refused.</summary>
internal enum Settlement
{
    /// <summary>The user must know.</summary>
    Conflict,

    /// <summary>Its write was computed anew from what the refusal told.</summary>
    Again,

    /// <summary>There is nothing left to do.</summary>
    Dropped,
}

/// <summary>One row of a unit of work: its write, and what its entity becomes when the commit is done.</summary>
internal abstract class PendingRow(IRomEntity entity)
{
    private List<PendingReference>? _keyless;

    public IRomEntity Entity { get; } = entity;

    public abstract RowWrite Write { get; }

    /// <summary>Which row it is; null while the store is to assign its key.</summary>
    public RowIdentity? Identity => Write.Key is { } key ? new RowIdentity(Write.Model, key) : null;

    /// <summary>The references that it sets.</summary>
    public List<PendingReference> References { get; } = [];

    /// <summary>Those of them that will hold the keys of entities which have none yet.</summary>
    public List<PendingReference> Keyless => _keyless ??= References.FindAll(static reference => reference.Key is null);

    protected EntityHandler Handler { get; } = entity.Handler;

    /// <summary>The hook that runs when the row is written.</summary>
    protected abstract EntityHook After { get; }

    /// <summary>Whether there was nothing left to do, because the row to delete was gone.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>Runs the hook before the write, and gives a new entity the key that is made here. Others may then refer to it.</summary>
    public static void Prepare(IRomEntity entity, bool remove)
    {
        EntityHandler handler = entity.Handler;
        ref EntityState state = ref handler.StateOf(entity);
        if (remove)
        {
            handler.RunHook(entity, EntityHook.BeforeDelete);
        }
        else if (state.IsDeleted(entity))
        {
            throw Conflicts.Deleted(entity);
        }
        else if (!state.IsStored(entity))
        {
            handler.RunHook(entity, EntityHook.BeforeInsert);
            handler.TakeKey(entity);
        }
        else if (handler.Model.HasHooks && Of(entity, remove) is not null)
        {
            // Only a changed entity runs its hook, which may change more.
            handler.RunHook(entity, EntityHook.BeforeUpdate);
        }
    }

    /// <summary>What an entity has to write; null: nothing.</summary>
    public static PendingRow? Of(IRomEntity entity, bool remove)
    {
        if (remove) return PendingDelete.Of(entity);
        return entity.Handler.StateOf(entity).IsStored(entity) ? PendingUpdate.Of(entity) : new PendingInsert(entity);
    }

    /// <summary>The same with the keys that entities have got meanwhile.</summary>
    public virtual PendingRow Renewed() => Of(Entity, remove: false)!;

    public virtual Settlement Settle(CommitResult refused) => Settlement.Conflict;

    /// <param name="assigned">The key that the store assigned, where it was asked to.</param>
    /// <param name="version">The version that the row got, where it has one.</param>
    public abstract void Accept(byte[]? assigned, byte[]? version);

    protected void TakeVersion(byte[]?[] stored, byte[]?[] baseline, byte[]? version)
    {
        if (version is null) return;
        stored[Handler.Model.Version!.Ordinal] = baseline[Handler.Model.Version.Ordinal] = version;
        Handler.SetVersion(Entity, KeyText.DecodeInt64(version));
    }

    /// <summary>What a column that referred to a new entity holds, now that this has a key.</summary>
    public virtual void SetReference(int column, byte[] key) => throw new InvalidOperationException("A row to delete refers to nothing.");

    public void Drop()
    {
        IsDropped = true;
        Accept(assigned: null, version: null);
    }

    /// <summary>Runs the hook after the write.</summary>
    public virtual void RunAfter() => Handler.RunHook(Entity, After);

    /// <summary>
    /// Runs the hooks of rows that were written, each of them whatever another throws.
    /// </summary>
    public static void RunAfter(IEnumerable<PendingRow> written)
    {
        List<Exception> errors = [];
        foreach (PendingRow row in written)
        {
            if (!row.Handler.Model.HasHooks) continue;
            try
            {
                row.RunAfter();
            }
            catch (Exception e)
            {
                errors.Add(e);
            }
        }

        if (errors.Count == 1) ExceptionDispatchInfo.Throw(errors[0]);
        if (errors.Count > 1) throw new AggregateException("Hooks failed after a commit, which has happened.", errors);
    }
}
