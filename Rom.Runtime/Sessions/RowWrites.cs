using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>Makes the row writes of saves and deletes: the fields, and the difference of the index entries and uniques that follow from them.</summary>
internal static class RowWrites
{
    private const int StackColumns = 128;

    /// <summary>A row that must not exist. With <paramref name="reportPresent"/>, one that does is reported with the inputs of its index entries.</summary>
    public static RowWrite Insert(ModelMetadata model, byte[]? key, byte[]?[] row, bool reportPresent)
    {
        RowWrite write = new()
        {
            Model = model, Key = key, MustExist = false,
            Sets = new(row.Length), Adds = new(LikelyEntries(model)), Takes = new(model.AllUniques.Length),
        };
        DerivedColumns.Fill(model, row, before: null);
        if (reportPresent) GuardIndexInputs(write, new byte[]?[row.Length]);
        for (int i = 1; i < row.Length; i++)
        {
            if (row[i] is { } value) write.Sets.Add(new FieldValue(i, value));
        }

        AddEntries(write, row, write.Adds, write.Takes);
        return write;
    }

    /// <summary>The changed columns of a row, or all, if it exists and still holds what was read of them.</summary>
    public static RowWrite Update(ModelMetadata model, byte[]?[] stored, byte[]?[] next, bool full)
    {
        DerivedColumns.Fill(model, next, before: stored);
        int changes = full ? next.Length - 1 : CountChanges(stored, next);
        RowWrite write = new()
        {
            Model = model, Key = stored[0], MustExist = true, IsFull = full, Guards = new(changes), Sets = new(changes), Adds = new(changes), Removes = new(changes),
        };
        Span<bool> guarded = stored.Length <= StackColumns ? stackalloc bool[stored.Length] : new bool[stored.Length];
        if (model.Version is { } version) Guard(write, guarded, version.Ordinal, stored[version.Ordinal]);
        for (int i = 1; i < stored.Length; i++)
        {
            if (!full && ReferenceEquals(next[i], stored[i])) continue;
            Guard(write, guarded, i, stored[i]);
            SetOrClear(write, i, next[i]);
        }

        foreach (IndexMetadata index in model.AllIndexes)
        {
            if (!DerivedColumns.DependsOnChange(index.Inputs, stored, next)) continue;
            GuardInputs(write, guarded, index, stored);
            IndexEntries.Append(index, stored, write.Removes);
            IndexEntries.Append(index, next, write.Adds);
        }

        IndexEntries.Subtract(model, write.Removes, write.Adds);
        foreach (UniqueMetadata unique in model.AllUniques)
        {
            if (!DerivedColumns.DependsOnChange(unique.Inputs, stored, next)) continue;
            foreach (int input in unique.Inputs) Guard(write, guarded, input, stored[input]);
            ChangeUnique(write, unique, stored, next);
        }

        return write;
    }

    /// <summary>Every column of a row that must exist, whoever changed it, as long as its index entries are known.</summary>
    /// <param name="model">The model.</param>
    /// <param name="present">What is believed to be stored.</param>
    /// <param name="next">What is to be stored.</param>
    /// <param name="dropOtherFields">Whether fields of no column go.</param>
    /// <param name="loaded">The row that the entity was loaded with, whose version must still hold; null: none.</param>
    /// <param name="isReplacement">Whether another entity takes the key.</param>
    public static RowWrite Overwrite(ModelMetadata model, byte[]?[] present, byte[]?[] next, bool dropOtherFields, byte[]?[]? loaded, bool isReplacement = false)
    {
        RowWrite write = new() { Model = model, Key = present[0], MustExist = true, DropOtherFields = dropOtherFields, IsReplacement = isReplacement };
        DerivedColumns.Fill(model, next, before: null);
        GuardVersion(write, loaded);
        GuardIndexInputs(write, present);
        for (int i = 1; i < next.Length; i++) SetOrClear(write, i, next[i]);
        AddEntries(write, present, write.Removes, []);
        AddEntries(write, next, write.Adds, []);
        IndexEntries.Subtract(model, write.Removes, write.Adds);
        foreach (UniqueMetadata unique in model.AllUniques) ChangeUnique(write, unique, present, next);
        return write;
    }

    /// <summary>A row that must exist, to be deleted with all of its entries.</summary>
    /// <param name="model">The model.</param>
    /// <param name="present">What is believed to be stored.</param>
    /// <param name="loaded">The row that the entity was loaded with, whose version must still hold; null: none.</param>
    public static RowWrite Delete(ModelMetadata model, byte[]?[] present, byte[]?[]? loaded)
    {
        RowWrite write = new()
        {
            Model = model, Key = present[0], MustExist = true, Delete = true,
            Guards = new(present.Length), Removes = new(LikelyEntries(model)), Releases = new(model.AllUniques.Length),
        };
        GuardVersion(write, loaded);
        GuardIndexInputs(write, present);
        AddEntries(write, present, write.Removes, write.Releases);
        return write;
    }

