using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Maintenance;
using Rom.Serialization;

namespace Rom.Storage.Memory;

/// <summary>Holds rows, uniques and native structures against each other, both ways. There are no other entries.</summary>
internal sealed class MemoryVerify(ModelMetadata model, MemoryTable table, VerifyFindings findings)
{
    public void Run()
    {
        if (table.Rows.Count > 0 && table.Schema is null) findings.Add(VerifyFindingKind.MissingSchemaRecord, null);
        foreach ((byte[] key, Dictionary<string, byte[]> fields) in table.Rows)
        {
            byte[]?[] row = MemoryTable.Row(model, fields);
            if (row[0] is null) findings.Add(VerifyFindingKind.RowWithoutKey, key);
            else if (!ByteArrayComparer.Instance.Equals(row[0], key)) findings.Add(VerifyFindingKind.OtherKey, key);
            else VerifyRow(key, row);
        }

        foreach (UniqueMetadata unique in model.Uniques)
        {
            foreach ((byte[] value, byte[] owner) in table.Unique(unique.Name)) VerifyUnique(unique, value, owner);
        }

        foreach (string unknown in table.UniqueNames.Except(model.Uniques.Select(unique => unique.Name)))
        {
            if (table.Unique(unknown).Count > 0) findings.Add(VerifyFindingKind.UnknownIndex, null, stored: unknown);
        }

        foreach ((byte[] key, string name) in table.NativeNames)
        {
            findings.Entries++;
            if (!table.Rows.ContainsKey(key)) findings.Add(VerifyFindingKind.OrphanNative, key, name);
        }
    }

    private void VerifyRow(byte[] key, byte[]?[] row)
    {
        findings.Rows++;
        findings.CheckCounters(row, KeyText.Encode(table.Counter), KeyText.Encode(table.Version));
        try
        {
            byte[]?[] implied = [.. row];
            DerivedColumns.Fill(model, implied, before: null);
            for (int i = model.DeclaredColumns; i < row.Length; i++)
            {
                if (!ByteArrayComparer.Instance.Equals(implied[i], row[i])) findings.Add(VerifyFindingKind.StaleDerivedField, key, model.Columns[i].DerivedBy!.Name);
            }

            List<IndexEntry> entries = [];
            foreach (IndexMetadata index in model.Indexes) IndexEntries.Append(index, row, entries);
            foreach (UniqueMetadata unique in model.Uniques)
            {
                if (IndexEntries.Unique(unique, row) is not { } value) continue;
                if (!table.Unique(unique.Name).TryGetValue(value, out byte[]? owner)) findings.Add(VerifyFindingKind.MissingEntry, key, unique.Name, Stored(unique, value));
                else if (!ByteArrayComparer.Instance.Equals(owner, key)) findings.Add(VerifyFindingKind.TakenUnique, key, unique.Name, Stored(unique, value));
            }
        }
        catch (Exception e)
        {
            findings.Add(VerifyFindingKind.UnreadableRow, key, cause: e);
        }
    }

    private void VerifyUnique(UniqueMetadata unique, byte[] value, byte[] owner)
    {
        findings.Entries++;
        byte[]?[]? row = table.Row(model, owner);
        if (row is null)
        {
            findings.Add(VerifyFindingKind.OrphanEntry, owner, unique.Name, Stored(unique, value));
            return;
        }

        try
        {
            if (!ByteArrayComparer.Instance.Equals(IndexEntries.Unique(unique, row), value))
                findings.Add(VerifyFindingKind.StaleEntry, owner, unique.Name, Stored(unique, value));
        }
        catch (Exception e)
        {
            findings.Add(VerifyFindingKind.UnreadableRow, owner, cause: e);
        }
    }

    private static string Stored(UniqueMetadata unique, byte[] value) => $"{unique.Name} {VerifyFindings.Show(value)}";
}
