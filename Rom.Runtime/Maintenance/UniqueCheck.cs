using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.Maintenance;

/// <summary>Finds every value of a unique that several rows have. Keeps a digest of 16 bytes and the key of each value.</summary>
internal sealed class UniqueCheck(ModelMetadata model)
{
    private readonly Dictionary<(int Unique, UInt128 Digest), byte[]> _owners = [];
    private readonly Dictionary<(int Unique, UInt128 Digest), (string[] Values, List<string> Keys)> _duplicates = [];

    public void Add(byte[]?[] row)
    {
        foreach (UniqueMetadata unique in model.AllUniques)
        {
            if (IndexEntries.Unique(unique, row) is not { } value) continue;
            (int, UInt128) one = (unique.Ordinal, BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(value)));
            if (_owners.TryAdd(one, row[0]!)) continue;
            if (!_duplicates.TryGetValue(one, out (string[] Values, List<string> Keys) rows))
                _duplicates.Add(one, rows = (ValuesOf(unique, row, value), [Encoding.UTF8.GetString(_owners[one])]));
            rows.Keys.Add(Encoding.UTF8.GetString(row[0]!));
        }
    }

    public void ThrowOnDuplicates()
    {
        if (_duplicates.Count == 0) return;
        DuplicateValue[] found = [.. _duplicates.ConvertAll(pair => new DuplicateValue(model.Uniques[pair.Key.Unique].Name, pair.Value.Values, pair.Value.Keys))];
        throw new DuplicateValuesException(
            $"{found.Length} values of {string.Join(", ", found.Select(one => one.Unique).Distinct())} of {model.Name} are in several rows, so nothing was changed; "
            + "Duplicates names the values and rows. Change them with the program that the stored data belongs to and run ReindexAsync again.")
        {
            Model = model.Name, Duplicates = found,
        };
    }

    private string[] ValuesOf(UniqueMetadata unique, byte[]?[] row, byte[] value) => unique.Computed is not null
        ? [Encoding.UTF8.GetString(value)]
        : [.. unique.Inputs.ToArray().Select(input => StoredText.Display(model.Columns[input], row[input])!)];
}
