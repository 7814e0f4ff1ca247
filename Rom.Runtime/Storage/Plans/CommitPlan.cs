using System.Runtime.InteropServices;
using Rom.CompilerServices;
using Rom.Indexing;

namespace Rom.Storage;

/// <summary>Row writes that happen all or not at all: mostly one, which needs no list.</summary>
internal readonly struct CommitPlan
{
    /// <summary>A row, or a list of them, or a list with more than rows.</summary>
    private readonly object _rows;

    public CommitPlan(RowWrite row) => _rows = row;

    public CommitPlan(IReadOnlyList<RowWrite> rows) => _rows = rows;

    public CommitPlan(IReadOnlyList<RowWrite> rows, IReadOnlyList<ReadCheck> checks, IReadOnlyList<KeyReference> references) =>
        _rows = new Unit(rows, checks, references);

    public int Count => _rows is RowWrite ? 1 : Rows.Count;

    public RowWrite First => _rows as RowWrite ?? Rows[0];

    public IReadOnlyList<RowWrite> Rows => _rows switch { RowWrite row => [row], Unit unit => unit.Rows, _ => (IReadOnlyList<RowWrite>)_rows };

    /// <summary>What was read and must still be so. A plan that has any may be without rows.</summary>
    public IReadOnlyList<ReadCheck> Checks => _rows is Unit unit ? unit.Checks : [];

    /// <summary>Columns that are set to keys which the store is to assign in this very plan.</summary>
    public IReadOnlyList<KeyReference> References => _rows is Unit unit ? unit.References : [];

    private sealed record Unit(IReadOnlyList<RowWrite> Rows, IReadOnlyList<ReadCheck> Checks, IReadOnlyList<KeyReference> References);
}

/// <summary>A column of one row that becomes the key of another row of the plan; the column has an Ordered index of its own and may be unique.</summary>
internal readonly record struct KeyReference(int Row, int Column, int Target);

/// <summary>One row write, with everything that must hold before it.</summary>
internal sealed class RowWrite
{
    private List<int>? _clears;
    private List<UniqueEntry>? _takes, _releases;
    private List<IndexEntry>? _adds, _removes;

    public required ModelMetadata Model { get; init; }

    /// <summary>The stored text of the key; null when the store is to assign it.</summary>
    public required byte[]? Key { get; init; }

    /// <summary>Whether the row must exist, or must not.</summary>
    public required bool MustExist { get; init; }

    /// <summary>Delete the row instead of setting columns.</summary>
    public bool Delete { get; init; }

    /// <summary>Whether every column is written, also those that did not change.</summary>
    public bool IsFull { get; init; }

    /// <summary>Drop every field that the plan does not set, also those of no column.</summary>
    public bool DropOtherFields { get; init; }

    /// <summary>Whether another entity takes the key of the row, which so begins anew.</summary>
    public bool IsReplacement { get; init; }

    /// <summary>The fields that must still hold given bytes, or be absent. When one does not, the result has what each holds.</summary>
    public List<FieldGuard> Guards { get; init; } = [];

    public List<FieldValue> Sets { get; init; } = [];

    /// <summary>The ordinals of the columns to remove.</summary>
    public List<int> Clears => _clears ??= [];

    public List<UniqueEntry> Takes
    {
        get => _takes ??= [];
        init => _takes = value;
    }

    public List<UniqueEntry> Releases
    {
        get => _releases ??= [];
        init => _releases = value;
    }

    public List<IndexEntry> Adds
    {
        get => _adds ??= [];
        init => _adds = value;
    }

    public List<IndexEntry> Removes
    {
        get => _removes ??= [];
        init => _removes = value;
    }

    /// <summary>The same lists for readers, who need none where nothing was added.</summary>
    public ReadOnlySpan<int> AllClears => CollectionsMarshal.AsSpan(_clears);

    public ReadOnlySpan<UniqueEntry> AllTakes => CollectionsMarshal.AsSpan(_takes);

    public ReadOnlySpan<UniqueEntry> AllReleases => CollectionsMarshal.AsSpan(_releases);

    public ReadOnlySpan<IndexEntry> AllAdds => CollectionsMarshal.AsSpan(_adds);

    public ReadOnlySpan<IndexEntry> AllRemoves => CollectionsMarshal.AsSpan(_removes);

