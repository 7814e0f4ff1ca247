using Rom.CompilerServices;
using Rom.Errors;
using Rom.Sessions;
using Rom.Storage;

namespace Rom;

/// <summary>
/// A unit of work: entities that are loaded through it are tracked, one instance for each row, and everything that changed is committed
/// together. Queries see the store, not what waits; a row that is tracked already is returned as it is tracked. It holds nothing at the store,
/// and is not thread-safe: a second call before the first was awaited is an <see cref="InvalidOperationException"/>.
/// </summary>
public class RomSession : RomContext, IAsyncDisposable
{
    private readonly RomDatabase _database;
    private readonly SessionGuard _guard = new();
    private readonly EntityTracker _tracker;

    internal RomSession(RomDatabase database, ReadSet? reads = null)
    {
        _database = database;
        _tracker = new EntityTracker(_guard);
        Reads = reads;
        Engine = new SessionEngine(database.Engine, _guard, reads);
    }

    /// <summary>What was read and is to be verified; null: nothing is.</summary>
    private protected ReadSet? Reads { get; }

    internal override IEngine Engine { get; }

    internal override RomOptions Options => _database.Options;

    internal override EntityTracker Tracker => _tracker;

    /// <summary>
    /// Takes an entity into the unit: a new one is inserted by the next commit, a stored one is tracked. A transaction verifies that its row still is as the
    /// entity has it, or as <see cref="RefreshAsync"/> reads it next.
    /// </summary>
    /// <param name="entity">An entity that was constructed, or loaded elsewhere.</param>
    /// <exception cref="InvalidOperationException">The session has another object for the same row.</exception>
    /// <exception cref="EntityDeletedException">Its row was deleted.</exception>
    public void Add(IRomEntity entity)
    {
        using SessionGuard.Use use = Enter(entity);
        EntityHandler handler = entity.Handler;
        ref EntityState state = ref handler.StateOf(entity);
        if (state.IsDeleted(entity)) throw Conflicts.Deleted(entity);
        TrackedEntity tracked = _tracker.Join(entity);
        tracked.IsRemoved = false;
        if (tracked.Identity is { } row) Reads?.Bring(row, state.Stored(entity)!);
    }

    /// <summary>Deletes an entity by the next commit, whoever changed it meanwhile. A new one is forgotten.</summary>
    /// <param name="entity">A tracked entity, or one that was loaded elsewhere, or one with nothing but its key.</param>
    /// <exception cref="RomException">It was never stored and has no key.</exception>
    public void Remove(IRomEntity entity)
    {
        using SessionGuard.Use use = Enter(entity);
        EntityHandler handler = entity.Handler;
        bool stored = handler.StateOf(entity).IsStored(entity);
        if (!stored && _tracker.Withdraw(entity)) return;
        if (handler.KeyOf(entity) is null) throw Conflicts.NoKey(handler.Model, "deleted");
        _tracker.Join(entity).IsRemoved = true;
    }

    /// <summary>Leaves an entity, with its changes, out of the session. It may be used on.</summary>
    /// <param name="entity">The entity.</param>
    public void Forget(IRomEntity entity)
    {
        using SessionGuard.Use use = Enter(entity);
        _tracker.Forget(entity);
    }

    /// <summary>Forgets every entity and all that waits for a commit. The objects keep their values; what is stored stays.</summary>
    public void RollBack()
    {
        using SessionGuard.Use use = _guard.Enter();
        _tracker.Clear();
    }

