using Rom.Errors;

namespace Rom.Sessions;

/// <summary>
/// Saves or deletes many entities, each for itself: they travel together in units of one group, and when some are refused, the others of
/// the unit are sent again without them.
/// </summary>
internal sealed class BulkWrite(RomDatabase database, IReadOnlyList<IRomEntity> entities, bool delete)
{
    /// <summary>Some 10 ms of a server's time.</summary>
    private const int RowsPerCall = 500;

    private readonly Dictionary<IRomEntity, EntityResult> _results = new(ReferenceEqualityComparer.Instance);

    public async Task<IReadOnlyList<EntityResult>> RunAsync(CancellationToken cancellationToken)
    {
        foreach (IRomEntity entity in entities) ArgumentNullException.ThrowIfNull(entity);
        cancellationToken.ThrowIfCancellationRequested();
        List<PendingRow> pending = [];
        foreach (IRomEntity entity in entities.Distinct(ReferenceEqualityComparer.Instance).Cast<IRomEntity>()) Prepare(entity, pending);
        RomException? stopped = null;
        foreach (List<PendingRow> unit in Units(pending))
        {
            if (stopped is not null) Note(unit, EntityOutcome.NotSent, stopped);
            else stopped = await SendAsync(unit, cancellationToken).ConfigureAwait(false);
        }

        EntityResult[] results = [.. entities.Select(entity => _results[entity])];
        Exception? first = stopped ?? results.FirstOrDefault(result => result.Error is not null)?.Error;
        string why = first?.Message ?? "";
        try
        {
            PendingRow.RunAfter(pending.Where(row => _results[row.Entity].Error is null));
        }
        catch (Exception e) when (first is not null)
        {
            first = new AggregateException("Entities were refused, and hooks failed after others were written.", first, e);
        }

        if (first is null) return results;
        int failed = results.Count(result => result.Error is not null);
        throw new BulkException($"{failed} of {results.Length} entities were not {(delete ? "deleted" : "saved")}; Results tells of each. The first: {why}", results, first);
    }

    private void Prepare(IRomEntity entity, List<PendingRow> pending)
    {
        try
        {
            RunBefore(entity);
            if (PendingRow.Of(entity, delete) is { } row)
            {
                if (row.Keyless.Count > 0) throw Conflicts.NotInUnit(row.Write.Model, row.Keyless[0]);
                pending.Add(row);
            }
            else
            {
                _results[entity] = new EntityResult(entity, EntityOutcome.Unchanged, Error: null);
            }
        }
        catch (RomException e)
        {
            _results[entity] = new EntityResult(entity, EntityOutcome.Refused, e);
        }
    }

    /// <summary>What a hook throws is a matter of its entity.</summary>
    private void RunBefore(IRomEntity entity)
    {
        try
        {
            PendingRow.Prepare(entity, delete);
        }
        catch (Exception e) when (e is not RomException)
        {
            throw Conflicts.NotPrepared(entity.Handler.Model, entity.Handler.KeyOf(entity), e);
        }
    }

    /// <summary>A unit holds rows of one group and each row once.</summary>
    private IEnumerable<List<PendingRow>> Units(List<PendingRow> pending)
    {
        int most = Math.Min(RowsPerCall, database.Options.MaxRowsPerCommit);
        foreach (IGrouping<string, PendingRow> group in pending.GroupBy(row => UnitLimits.HashTag(row.Write.Model)))
        {
            List<PendingRow> unit = [];
            HashSet<RowIdentity> rows = [];
            foreach (PendingRow row in group)
            {
                bool isNew = row.Write.Key is not { } key || rows.Add(new RowIdentity(row.Write.Model, key));
                if (!isNew || unit.Count == most)
                {
                    yield return unit;
                    unit = [];
                    rows.Clear();
                    if (row.Write.Key is { } first) rows.Add(new RowIdentity(row.Write.Model, first));
                }

                unit.Add(row);
            }

            yield return unit;
        }
    }

    /// <returns>What keeps the rest from being sent, or null.</returns>
    private async Task<RomException?> SendAsync(List<PendingRow> unit, CancellationToken cancellationToken)
    {
        while (unit.Count > 0)
        {
            try
            {
                await new UnitOfWork(database.Engine, database.Options, unit).CommitAsync(cancellationToken).ConfigureAwait(false);
                foreach (PendingRow row in unit)
                    _results[row.Entity] = new EntityResult(row.Entity, row.IsDropped ? EntityOutcome.Unchanged : EntityOutcome.Written, Error: null);
                return null;
            }
            catch (ConflictException e)
            {
                foreach (ConflictException conflict in e.Conflicts)
                {
                    // Each result is about its own entity.
                    conflict.Conflicts = [conflict];
                    _results.TryAdd(conflict.Entity!, new EntityResult(conflict.Entity!, EntityOutcome.Refused, conflict));
                }

                unit.RemoveAll(row => _results.ContainsKey(row.Entity));
            }
            catch (OperationCanceledException e)
            {
                // A call that was sent has an outcome, or none that is known; this one was not sent.
                RomException stopped = Conflicts.CancelledBetween(delete, e);
                Note(unit, EntityOutcome.NotSent, stopped);
                return stopped;
            }
            catch (RomException e)
            {
                Note(unit, e is CommitOutcomeUnknownException or IncompleteCommitException ? EntityOutcome.Unknown : EntityOutcome.Refused, e);
                return e;
            }
        }

        return null;
    }

    private void Note(List<PendingRow> unit, EntityOutcome outcome, RomException error)
    {
        foreach (PendingRow row in unit) _results[row.Entity] = new EntityResult(row.Entity, outcome, error);
    }
}
