using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>Rows that are committed together: one script call, and another only when somebody else changed what index entries were computed from.</summary>
internal sealed class UnitOfWork(IEngine engine, RomOptions options, IReadOnlyList<PendingRow> pending)
{
    /// <summary>Writes every row, or none.</summary>
    /// <returns>How many rows were written.</returns>
    public async Task<int> CommitAsync(CancellationToken cancellationToken)
    {
        UnitLimits.Check(pending, options);
        List<PendingRow> rows = [.. pending];
        for (int attempt = 1; rows.Count > 0; attempt++)
        {
            CommitResult result = await engine.CommitAsync(new CommitPlan([.. rows.Select(row => row.Write)]), cancellationToken).ConfigureAwait(false);
            if (result.Status == CommitStatus.Done)
            {
                Accept(rows, result);
                break;
            }

            Settle(rows, result, isLast: attempt == Retry.Attempts);
        }

        return rows.Count;
    }

    private void Settle(List<PendingRow> rows, CommitResult result, bool isLast)
    {
        List<RomException> conflicts = [];
        HashSet<PendingRow> dropped = [];
        foreach (CommitResult refused in result.All)
        {
            PendingRow row = rows[refused.Row];
            Settlement settlement = isLast ? Settlement.Conflict : row.Settle(refused);
            if (settlement == Settlement.Conflict) conflicts.Add(Conflict(row, refused));
            else if (settlement == Settlement.Dropped) dropped.Add(row);
        }

        if (conflicts.Count > 0) throw Conflicts.Together(conflicts);
        foreach (PendingRow row in dropped) row.Accept(assigned: null, version: null);
        rows.RemoveAll(dropped.Contains);
    }

    private RomException Conflict(PendingRow row, CommitResult refused)
    {
        RomException conflict = Conflicts.Of(options, row.Write, refused);
        if (conflict is ConflictException typed) typed.Entity = row.Entity;
        return conflict;
    }

    private static void Accept(List<PendingRow> rows, CommitResult result)
    {
        int assigned = 0, versions = 0;
        foreach (PendingRow row in rows)
            row.Accept(row.Write.Key is null ? result.AssignedKeys[assigned++] : null, row.Write.IsVersioned ? result.Versions[versions++] : null);
    }
}
