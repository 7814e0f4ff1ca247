using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rom.CompilerServices;
using Rom.Serialization;

namespace Rom.Maintenance;

/// <summary>
/// Collects what a verification finds. A scan may name a key twice, so each finding is known by a digest of 16 bytes and counted once.
/// </summary>
internal sealed class VerifyFindings(ModelMetadata model, int most, bool includeValues)
{
    private readonly HashSet<UInt128> _known = [];
    private readonly List<VerifyFinding> _listed = [];
    private readonly Dictionary<VerifyFindingKind, long> _counts = [];

    public long Rows { get; set; }

    public long Entries { get; set; }

    public VerifyProgress Progress => new(Rows, Entries, _known.Count);

    public VerifyReport Report() => new() { Model = model.Name, Rows = Rows, Entries = Entries, Findings = _listed, Counts = _counts };

    public void Add(VerifyFindingKind kind, byte[]? key, string? index = null, string? stored = null, Exception? cause = null)
    {
        string? text = key is null ? null : Encoding.UTF8.GetString(key);
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{(int)kind}\0{index}\0{text}\0{stored}"));
        if (!_known.Add(BinaryPrimitives.ReadUInt128BigEndian(digest))) return;
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (_listed.Count >= most) return;
        string values = includeValues && stored is not null ? $" Stored: {stored}." : "";
        _listed.Add(new VerifyFinding(kind, Sentence(kind, text, index, cause) + values) { Key = text, Index = index, Stored = stored, Cause = cause });
    }

    /// <summary>The counters are for the whole model, so the first row that one is behind stands for all.</summary>
    public void CheckCounters(byte[]?[] row, byte[]? lastKey, byte[]? lastVersion)
    {
        if (MovesCounter(row[0]!) && IsBehind(lastKey, row[0]!) && !_counts.ContainsKey(VerifyFindingKind.KeyCounterBehind))
            Add(VerifyFindingKind.KeyCounterBehind, row[0]);
        if (model.Version is { } version && row[version.Ordinal] is { } own && IsBehind(lastVersion, own) && !_counts.ContainsKey(VerifyFindingKind.VersionCounterBehind))
            Add(VerifyFindingKind.VersionCounterBehind, row[0]);
    }

    /// <summary>Bytes for people.</summary>
    public static string Show(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        foreach (byte one in bytes)
        {
            if (one is >= (byte)' ' and <= (byte)'~' and not (byte)'\\') text.Append((char)one);
            else text.Append(CultureInfo.InvariantCulture, $"\\x{one:x2}");
        }

        return text.ToString();
    }

    private bool MovesCounter(byte[] key) => model.KeyIsAssignedByStore && key[0] != '-' && key.Length < model.GreatestKey.Length;

    private static bool IsBehind(byte[]? counter, byte[] own)
    {
        if (!ScalarText.TryRead(own, out long number)) return false;
        long last = 0;
        return (counter is not null && !ScalarText.TryRead(counter, out last)) || last < number;
    }

    private string Sentence(VerifyFindingKind kind, string? key, string? index, Exception? cause)
    {
        string row = key is null ? $"no {model.Name} that can be told" : $"{model.Name} '{key}'";
        return kind switch
        {
            VerifyFindingKind.MissingEntry => $"{row} has no entry in '{index}' that its row implies.",
            VerifyFindingKind.StaleEntry => $"'{index}' has an entry of {row} that its row does not imply.",
            VerifyFindingKind.OrphanEntry => $"'{index}' has an entry of {row}, which has no row.",
            VerifyFindingKind.TakenUnique => $"{row} has a value of the unique '{index}' that is registered for another row.",
            VerifyFindingKind.StaleDerivedField => $"{row} keeps another value for the index '{index}' than its columns imply.",
            VerifyFindingKind.StaleWord => $"The words of '{index}' hold one that no {model.Name} has.",
            VerifyFindingKind.MissingKey => $"{row} is not in the set of all keys.",
            VerifyFindingKind.OrphanKey => $"{row} is in the set of all keys and has no row.",
            VerifyFindingKind.OrphanNative => $"{row} has no row, but a native structure '{index}'.",
            VerifyFindingKind.RowWithoutKey => $"The row of {row} lacks the field of its key.",
            VerifyFindingKind.OtherKey => $"The row of {row} holds another key in its key field.",
            VerifyFindingKind.UnreadableRow => $"The entries of {row} cannot be computed ({cause?.GetType().Name}).",
            VerifyFindingKind.ForeignType => index is null ? $"A key of {model.Name} has another type than Rom gives it." : $"A key of '{index}' has another type than Rom gives it.",
            VerifyFindingKind.UnknownIndex => $"There is a key of an index, unique or native structure that {model.Name} has not.",
            VerifyFindingKind.KeyCounterBehind => $"The counter of keys of {model.Name} is behind '{key}', or no number.",
            VerifyFindingKind.VersionCounterBehind => $"The counter of versions of {model.Name} is behind that of {row}, or no number.",
            VerifyFindingKind.MissingSchemaRecord => $"{model.Name} has rows and no schema record.",
            _ => throw new InvalidOperationException($"{kind} is no kind of a finding."),
        };
    }
}
