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

    private PendingUpdate(IRomEntity entity, byte[]?[] stored, byte[]?[] next, byte[]?[] current, List<PendingReference> references)
        : base(entity)
    {
        (_believed, _wanted, _next, _current) = (stored, next, next, current);
        References.AddRange(references);
        _write = Update();
    }

    public override RowWrite Write => _write;

    protected override EntityHook After => EntityHook.AfterUpdate;

    /// <summary>The update of an entity; null when nothing changed.</summary>
    public static PendingUpdate? Of(IRomEntity entity)
    {
        ref EntityState state = ref entity.Handler.StateOf(entity);
        byte[]?[] stored = state.Stored(entity)!, baseline = state.Baseline(entity)!;
        RequireSameKey(entity, stored[0]!);
        List<PendingReference> references = [];
        byte[]?[] current = entity.Handler.Encode(entity, baseline, key: null, references);
        byte[]?[]? next = null;
        for (int i = 1; i < current.Length; i++)
        {
            if (ReferenceEquals(current[i], baseline[i])) continue;
            next ??= [.. stored];
            next[i] = current[i];
        }

        return next is null ? null : new PendingUpdate(entity, stored, next, current, references);
    }

    /// <summary>A change of columns that this row does not write but that feed an index together with one that it does: only other entries.</summary>
    public override Settlement Settle(CommitResult refused)
    {
        if (refused.Status != CommitStatus.GuardFailed || RowWrites.IsRace(_write, refused) || RowWrites.ChangedColumns(_write, refused).Any(Refers)) return Settlement.Conflict;
        byte[]?[] present = RowWrites.Present(_write, refused);
        (_believed, _wanted) = ([.. _believed], [.. _wanted]);
        foreach (int column in RowWrites.ChangedColumns(_write, refused)) _believed[column] = _wanted[column] = present[column];
        _write = Update();
        return Settlement.Again;
    }

    public override void Accept(byte[]? assigned, byte[]? version)
    {
        TakeVersion(_next, _current, version);
        Handler.StateOf(Entity).Set(Entity, _next, _current);
    }

    public override void SetReference(int column, byte[] key) => _next[column] = _current[column] = key;

    private bool Refers(int column) => Keyless.Exists(reference => reference.Column == column);

    private RowWrite Update() => RowWrites.Update(Handler.Model, _believed, _wanted, full: false);

    private static void RequireSameKey(IRomEntity entity, byte[] stored)
    {
        if (entity.Handler.KeyOf(entity) is { } key && key.AsSpan().SequenceEqual(stored)) return;
        throw Conflicts.KeyChanged(entity.Handler.Model, stored);
    }
}
