using System.Text;
using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.Storage.Memory;

/// <summary>What <c>commit.lua</c> does, over dictionaries: read and decide on every row first, then write.</summary>
internal sealed class MemoryCommit(CommitPlan plan, Func<ModelMetadata, MemoryTable> tableOf)
{
    private readonly List<CommitResult> _conflicts = [];
    private readonly List<byte[]> _assigned = [];
    private readonly List<byte[]> _versions = [];
    private readonly List<int> _gone = [];
    private readonly byte[][] _keys = new byte[plan.Rows.Count][];
    private readonly Dictionary<MemoryTable, long> _counters = [];
    private readonly HashSet<(MemoryTable Table, string Key)> _chosen = [];

    /// <summary>The first row that takes each value of a unique.</summary>
    private readonly Dictionary<(ModelMetadata Model, int Unique), Dictionary<byte[], int>> _takers = [];

    /// <summary>The rows that release each value of a unique, each as it is believed to hold it.</summary>
    private readonly Dictionary<(ModelMetadata Model, int Unique), Dictionary<byte[], HashSet<byte[]>>> _releasers = [];

    public CommitResult Run()
    {
        foreach (RowWrite write in plan.Rows)
        {
            if (CheckSchema(write) is { } refused) return refused;
        }

        for (int i = 0; i < plan.Checks.Count; i++)
        {
            if (!MemoryChecks.Holds(plan.Checks[i], tableOf(plan.Checks[i].Model))) Note(new CommitResult { Status = CommitStatus.CheckFailed, Row = i });
        }

        for (int i = 0; i < plan.Rows.Count; i++) Note(CheckRow(plan.Rows[i], i));
        foreach (RowWrite write in plan.Rows) NoteReleases(write);
        for (int i = 0; i < plan.Rows.Count; i++) NoteUniques(plan.Rows[i], i);
        if (_conflicts.Count > 0) return CommitResult.Refused(_conflicts);
        foreach (RowWrite write in plan.Rows) PassChosenKey(write);
        for (int i = 0; i < plan.Rows.Count; i++)
        {
            if (AssignKey(plan.Rows[i], i) is { } refused) return refused;
        }

        for (int i = 0; i < plan.Rows.Count; i++) Write(plan.Rows[i], _keys[i]);
        foreach (KeyReference reference in plan.References) Refer(reference);
        ReleaseUniques();
        return new CommitResult { Status = CommitStatus.Done, AssignedKeys = _assigned, Versions = _versions, Gone = _gone };
    }

    private void Note(CommitResult? refused)
    {
        if (refused is not null && _conflicts.Count < CommitResult.MostConflicts) _conflicts.Add(refused);
    }

    private CommitResult? CheckSchema(RowWrite write) => tableOf(write.Model).Schema is { } schema && schema != write.Model.SchemaDescription
        ? new CommitResult { Status = CommitStatus.SchemaDiffers, Row = plan.Rows.TakeWhile(row => row.Model != write.Model).Count(), StoredSchema = schema }
        : null;

    private CommitResult? CheckRow(RowWrite write, int row)
    {
        MemoryTable table = tableOf(write.Model);
        if (write.Key is null) return null;
        _keys[row] = write.Key;
        byte[]?[]? stored = table.Row(write.Model, write.Key);
        if (stored is null)
        {
            if (write.Delete)
            {
                // Nothing refuses it, and nothing is left behind.
                _gone.Add(row);
                return null;
            }

            if (write.MustExist) return new CommitResult { Status = CommitStatus.RowMissing, Row = row };
            return _chosen.Add((table, Convert.ToHexString(write.Key))) ? null : new CommitResult { Status = CommitStatus.KeyRepeated, Row = row };
        }

        byte[]?[] present = [.. write.Guards.ConvertAll(guard => stored[guard.Column])];
        if (!write.MustExist) return new CommitResult { Status = CommitStatus.RowExists, Row = row, Present = present };
        for (int i = 0; i < present.Length; i++)
        {
            if (!ByteArrayComparer.Instance.Equals(present[i], write.Guards[i].Expected))
                return new CommitResult { Status = CommitStatus.GuardFailed, Row = row, Present = present };
        }

        return null;
    }

    private void NoteReleases(RowWrite write)
    {
        foreach (UniqueEntry release in write.AllReleases)
        {
            Dictionary<byte[], HashSet<byte[]>> releasers = Of(_releasers, write, release);
            if (!releasers.TryGetValue(release.Value, out HashSet<byte[]>? keys)) releasers.Add(release.Value, keys = new HashSet<byte[]>(ByteArrayComparer.Instance));
            keys.Add(write.Key!);
        }
    }