    /// <summary>What a row holds of derived and converted columns as this program makes it, and all of its entries and uniques, of which there are none.</summary>
    public static RowWrite Rebuild(ModelMetadata model, byte[]?[] row)
    {
        RowWrite write = new() { Model = model, Key = row[0], MustExist = true, IsRebuild = true };
        byte[]?[] next = ConvertedColumns.Recode(model, row);
        DerivedColumns.Fill(model, next, before: null);
        for (int i = 1; i < row.Length; i++)
        {
            if (i >= model.DeclaredColumns || !ReferenceEquals(next[i], row[i])) SetOrClear(write, i, next[i]);
        }

        AddEntries(write, next, write.Adds, write.Takes);
        return write;
    }

    /// <summary>The row as a refused write met it, as far as its guards tell.</summary>
    public static byte[]?[] Present(RowWrite write, CommitResult result)
    {
        byte[]?[] row = new byte[]?[write.Model.Columns.Count];
        row[0] = write.Key;
        for (int i = 0; i < write.Guards.Count; i++) row[write.Guards[i].Column] = result.Present[i];
        return row;
    }

    /// <summary>The columns that a refused write met with other bytes than it expected.</summary>
    public static IEnumerable<int> ChangedColumns(RowWrite write, CommitResult result) =>
        Enumerable.Range(0, write.Guards.Count)
            .Where(i => !ByteArrayComparer.Instance.Equals(result.Present[i], write.Guards[i].Expected))
            .Select(i => write.Guards[i].Column);

    /// <summary>Whether a refused update met a change of a column that it writes, or of anything where the row has a version.</summary>
    public static bool IsRace(RowWrite write, CommitResult result) =>
        ChangedColumns(write, result).Any(column => write.Writes(column) || column == write.Model.Version?.Ordinal);

    /// <summary>Whether a refused write met another version of the row than the entity has.</summary>
    public static bool MetOtherVersion(RowWrite write, CommitResult result) =>
        write.Model.Version is { } version && ChangedColumns(write, result).Contains(version.Ordinal);

    private static int CountChanges(byte[]?[] stored, byte[]?[] next)
    {
        int changes = 0;
        for (int i = 1; i < stored.Length; i++) changes += ReferenceEquals(stored[i], next[i]) ? 0 : 1;
        return changes;
    }

    /// <summary>How many entries a row is likely to have, so that lists need not grow.</summary>
    private static int LikelyEntries(ModelMetadata model)
    {
        const int likelyWords = 6;
        int entries = 0;
        foreach (IndexMetadata index in model.AllIndexes) entries += index.Kind == IndexKind.FullText ? likelyWords : 1;
        return entries;
    }

    private static void GuardIndexInputs(RowWrite write, byte[]?[] row)
    {
        Span<bool> guarded = row.Length <= StackColumns ? stackalloc bool[row.Length] : new bool[row.Length];
        foreach (IndexMetadata index in write.Model.AllIndexes) GuardInputs(write, guarded, index, row);
        foreach (UniqueMetadata unique in write.Model.AllUniques)
        {
            foreach (int input in unique.Inputs) Guard(write, guarded, input, row[input]);
        }
    }

    /// <summary>What an index is computed from, and what the row holds of it.</summary>
    private static void GuardInputs(RowWrite write, Span<bool> guarded, IndexMetadata index, byte[]?[] row)
    {
        foreach (int input in index.Inputs) Guard(write, guarded, input, row[input]);
        foreach (int column in index.ColumnOrdinals) Guard(write, guarded, column, row[column]);
    }

    private static void GuardVersion(RowWrite write, byte[]?[]? loaded)
    {
        if (loaded is not null && write.Model.Version is { } version) write.Guards.Add(new FieldGuard(version.Ordinal, loaded[version.Ordinal]));
    }

    private static void Guard(RowWrite write, Span<bool> guarded, int column, byte[]? expected)
    {
        // The key never changes, and whether there is a row is checked anyway.
        if (column == 0 || guarded[column]) return;
        guarded[column] = true;
        write.Guards.Add(new FieldGuard(column, expected));
    }

    /// <summary>The version is the store's to set.</summary>
    private static void SetOrClear(RowWrite write, int column, byte[]? value)
    {
        if (column == write.Model.Version?.Ordinal) return;
        if (value is null) write.Clears.Add(column);
        else write.Sets.Add(new FieldValue(column, value));
    }

    private static void AddEntries(RowWrite write, byte[]?[] row, List<IndexEntry> entries, List<UniqueEntry> uniques)
    {
        foreach (IndexMetadata index in write.Model.AllIndexes) IndexEntries.Append(index, row, entries);
        foreach (UniqueMetadata unique in write.Model.AllUniques)
        {
            if (IndexEntries.Unique(unique, row) is { } value) uniques.Add(new UniqueEntry(unique.Ordinal, value));
        }
    }

    private static void ChangeUnique(RowWrite write, UniqueMetadata unique, byte[]?[] stored, byte[]?[] next)
    {
        byte[]? old = IndexEntries.Unique(unique, stored), taken = IndexEntries.Unique(unique, next);
        if (old is not null && taken is not null && old.AsSpan().SequenceEqual(taken)) return;
        if (old is not null) write.Releases.Add(new UniqueEntry(unique.Ordinal, old));
        if (taken is not null) write.Takes.Add(new UniqueEntry(unique.Ordinal, taken));
    }
}
