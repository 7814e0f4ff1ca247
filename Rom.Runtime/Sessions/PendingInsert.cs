using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>A new entity.</summary>
internal sealed class PendingInsert : PendingRow
{
    public PendingInsert(IRomEntity entity)
        : base(entity)
    {
        Row = Handler.Encode(entity, baseline: null, Handler.TakeKey(entity), References);
        Write = RowWrites.Insert(Handler.Model, Row[0], Row, reportPresent: false);
    }

    /// <summary>What is to be stored.</summary>
    public byte[]?[] Row { get; }

    public override RowWrite Write { get; }

    protected override EntityHook After => EntityHook.AfterInsert;

    public override void SetReference(int column, byte[] key) => Row[column] = key;

    public override void Accept(byte[]? assigned, byte[]? version)
    {
        if (assigned is not null)
        {
            Row[0] = assigned;
            Handler.SetKey(Entity, assigned);
        }

        TakeVersion(Row, Row, version);
        Handler.StateOf(Entity).Set(Entity, Row);
    }
}
