using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>
/// Keys of new entities that a unit needs before its commit, because more than a reference's own column, index and unique is made of them: an index or
/// unique over several columns, or one that is computed. They are taken in one call more for each model.
/// </summary>
internal sealed class ReservedKeys
{
    private readonly List<IRomEntity> _entities = [];

    /// <summary>Gives the new entities of a unit that need them their keys, and computes the rows anew that hold these.</summary>
    public static async Task<ReservedKeys> TakeAsync(IEngine engine, RomOptions options, PendingRow[] rows, CancellationToken cancellationToken)
    {
        ReservedKeys reserved = new();
        HashSet<IRomEntity> needed = new(ReferenceEqualityComparer.Instance);
        foreach (PendingRow row in rows)
        {
            foreach (PendingReference reference in row.Keyless)
            {
                if (PendingReferences.NeedsKey(row.Write.Model, reference.Column)) needed.Add(reference.Target!);
            }
        }

        if (needed.Count == 0) return reserved;
        foreach (IGrouping<ModelMetadata, PendingRow> group in rows.Where(row => needed.Contains(row.Entity)).GroupBy(row => row.Write.Model))
        {
            PendingRow[] targets = [.. group];
            CommitResult result = await engine.ReserveAsync(group.Key, targets.Length, cancellationToken).ConfigureAwait(false);
            if (result.Status != CommitStatus.Done) throw Conflicts.Of(options, targets[0].Write, result);
            for (int i = 0; i < targets.Length; i++)
            {
                targets[i].Entity.Handler.SetKey(targets[i].Entity, result.AssignedKeys[i]);
                reserved._entities.Add(targets[i].Entity);
            }
        }

        for (int i = 0; i < rows.Length; i++)
        {
            if (needed.Contains(rows[i].Entity) || rows[i].Keyless.Exists(reference => needed.Contains(reference.Target!))) rows[i] = rows[i].Renewed();
        }

        return reserved;
    }

    /// <summary>The entities are new again. Their numbers stay taken.</summary>
    public void Forget()
    {
        foreach (IRomEntity entity in _entities) entity.Handler.SetKey(entity, PendingReference.Text);
    }
}
