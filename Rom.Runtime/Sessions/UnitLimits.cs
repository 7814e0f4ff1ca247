using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>What one commit may hold.</summary>
internal static class UnitLimits
{
    public static void Check(IReadOnlyList<PendingRow> rows, IReadOnlyList<ReadCheck> checks, RomOptions options)
    {
        if (rows.Count + checks.Count > options.MaxRowsPerCommit)
        {
            throw new RomException(
                $"A unit of {rows.Count} rows{(checks.Count > 0 ? $" and {checks.Count} reads to verify" : "")} is larger than RomOptions.MaxRowsPerCommit, which is {options.MaxRowsPerCommit}, and nothing was written: "
                + "it would hold the server for too long. CommitAsync(new SplitOptions()) commits it in parts, each of which is all or nothing; SaveAllAsync is for bulk.");
        }

        CheckRows(rows);
        if (!options.RequireOneGroup) return;
        ModelMetadata? first = null;
        foreach (ModelMetadata model in rows.Select(row => row.Write.Model).Concat(checks.Select(check => check.Model)))
        {
            first ??= model;
            if (HashTag(model) == HashTag(first)) continue;
            throw new RomException(
                $"A unit holds rows of {first.Name} and of {model.Name}, which share no group, and RomOptions.RequireOneGroup is set; nothing was written. "
                + "Give both models the same [RomModel(Group = …)], or commit them in two sessions.") { Model = model.Name };
        }
    }

    /// <summary>Two writes of one row would each be computed as if the other were not there.</summary>
    private static void CheckRows(IReadOnlyList<PendingRow> rows)
    {
        if (rows.Count < 2) return;
        HashSet<RowIdentity> written = new(rows.Count);
        foreach (PendingRow row in rows)
        {
            if (!row.Write.MustExist || row.Write.Key is not { } key || written.Add(new RowIdentity(row.Write.Model, key))) continue;
            throw new InvalidOperationException($"A unit holds two objects for one row of {row.Write.Model.Name}, and nothing was written. Change or remove one of them, and Forget the other.");
        }
    }

    /// <summary>What models of one group share: all that one commit may hold on a cluster.</summary>
    public static string HashTag(ModelMetadata model) => model.Group ?? model.Name;
}
