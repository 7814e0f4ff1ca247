using Rom.CompilerServices;
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
    public IRomEntity Entity { get; } = entity;

    public abstract RowWrite Write { get; }

    protected EntityHandler Handler { get; } = entity.Handler;

    /// <summary>What the entity's model may have code for when the commit is done.</summary>
    protected abstract EntityHook After { get; }

    /// <summary>What an entity of a session has to write, after its hook for that has run; null: nothing.</summary>
    public static PendingRow? Of(TrackedEntity tracked)
    {
        IRomEntity entity = tracked.Entity;
        if (tracked.IsRemoved)
        {
            tracked.Handler.RunHook(entity, EntityHook.BeforeDelete);
            return PendingDelete.Of(entity);
        }

        ref EntityState state = ref tracked.Handler.StateOf(entity);
        if (state.Stored(entity) is not { } stored)
        {
            tracked.Handler.RunHook(entity, EntityHook.BeforeInsert);
            return new PendingInsert(entity);
        }

        PendingUpdate? update = PendingUpdate.Of(entity, stored, state.Baseline(entity)!);
        if (update is null || !tracked.Handler.Model.HasHooks) return update;
        tracked.Handler.RunHook(entity, EntityHook.BeforeUpdate);
        return PendingUpdate.Of(entity, stored, state.Baseline(entity)!);
    }

    public void RunAfterHook() => Handler.RunHook(Entity, After);

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
}
