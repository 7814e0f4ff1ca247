using Rom.Storage;

namespace Rom.Sessions;

/// <summary>What one commit may hold.</summary>
internal static class UnitLimits
{
    public static void Check(IReadOnlyList<PendingRow> rows, RomOptions options)
    {
        if (rows.Count > options.MaxRowsPerCommit)
        {
            throw new RomException(
                $"A unit of {rows.Count} rows is larger than RomOptions.MaxRowsPerCommit, which is {options.MaxRowsPerCommit}, and nothing was written: "
                + "it would hold the server for too long. CommitAsync(new SplitOptions()) commits it in parts, each of which is all or nothing; SaveAllAsync is for bulk.");
        }

        if (!options.RequireOneGroup || rows.Count == 0) return;
        string first = HashTag(rows[0].Write);
        foreach (PendingRow row in rows)
        {
            if (HashTag(row.Write) == first) continue;
            throw new RomException(
                $"A unit holds rows of {rows[0].Write.Model.Name} and of {row.Write.Model.Name}, which share no group, and RomOptions.RequireOneGroup is set; nothing was written. "
                + "Give both models the same [RomModel(Group = …)], or commit them in two sessions.") { Model = row.Write.Model.Name };
        }
    }

    private static string HashTag(RowWrite write) => write.Model.Group ?? write.Model.Name;
}
