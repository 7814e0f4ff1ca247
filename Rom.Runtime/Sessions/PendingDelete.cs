using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>A row to delete, whoever changed it meanwhile.</summary>
internal sealed class PendingDelete : PendingRow
{
    private RowWrite _write;

    private PendingDelete(IRomEntity entity, byte[]?[] present)
        : base(entity) => _write = RowWrites.Delete(Handler.Model, present);

    public override RowWrite Write => _write;

    public static PendingDelete Of(IRomEntity entity)
    {
        EntityHandler handler = entity.Handler;
        if (handler.StateOf(entity).Stored(entity) is { } stored) return new PendingDelete(entity, stored);
        byte[]?[] row = new byte[]?[handler.Model.Columns.Count];
        row[0] = handler.KeyOf(entity) ?? throw Conflicts.NoKey(handler.Model, "deleted");
        return new PendingDelete(entity, row);
    }

    public override Settlement Settle(CommitResult refused)
    {
        if (refused.Status == CommitStatus.RowMissing) return Settlement.Dropped;
        if (refused.Status != CommitStatus.GuardFailed) return Settlement.Conflict;
        _write = RowWrites.Delete(Handler.Model, RowWrites.Present(_write, refused));
        return Settlement.Again;
    }

    public override void Accept(byte[]? assigned) => Handler.StateOf(Entity).SetDeleted(Entity);
}
