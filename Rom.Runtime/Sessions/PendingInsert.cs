using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>A new entity.</summary>
internal sealed class PendingInsert : PendingRow
{
    private readonly byte[]?[] _row;

    public PendingInsert(IRomEntity entity)
        : base(entity)
    {
        _row = Handler.Encode(entity, baseline: null, Handler.TakeKey(entity), References);
        Write = RowWrites.Insert(Handler.Model, _row[0], _row, reportPresent: false);
    }

    public override RowWrite Write { get; }

    protected override EntityHook After => EntityHook.AfterInsert;

    public override void SetReference(int column, byte[] key) => _row[column] = key;

    public override void Accept(byte[]? assigned, byte[]? version)
    {
        if (assigned is not null)
        {
            _row[0] = assigned;
            Handler.SetKey(Entity, assigned);
        }

        TakeVersion(_row, _row, version);
        Handler.StateOf(Entity).Set(Entity, _row);
    }
}
