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
        RequireTargets();
        return _rows;
    }

    /// <summary>What a unit writes refers to nothing that it removes.</summary>
    private void RequireTargets()
    {
        HashSet<RowIdentity> removed = [.. _rows.Where(one => one.Row is PendingDelete).Select(one => one.Row.Identity!.Value)];
        if (removed.Count == 0) return;
        foreach ((PendingRow row, _) in _rows)
        {
            foreach (PendingReference reference in row.References)
            {
                if (reference.Key is not null && removed.Contains(reference.Row)) throw Conflicts.RemovedTarget(row, reference);
            }
        }
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
            if (row is PendingDelete delete) removed.TryAdd(delete.Identity!.Value, delete);
        }

        HashSet<PendingRow> joined = [];
        for (int i = 0; removed.Count > 0 && i < _rows.Count; i++)
        {
            if (_rows[i].Row is not PendingInsert { Identity: { } taken } insert || !removed.Remove(taken, out PendingDelete? delete)) continue;
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
                if (references[one.Next].IsNew) Open(Joined(one.Row, references[one.Next]));
                continue;
            }

            bool gotKey = one.Row.Keyless.Exists(reference => reference.Handler.KeyOf(reference.Target!) is not null);
            _rows.Add((gotKey ? one.Row.Renewed() : one.Row, one.Tracked));
        }

        void Open(TrackedEntity tracked)
        {
            if (_visited.Add(tracked.Entity) && PendingRow.Of(tracked.Entity, tracked.IsRemoved) is { } row) open.Push((row, tracked, 0));
        }
    }

    private TrackedEntity Joined(PendingRow row, PendingReference reference)
    {
        IRomEntity target = reference.Target!;
        if (tracker.IsWithdrawn(target)) throw Conflicts.RemovedTarget(row, reference);
        bool isNew = !tracker.Contains(target);
        TrackedEntity tracked = tracker.Join(target);
        if (isNew) PendingRow.Prepare(target, remove: false);
        return tracked;
    }
}
