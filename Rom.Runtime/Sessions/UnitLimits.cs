using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>What one commit may hold.</summary>
internal static class UnitLimits
{
    /// <param name="rows">The rows.</param>
    /// <param name="reads">What a transaction read; null: this is none.</param>
    /// <param name="options">How the database is used.</param>
    public static void Check(IReadOnlyList<PendingRow> rows, IReadOnlyList<ReadCheck>? reads, RomOptions options)
    {
        IReadOnlyList<ReadCheck> checks = reads ?? [];
        if (rows.Count + checks.Count > options.MaxRowsPerCommit) throw TooLarge(rows.Count, reads?.Count, options);

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
            if (!row.Write.MustExist || row.Identity is not { } identity || written.Add(identity)) continue;
            throw new InvalidOperationException(
                $"A unit holds two objects for {Conflicts.Row(identity.Model, identity.Key)}, and nothing was written. Change or remove one of them, and Forget the other.");
        }
    }

    /// <summary>A part may refer to new entities of its own and of those before it.</summary>
    public static void CheckParts(PendingRow[][] parts)
    {
        if (parts.Length < 2) return;
        HashSet<IRomEntity> stored = new(ReferenceEqualityComparer.Instance);
        foreach (PendingRow[] part in parts)
        {
            stored.UnionWith(part.Select(row => row.Entity));
            foreach (PendingRow row in part)
            {
                foreach (PendingReference reference in row.Keyless)
                {
                    if (!stored.Contains(reference.Target!)) throw Conflicts.SplitApart(row.Write.Model, reference);
                }
            }
        }
    }

    private static RomException TooLarge(int rows, int? reads, RomOptions options) => new(
        reads is null
            ? $"A unit of {rows} rows is larger than RomOptions.MaxRowsPerCommit, which is {options.MaxRowsPerCommit}, and nothing was written: it would hold the server for too long. "
                + "CommitAsync(new SplitOptions()) commits it in parts, each of which is all or nothing; SaveAllAsync is for bulk."
            : $"A transaction is larger than RomOptions.MaxRowsPerCommit, which is {options.MaxRowsPerCommit}, and nothing was written: it would hold the server for too long. "
                + $"Rows to write: {rows}; reads to verify: {reads}. Read and write fewer rows in it, or raise RomOptions.MaxRowsPerCommit.");

    /// <summary>What models of one group share: all that one commit may hold on a cluster.</summary>
    public static string HashTag(ModelMetadata model) => model.Group ?? model.Name;
}
