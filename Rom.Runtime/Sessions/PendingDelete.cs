using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>A row to delete, whoever changed it meanwhile.</summary>
internal sealed class PendingDelete : PendingRow
{
    private RowWrite _write;

    private PendingDelete(IRomEntity entity, byte[]?[] present, byte[]?[]? loaded)
        : base(entity)
    {
        (Present, Loaded) = (present, loaded);
        _write = RowWrites.Delete(Handler.Model, present, loaded);
    }

    /// <summary>What is believed to be stored.</summary>
    public byte[]?[] Present { get; }

    /// <summary>The row that the entity was loaded with; null: none.</summary>
    public byte[]?[]? Loaded { get; }

    public override RowWrite Write => _write;

    protected override EntityHook After => EntityHook.AfterDelete;

    public static PendingDelete Of(IRomEntity entity)
    {
        EntityHandler handler = entity.Handler;
        if (handler.StateOf(entity).Stored(entity) is { } stored) return new PendingDelete(entity, stored, loaded: stored);
        byte[]?[] row = new byte[]?[handler.Model.Columns.Count];
        row[0] = handler.KeyOf(entity) ?? throw Conflicts.NoKey(handler.Model, "deleted");
        return new PendingDelete(entity, row, loaded: null);
    }

    public override Settlement Settle(CommitResult refused)
    {
        if (refused.Status == CommitStatus.RowMissing) return Settlement.Dropped;
        if (refused.Status != CommitStatus.GuardFailed || RowWrites.MetOtherVersion(_write, refused)) return Settlement.Conflict;
        _write = RowWrites.Delete(Handler.Model, RowWrites.Present(_write, refused), Loaded);
        return Settlement.Again;
    }

    public override void Accept(byte[]? assigned, byte[]? version) => Handler.StateOf(Entity).SetDeleted(Entity);
}
