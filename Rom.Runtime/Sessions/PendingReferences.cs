using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>Rows that refer to entities whose keys the commit itself assigns.</summary>
internal static class PendingReferences
{
    /// <summary>The references of a unit, by the places of its rows; their writes lose what the store adds.</summary>
    public static List<KeyReference> Of(IReadOnlyList<PendingRow> rows)
    {
        List<KeyReference> references = [];
        if (rows.All(row => row.Keyless.Count == 0)) return references;
        Dictionary<IRomEntity, int> places = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < rows.Count; i++) places[rows[i].Entity] = i;
        HashSet<(int Unique, int Target, ModelMetadata Model)> taken = [];
        for (int i = 0; i < rows.Count; i++)
        {
            Strip(rows[i].Write, rows[i].Keyless);
            foreach (PendingReference reference in rows[i].Keyless)
            {
                ModelMetadata model = rows[i].Write.Model;
                int target = places[reference.Target!];
                foreach (UniqueMetadata unique in model.AllUniques)
                {
                    if (IsOver(unique, reference.Column) && !taken.Add((unique.Ordinal, target, model))) throw Conflicts.TakenTwice(rows[i], unique);
                }

                references.Add(new KeyReference(i, reference.Column, target));
            }
        }

        return references;
    }

    /// <summary>Whether a unique is over one column itself.</summary>
    public static bool IsOver(UniqueMetadata unique, int column) => unique.IsOverField && unique.Inputs[0] == column;

    /// <summary>Whether something else is made of a reference than its field and the entry and unique that are over it alone, so that the key must be known.</summary>
    public static bool NeedsKey(ModelMetadata model, int column)
    {
        foreach (IndexMetadata index in model.AllIndexes)
        {
            if (index.Inputs.Contains(column) && (index.Kind != IndexKind.Ordered || !index.ColumnOrdinals.SequenceEqual([column]))) return true;
        }

        foreach (UniqueMetadata unique in model.AllUniques)
        {
            if (unique.Inputs.Contains(column) && !unique.IsOverField) return true;
        }

        return false;
    }

    /// <summary>Takes out of a write what depends on a key that is not known: the store adds it when it is.</summary>
    private static void Strip(RowWrite write, List<PendingReference> references)
    {
        foreach (PendingReference reference in references)
        {
            foreach (IndexMetadata index in write.Model.AllIndexes)
            {
                if (index.Inputs.Contains(reference.Column)) write.Adds.RemoveAll(entry => entry.Index == index.Ordinal);
            }

            write.Sets.RemoveAll(set => set.Column == reference.Column);
            foreach (UniqueMetadata unique in write.Model.AllUniques)
            {
                if (unique.Inputs.Contains(reference.Column)) write.Takes.RemoveAll(take => take.Unique == unique.Ordinal);
            }
        }
    }
}
