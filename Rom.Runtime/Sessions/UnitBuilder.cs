using Rom.Errors;

namespace Rom.Sessions;

/// <summary>
/// Collects what the entities of a session have to write. New entities that others refer to join by themselves, and come before those, so that
/// a unit that is split has them first.
/// </summary>
internal sealed class UnitBuilder(EntityTracker tracker)
{
    private readonly List<(PendingRow Row, TrackedEntity Tracked)> _rows = [];
    private readonly HashSet<IRomEntity> _visited = new(ReferenceEqualityComparer.Instance);

    public List<(PendingRow Row, TrackedEntity Tracked)> Build()
    {
        TrackedEntity[] entities = [.. tracker.Entities];
        RequireRows(entities);
        foreach (TrackedEntity tracked in entities) PendingRow.Prepare(tracked.Entity, tracked.IsRemoved);
        foreach (TrackedEntity tracked in entities) Add(tracked);
        JoinReplaced();
        return _rows;
    }

    /// <summary>Entities whose rows this program itself deleted beside the session are conflicts as those that others deleted: each is told, and no hook runs.</summary>
    private static void RequireRows(TrackedEntity[] entities)
    {
        List<RomException> gone = [];
        foreach (TrackedEntity tracked in entities)
        {
            if (!tracked.IsRemoved && tracked.Handler.StateOf(tracked.Entity).IsDeleted(tracked.Entity)) gone.Add(Conflicts.Deleted(tracked.Entity));
        }

        if (gone.Count > 0) throw Conflicts.Together(gone);
    }

    /// <summary>A row that one entity leaves and another takes is written once.</summary>
    private void JoinReplaced()
    {
        Dictionary<RowIdentity, PendingDelete> removed = [];
        foreach ((PendingRow row, _) in _rows)
        {
            if (row is PendingDelete delete) removed.TryAdd(new RowIdentity(delete.Write.Model, delete.Write.Key!), delete);
        }

        HashSet<PendingRow> joined = [];
        for (int i = 0; removed.Count > 0 && i < _rows.Count; i++)
        {
            if (_rows[i].Row is not PendingInsert { Write.Key: { } key } insert || !removed.Remove(new RowIdentity(insert.Write.Model, key), out PendingDelete? delete)) continue;
            joined.Add(delete);
            _rows[i] = (new PendingReplace(delete, insert), _rows[i].Tracked);
        }

        _rows.RemoveAll(one => joined.Contains(one.Row));
    }

    /// <summary>Rows after those that they refer to. A chain of references may be as long as a unit, which is too deep for the call stack.</summary>
    private void Add(TrackedEntity first)
    {
        Stack<(PendingRow Row, TrackedEntity Tracked, int Next)> open = [];
        Open(first);
        while (open.TryPop(out (PendingRow Row, TrackedEntity Tracked, int Next) one))
        {
            List<PendingReference> references = one.Row.References;
            if (one.Next < references.Count)
            {
                open.Push(one with { Next = one.Next + 1 });
                Open(Joined(references[one.Next].Target));
                continue;
            }

            bool gotKey = references.Exists(reference => reference.Target.Handler.KeyOf(reference.Target) is not null);
            _rows.Add((gotKey ? one.Row.Renewed() : one.Row, one.Tracked));
        }

        void Open(TrackedEntity tracked)
        {
            if (_visited.Add(tracked.Entity) && PendingRow.Of(tracked.Entity, tracked.IsRemoved) is { } row) open.Push((row, tracked, 0));
        }
    }

    private TrackedEntity Joined(IRomEntity target)
    {
        bool isNew = !tracker.Contains(target);
        TrackedEntity tracked = tracker.Join(target);
        if (isNew) PendingRow.Prepare(target, remove: false);
        return tracked;
    }
}