    /// <summary>Reads an entity's row again, drops its changes, and tracks it. One round trip.</summary>
    /// <param name="entity">A stored entity.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="EntityDeletedException">The row is gone; the entity leaves the session.</exception>
    public async Task RefreshAsync(IRomEntity entity, CancellationToken cancellationToken = default)
    {
        using SessionGuard.Use use = Enter(entity);
        if (entity.Handler.StateOf(entity).Stored(entity) is null) throw Conflicts.NotStored(entity.Handler.Model, "be refreshed. After a commit of unknown outcome, look for it by a unique or a query");
        cancellationToken.ThrowIfCancellationRequested();
        await new SessionRefresh(_database.Engine, _tracker, Reads).RunAsync([_tracker.Join(entity)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the row of every stored entity again and drops all changes; new ones and those to be removed stay so. One round trip for each model.</summary>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="EntityDeletedException">Rows are gone; their entities leave the session, all others are as they are stored.</exception>
    public async Task RefreshAllAsync(CancellationToken cancellationToken = default)
    {
        using SessionGuard.Use use = _guard.Enter();
        cancellationToken.ThrowIfCancellationRequested();
        await new SessionRefresh(_database.Engine, _tracker, Reads)
            .RunAsync([.. _tracker.Entities.Where(tracked => tracked.Identity is not null)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes everything that was added, changed and removed, all or nothing, in one script call: every check comes before every write, and
    /// uniques are checked against the final state. Then new entities have their keys. Nothing to write: no round trip.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="ConflictException">What is stored forbids it; nothing was written. <see cref="ConflictException.Conflicts"/> lists every conflict.</exception>
    /// <exception cref="SchemaException">The stored indexes are not those of this program.</exception>
    /// <exception cref="CommitOutcomeUnknownException">No answer came: the commit may have happened, or may still.</exception>
    /// <exception cref="RomException">The unit is larger than <see cref="RomOptions.MaxRowsPerCommit"/>, or mixes groups where the options forbid it.</exception>
    public Task<int> CommitAsync(CancellationToken cancellationToken = default)
    {
        CheckMayCommit();
        return CommitUnitAsync(int.MaxValue, cancellationToken);
    }

    /// <summary>
    /// As <see cref="CommitAsync(CancellationToken)"/>, in several commits one after the other. When one is refused, the parts before it are written and
    /// the others are not; the session knows which, so that another call goes on.
    /// </summary>
    /// <param name="split">The size of the parts.</param>
    /// <param name="cancellationToken">Stops waiting for the answer; what is not sent yet is not sent.</param>
    /// <returns>How many rows were written.</returns>
    public Task<int> CommitAsync(SplitOptions split, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(split);
        CheckMayCommit();
        return CommitUnitAsync(split.RowsPerCommit, cancellationToken);
    }

    /// <summary>Forgets every entity. What was not committed is not written.</summary>
    public ValueTask DisposeAsync()
    {
        _guard.Close();
        _tracker.Clear();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected virtual void CheckMayCommit()
    {
    }

    internal async Task<int> CommitUnitAsync(int rowsPerCommit, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = _guard.Enter();
        cancellationToken.ThrowIfCancellationRequested();
        List<(PendingRow Row, TrackedEntity Tracked)> pending = new UnitBuilder(_tracker).Build();
        if (Reads is not null) return await CommitPartAsync(pending, [.. Reads.Checks], cancellationToken).ConfigureAwait(false);
        (PendingRow Row, TrackedEntity Tracked)[][] parts = [.. pending.Chunk(rowsPerCommit)];
        UnitLimits.CheckParts(parts.Select(part => part.Select(one => one.Row).ToArray()).ToArray());
        int count = 0;
        foreach ((PendingRow Row, TrackedEntity Tracked)[] part in parts)
        {
            count += await CommitPartAsync(part, reads: null, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    private async Task<int> CommitPartAsync(
        IReadOnlyList<(PendingRow Row, TrackedEntity Tracked)> part, IReadOnlyList<ReadCheck>? reads, CancellationToken cancellationToken)
    {
        // Of a split unit an earlier part may have given keys to what this one refers to.
        PendingRow[] rows = [.. part.Select(one => one.Row.Keyless.Count == 0 ? one.Row : one.Row.Renewed())];
        ReservedKeys reserved = await ReservedKeys.TakeAsync(_database.Engine, Options, rows, cancellationToken).ConfigureAwait(false);
        int count;
        try
        {
            count = await new UnitOfWork(_database.Engine, Options, rows, reads).CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RomException e) when (e is not (CommitOutcomeUnknownException or IncompleteCommitException))
        {
            reserved.Forget();
            throw;
        }

        foreach ((PendingRow row, TrackedEntity tracked) in part) Follow(row, tracked);
        PendingRow.RunAfter(rows);
        return count;
    }

    private void Follow(PendingRow row, TrackedEntity written)
    {
        if (row is PendingReplace replaced) _tracker.Forget(replaced.Removed);
        if (written.IsRemoved) _tracker.Forget(written.Entity);
        else _tracker.Identify(written);
    }

    private SessionGuard.Use Enter(IRomEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return _guard.Enter();
    }
}
