using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>A row that a unit removes and adds again: another entity takes its key, and everything of the old row goes.</summary>
internal sealed class PendingReplace : PendingRow
{
    private readonly PendingDelete _removed;
    private readonly PendingInsert _added;
    private RowWrite _write;

    public PendingReplace(PendingDelete removed, PendingInsert added)
        : base(added.Entity)
    {
        (_removed, _added) = (removed, added);
        References.AddRange(added.References);
        _write = Overwrite(removed.Present);
    }

    /// <summary>The entity whose row it was.</summary>
    public IRomEntity Removed => _removed.Entity;

    public override RowWrite Write => _write;

    protected override EntityHook After => EntityHook.AfterInsert;

    public override PendingRow Renewed() => new PendingReplace(_removed, (PendingInsert)_added.Renewed());

    public override void RunAfter()
    {
        _removed.RunAfter();
        base.RunAfter();
    }

    /// <summary>As a delete and an insert would: whoever changed the row, and also where it is gone, or there again.</summary>
    public override Settlement Settle(CommitResult refused)
    {
        switch (refused.Status)
        {
            case CommitStatus.RowMissing:
                _write = RowWrites.Insert(Handler.Model, _added.Row[0], _added.Row, reportPresent: true);
                return Settlement.Again;
            case CommitStatus.RowExists:
            case CommitStatus.GuardFailed when !RowWrites.MetOtherVersion(_write, refused):
                _write = Overwrite(RowWrites.Present(_write, refused));
                return Settlement.Again;
            default:
                return Settlement.Conflict;
        }
    }

    public override void Accept(byte[]? assigned, byte[]? version)
    {
        _removed.Accept(assigned: null, version: null);
        _added.Accept(assigned, version);
    }

    public override void SetReference(int column, byte[] key) => _added.SetReference(column, key);

    private RowWrite Overwrite(byte[]?[] present) => RowWrites.Overwrite(Handler.Model, present, _added.Row, dropOtherFields: true, _removed.Loaded, isReplacement: true);
}
