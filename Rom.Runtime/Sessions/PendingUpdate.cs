using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>A stored entity with changed columns.</summary>
internal sealed class PendingUpdate : PendingRow
{
    private readonly byte[]?[] _next, _current;
    private byte[]?[] _believed, _wanted;
    private RowWrite _write;

    private PendingUpdate(IRomEntity entity, byte[]?[] stored, byte[]?[] next, byte[]?[] current)
        : base(entity)
    {
        (_believed, _wanted, _next, _current) = (stored, next, next, current);
        _write = RowWrites.Update(Handler.Model, stored, next, full: false);
    }

    public override RowWrite Write => _write;

    protected override EntityHook After => EntityHook.AfterUpdate;

    /// <summary>The update of an entity; null when nothing changed.</summary>
    public static PendingUpdate? Of(IRomEntity entity, byte[]?[] stored, byte[]?[] baseline)
    {
        RequireSameKey(entity, stored[0]!);
        byte[]?[] current = entity.Handler.Encode(entity, baseline, key: null);
        byte[]?[]? next = null;
        for (int i = 1; i < current.Length; i++)
        {
            if (ReferenceEquals(current[i], baseline[i])) continue;
            next ??= [.. stored];
            next[i] = current[i];
        }

        return next is null ? null : new PendingUpdate(entity, stored, next, current);
    }

    /// <summary>A change of columns that this row does not write but that feed an index together with one that it does: only other entries.</summary>
    public override Settlement Settle(CommitResult refused)
    {
        if (refused.Status != CommitStatus.GuardFailed || RowWrites.IsRace(_write, refused)) return Settlement.Conflict;
        byte[]?[] present = RowWrites.Present(_write, refused);
        (_believed, _wanted) = ([.. _believed], [.. _wanted]);
        foreach (int column in RowWrites.ChangedColumns(_write, refused)) _believed[column] = _wanted[column] = present[column];
        _write = RowWrites.Update(Handler.Model, _believed, _wanted, full: false);
        return Settlement.Again;
    }

    public override void Accept(byte[]? assigned, byte[]? version)
    {
        TakeVersion(_next, _current, version);
        Handler.StateOf(Entity).Set(Entity, _next, _current);
    }

    private static void RequireSameKey(IRomEntity entity, byte[] stored)
    {
        if (entity.Handler.KeyOf(entity) is { } key && key.AsSpan().SequenceEqual(stored)) return;
        throw Conflicts.KeyChanged(entity.Handler.Model, stored);
    }
}
