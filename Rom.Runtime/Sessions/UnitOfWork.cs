using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>Rows that are committed together: one script call, and another only when somebody else changed what index entries were computed from.</summary>
/// <param name="engine">The store.</param>
/// <param name="options">How the database is used.</param>
/// <param name="pending">The rows.</param>
/// <param name="reads">What a transaction read; null: this is none.</param>
internal sealed class UnitOfWork(IEngine engine, RomOptions options, IEnumerable<PendingRow> pending, IReadOnlyList<ReadCheck>? reads = null)
{
    private readonly IReadOnlyList<ReadCheck> _checks = reads ?? [];

    /// <summary>What is to be written; once it is, what was written.</summary>
    public List<PendingRow> Rows { get; } = [.. pending];

    /// <summary>Writes every row, or none.</summary>
    /// <returns>How many rows were written.</returns>
    public async Task<int> CommitAsync(CancellationToken cancellationToken)
    {
        UnitLimits.Check(Rows, reads, options);
        for (int attempt = 1; Rows.Count + _checks.Count > 0; attempt++)
        {
            CommitPlan plan = new([.. Rows.Select(row => row.Write)], _checks, PendingReferences.Of(Rows));
            CommitResult result = await engine.CommitAsync(plan, cancellationToken).ConfigureAwait(false);
            if (result.Status == CommitStatus.Done)
            {
                Accept(plan, result);
                break;
            }

            Settle(result, isLast: attempt == Retry.Attempts);
        }

        return Rows.Count;
    }

    private void Settle(CommitResult result, bool isLast)
    {
        // Perhaps a unit without rows, which only verifies what was read.
        if (result.Status == CommitStatus.ReceiptKnown) throw Conflicts.RunBefore();
        List<RomException> conflicts = [];
        HashSet<PendingRow> dropped = [];
        bool isComputedAnew = false;
        foreach (CommitResult refused in result.All)
        {
            if (refused.Status == CommitStatus.CheckFailed)
            {
                conflicts.Add(Conflicts.ReadChanged(_checks[refused.Row]));
                continue;
            }

            PendingRow row = Rows[refused.Row];
            Settlement settlement = isLast ? Settlement.Conflict : row.Settle(refused);
            if (settlement == Settlement.Conflict) conflicts.Add(Conflict(row, refused));
            else if (settlement == Settlement.Dropped) dropped.Add(row);
            else isComputedAnew = true;
        }

        // What a row releases was computed from what it was believed to hold: only the next round knows whether a value is still taken.
        bool mayBeReleased = isComputedAnew && conflicts.Exists(conflict => conflict is UniqueViolationException);
        if (conflicts.Count > 0 && !mayBeReleased) throw Conflicts.Together(conflicts);
        foreach (PendingRow row in dropped) row.Drop();
        Rows.RemoveAll(dropped.Contains);
    }

    private RomException Conflict(PendingRow row, CommitResult refused)
    {
        RomException conflict = Conflicts.Of(options, row.Write, refused);
        if (conflict is ConflictException typed) typed.Entity = row.Entity;
        return conflict;
    }

    private void Accept(CommitPlan plan, CommitResult result)
    {
        int assigned = 0, versions = 0;
        byte[]?[] keys = [.. Rows.Select(row => row.Write.Key is null ? result.AssignedKeys[assigned++] : null)];
        foreach (KeyReference reference in plan.References) Rows[reference.Row].SetReference(reference.Column, keys[reference.Target]!);
        HashSet<int> gone = [.. result.Gone];
        for (int i = 0; i < keys.Length; i++)
        {
            if (gone.Contains(i)) Rows[i].Drop();
            else Rows[i].Accept(keys[i], Rows[i].Write.IsVersioned ? result.Versions[versions++] : null);
        }

        Rows.RemoveAll(row => row.IsDropped);
    }
}
