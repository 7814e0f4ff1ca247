using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>Reads the rows of tracked entities again, those of one model in one round trip.</summary>
internal sealed class SessionRefresh(IEngine engine, EntityTracker tracker, ReadSet? reads)
{
    public async Task RunAsync(IReadOnlyList<TrackedEntity> entities, CancellationToken cancellationToken)
    {
        List<RomException> gone = [];
        foreach (IGrouping<ModelMetadata, TrackedEntity> model in entities.GroupBy(tracked => tracked.Handler.Model))
        {
            TrackedEntity[] wanted = [.. model];
            byte[][] keys = [.. wanted.Select(tracked => tracked.Handler.StateOf(tracked.Entity).Stored(tracked.Entity)![0]!)];
            FetchPlan plan = new(model.Key, keys);
            byte[]?[]?[] rows = await engine.FetchAsync(plan, cancellationToken).ConfigureAwait(false);
            reads?.Refresh(plan, rows);
            for (int i = 0; i < wanted.Length; i++)
            {
                if (rows[i] is { } row) wanted[i].Handler.Reload(wanted[i].Entity, row);
                else gone.Add(Drop(wanted[i], keys[i]));
            }
        }

        if (gone.Count > 0) throw Conflicts.Together(gone);
    }

    private EntityDeletedException Drop(TrackedEntity tracked, byte[] key)
    {
        tracker.Forget(tracked.Entity);
        tracked.Handler.StateOf(tracked.Entity).SetDeleted(tracked.Entity);
        EntityDeletedException gone = Conflicts.Deleted(tracked.Handler.Model, key);
        gone.Entity = tracked.Entity;
        return gone;
    }
}