    /// <summary>
    /// Whether the counter goes beyond the key of a new row. One with as many digits as the greatest, or below 0, does not use up those between.
    /// </summary>
    public bool MovesCounter => !MustExist && Key is not null && Model.KeyIsAssignedByStore && Key[0] != '-' && Key.Length < Model.GreatestKey.Length;

    /// <summary>Whether the row gets the next version of its model.</summary>
    public bool IsVersioned => Model.Version is not null && !Delete && !IsRebuild;

    /// <summary>Whether only what follows from the row is written, and no column.</summary>
    public bool IsRebuild { get; init; }

    /// <summary>How many declared columns are set or cleared.</summary>
    public int ColumnsWritten
    {
        get
        {
            int columns = 0;
            foreach (FieldValue set in Sets) columns += IsDeclared(set.Column) ? 1 : 0;
            foreach (int clear in AllClears) columns += IsDeclared(clear) ? 1 : 0;
            return columns;
        }
    }

    /// <summary>Whether a declared column is set or cleared.</summary>
    public bool Writes(int column) => IsDeclared(column) && (Sets.Exists(set => set.Column == column) || AllClears.Contains(column));

    private bool IsDeclared(int column) => column < Model.DeclaredColumns;
}

/// <summary>A field and the bytes that it must hold; null: it must be absent.</summary>
internal readonly record struct FieldGuard(int Column, byte[]? Expected);

/// <summary>A field and the bytes to store in it.</summary>
internal readonly record struct FieldValue(int Column, byte[] Value);

/// <summary>How a commit ended; the numbers are those of <c>commit.lua</c>.</summary>
internal enum CommitStatus
{
    Done = 0,
    RowMissing = 1,
    RowExists = 2,
    GuardFailed = 3,
    UniqueTaken = 4,
    SchemaDiffers = 5,
    SchemaMissing = 6,
    KeysExhausted = 7,
    SeveralRefused = 8,
    CheckFailed = 9,
    KeyRepeated = 10,
    CounterInvalid = 11,
    ReceiptKnown = 12,

    /// <summary>Of a patch: the store cannot compute it.</summary>
    NotExact = 13,
}

/// <summary>The outcome of a commit. Anything but <see cref="CommitStatus.Done"/> means that nothing was written.</summary>
internal sealed class CommitResult
{
    public static readonly CommitResult Done = new() { Status = CommitStatus.Done };

    /// <summary>How many reasons a refusal lists at most; <c>commit.lua</c> has the same number.</summary>
    public const int MostConflicts = 100;

    public required CommitStatus Status { get; init; }

    /// <summary>What else refuses a plan of several rows.</summary>
    public IReadOnlyList<CommitResult> Others { get; private set; } = [];

    /// <summary>The first of some reasons, which has the others.</summary>
    public static CommitResult Refused(IReadOnlyList<CommitResult> conflicts)
    {
        conflicts[0].Others = [.. conflicts.Skip(1)];
        return conflicts[0];
    }

    /// <summary>This and the others.</summary>
    public IEnumerable<CommitResult> All => Others.Prepend(this);

    /// <summary>The row of the plan that it is about, or the check.</summary>
    public int Row { get; init; }

    /// <summary>On <see cref="CommitStatus.Done"/>: the keys that the store assigned, in the order of the rows that asked for one.</summary>
    public IReadOnlyList<byte[]> AssignedKeys { get; init; } = [];

    /// <summary>On <see cref="CommitStatus.Done"/>: the versions that rows got, in the order of those that get one.</summary>
    public IReadOnlyList<byte[]> Versions { get; init; } = [];

    /// <summary>On <see cref="CommitStatus.Done"/>: the rows of the plan that were to be deleted and were gone; what they had left behind is gone too.</summary>
    public IReadOnlyList<int> Gone { get; init; } = [];

    /// <summary>On <see cref="CommitStatus.GuardFailed"/> and <see cref="CommitStatus.RowExists"/>: what each guarded field holds.</summary>
    public byte[]?[] Present { get; init; } = [];

    /// <summary>On <see cref="CommitStatus.UniqueTaken"/>: which of the row's takes.</summary>
    public int Take { get; init; }

    /// <summary>On <see cref="CommitStatus.UniqueTaken"/>: the key that has the value.</summary>
    public byte[]? Owner { get; init; }

    /// <summary>On <see cref="CommitStatus.SchemaDiffers"/>: the stored description.</summary>
    public string StoredSchema { get; init; } = "";
}