    /// <summary>Against the final state: a value that another row of the plan releases is free.</summary>
    private void NoteUniques(RowWrite write, int row)
    {
        for (int i = 0; i < write.Takes.Count; i++)
        {
            UniqueEntry take = write.Takes[i];
            if (!Owners(write, take).TryGetValue(take.Value, out byte[]? owner)) owner = null;
            if (owner is not null && ByteArrayComparer.Instance.Equals(owner, write.Key)) owner = null;
            if (owner is not null && Of(_releasers, write, take).TryGetValue(take.Value, out HashSet<byte[]>? releasers) && releasers.Contains(owner)) owner = null;
            bool hasTwin = Of(_takers, write, take).TryGetValue(take.Value, out int twin);
            if (owner is not null || hasTwin)
                Note(new CommitResult { Status = CommitStatus.UniqueTaken, Row = row, Take = i, Owner = owner ?? plan.Rows[twin].Key });
        }

        foreach (UniqueEntry take in write.Takes) Of(_takers, write, take).TryAdd(take.Value, row);
    }

    /// <summary>The counter goes beyond a key that a caller chose.</summary>
    private void PassChosenKey(RowWrite write)
    {
        if (!write.MovesCounter) return;
        MemoryTable table = tableOf(write.Model);
        _counters[table] = Math.Max(_counters.GetValueOrDefault(table, table.Counter), KeyText.DecodeInt64(write.Key!));
    }

    private CommitResult? AssignKey(RowWrite write, int row)
    {
        if (write.Key is not null) return null;
        MemoryTable table = tableOf(write.Model);
        long counter = _counters.GetValueOrDefault(table, table.Counter);
        long max = write.Model.KeyKind == KeyKind.Int32 ? int.MaxValue : long.MaxValue;
        do
        {
            if (counter == max) return new CommitResult { Status = CommitStatus.KeysExhausted, Row = row };
            _keys[row] = Text(++counter);
        }
        while (table.Rows.ContainsKey(_keys[row]) || _chosen.Contains((table, Convert.ToHexString(_keys[row]))));
        _counters[table] = counter;
        _assigned.Add(_keys[row]);
        return null;
    }

    private void Write(RowWrite write, byte[] key)
    {
        MemoryTable table = tableOf(write.Model);
        table.Schema ??= write.Model.SchemaDescription;
        if (_counters.TryGetValue(table, out long counter)) table.Counter = counter;
        if (write.Delete || write.IsReplacement) table.Remove(key);
        if (write.Delete) return;

        if (!table.Rows.TryGetValue(key, out Dictionary<string, byte[]>? fields))
            table.Rows.Add(key, fields = new Dictionary<string, byte[]>(StringComparer.Ordinal));
        if (write.DropOtherFields) fields.Clear();
        fields[write.Model.Key.StoredName] = key;
        foreach (FieldValue set in write.Sets) fields[write.Model.Columns[set.Column].StoredName] = set.Value;
        if (write.IsVersioned)
        {
            _versions.Add(Text(++table.Version));
            fields[write.Model.Version!.StoredName] = _versions[^1];
        }

        foreach (int clear in write.Clears) fields.Remove(write.Model.Columns[clear].StoredName);
        foreach (UniqueEntry take in write.Takes) Owners(write, take)[take.Value] = key;
    }

    private void Refer(KeyReference reference)
    {
        RowWrite write = plan.Rows[reference.Row];
        byte[] key = _keys[reference.Row], target = _keys[reference.Target];
        tableOf(write.Model).Rows[key][write.Model.Columns[reference.Column].StoredName] = target;
        foreach (UniqueMetadata unique in write.Model.AllUniques)
        {
            if (Sessions.PendingReferences.IsOver(unique, reference.Column)) tableOf(write.Model).Unique(unique.Name)[target] = key;
        }
    }

    private void ReleaseUniques()
    {
        for (int i = 0; i < plan.Rows.Count; i++)
        {
            foreach (UniqueEntry release in plan.Rows[i].Releases)
            {
                Dictionary<byte[], byte[]> owners = Owners(plan.Rows[i], release);
                if (owners.TryGetValue(release.Value, out byte[]? owner) && ByteArrayComparer.Instance.Equals(owner, _keys[i])) owners.Remove(release.Value);
            }
        }
    }

    private static byte[] Text(long number) => Encoding.ASCII.GetBytes(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What is noted by the values of a unique.</summary>
    private static Dictionary<byte[], T> Of<T>(Dictionary<(ModelMetadata Model, int Unique), Dictionary<byte[], T>> noted, RowWrite write, UniqueEntry entry)
    {
        if (!noted.TryGetValue((write.Model, entry.Unique), out Dictionary<byte[], T>? values))
            noted.Add((write.Model, entry.Unique), values = new Dictionary<byte[], T>(ByteArrayComparer.Instance));
        return values;
    }

    private Dictionary<byte[], byte[]> Owners(RowWrite write, UniqueEntry entry) => tableOf(write.Model).Unique(write.Model.Uniques[entry.Unique].Name);
}
