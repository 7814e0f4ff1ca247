using System.Security.Cryptography;
using System.Text;
using Rom.CompilerServices;
using Rom.Indexing;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys, arguments and reply of <c>commit.lua</c>.</summary>
internal sealed class CommitCall
{
    /// <summary>Guarded bytes above this length travel as their SHA-1, which is 40.</summary>
    private const int LongestPlainGuard = 64;

    /// <summary>What most commits have: one row of one model, and one guard of a short value.</summary>
    private static readonly RedisValue OneRow = MessagePackNumbers.Of([1, 1]), OneGuard = "=";

    private readonly CommitPlan _plan;
    private readonly Func<ModelMetadata, KeySpace> _keySpaceOf;
    private readonly List<ModelMetadata> _models = [];
    private readonly CallWriter _call;

    public CommitCall(CommitPlan plan, Func<ModelMetadata, KeySpace> keySpaceOf, bool withSchemas)
    {
        (_plan, _keySpaceOf) = (plan, keySpaceOf);
        int keyCount = 0, argumentCount = 1;
        foreach (RowWrite row in plan.Rows)
        {
            if (!_models.Contains(row.Model)) _models.Add(row.Model);
            EntryCounts added = EntryCounts.Of(row.Model, row.Adds), removed = EntryCounts.Of(row.Model, row.Removes);
            int uniques = row.Takes.Count + row.Releases.Count;
            keyCount += (row.Key is null ? 0 : 1) + uniques + added.Keys + removed.Keys;
            argumentCount += (row.MustExist ? 3 : 5) + 2 * (row.Guards.Count + row.Sets.Count) + row.Clears.Count + uniques + added.Arguments + removed.Arguments;
        }

        _call = new CallWriter(keyCount + 3 * _models.Count, argumentCount + 5 * _models.Count);
        _call.Add(plan.Rows.Count == 1 ? OneRow : MessagePackNumbers.Of([_models.Count, plan.Rows.Count]));
        foreach (ModelMetadata model in _models) AddModel(model, withSchemas);
        foreach (RowWrite row in plan.Rows) AddRow(row, _models.IndexOf(row.Model) + 1);
        (Keys, Arguments) = (_call.Keys(), _call.Arguments());
    }

    public RedisKey[] Keys { get; }

    public RedisValue[] Arguments { get; }

    public CommitResult Read(RedisValue[] reply) => (CommitStatus)(int)reply[0] switch
    {
        CommitStatus.Done => Done(reply),
        CommitStatus.SeveralRefused => CommitResult.Refused(Refusals(reply)),
        _ => Refusal(reply),
    };

    /// <summary>The refusals of several rows, each after its length.</summary>
    private List<CommitResult> Refusals(RedisValue[] reply)
    {
        List<CommitResult> refusals = [];
        for (int at = 1; at < reply.Length; at += (int)reply[at] + 1) refusals.Add(Refusal(reply.AsSpan(at + 1, (int)reply[at])));
        return refusals;
    }

    private CommitResult Refusal(ReadOnlySpan<RedisValue> reply)
    {
        CommitStatus status = (CommitStatus)(int)reply[0];
        int row = status is CommitStatus.SchemaDiffers or CommitStatus.SchemaMissing ? FirstRowOf(_models[(int)reply[1]]) : (int)reply[1];
        return status switch
        {
            CommitStatus.RowExists or CommitStatus.GuardFailed =>
                new CommitResult { Status = status, Row = row, Present = Array.ConvertAll(reply[2..].ToArray(), field => (byte[]?)field) },
            CommitStatus.UniqueTaken =>
                new CommitResult { Status = status, Row = row, Take = (int)reply[2], Owner = Owner(_plan.Rows[row].Model, (byte[])reply[3]!) },
            CommitStatus.SchemaDiffers => new CommitResult { Status = status, Row = row, StoredSchema = (string)reply[2]! },
            _ => new CommitResult { Status = status, Row = row },
        };
    }

    private int FirstRowOf(ModelMetadata model)
    {
        int row = 0;
        while (_plan.Rows[row].Model != model) row++;
        return row;
    }

    private CommitResult Done(RedisValue[] reply)
    {
        foreach (RowWrite write in _plan.Rows) _keySpaceOf(write.Model).IsSchemaStored = true;
        return reply.Length == 1
            ? CommitResult.Done
            : new CommitResult { Status = CommitStatus.Done, AssignedKeys = Array.ConvertAll(reply[1..], key => (byte[])key!) };
    }

    private byte[]? Owner(ModelMetadata model, byte[] member) => member.Length == 0 && model.KeyKind != KeyKind.Text ? null : _keySpaceOf(model).KeyOf(member);

    private void AddModel(ModelMetadata model, bool withSchemas)
    {
        KeySpace keys = _keySpaceOf(model);
        _call.AddKey(keys.Schema);
        _call.AddKey(keys.AllKeys);
        _call.AddKey(keys.Counter);
        _call.Add(keys.Fingerprint);
        _call.Add(withSchemas || !keys.IsSchemaStored ? model.SchemaDescription : CallWriter.Empty);
        _call.Add(keys.RowHead);
        _call.Add(keys.Fields[0]);
        _call.Add(keys.GreatestKey);
    }

    private void AddRow(RowWrite write, int model)
    {
        KeySpace keys = _keySpaceOf(write.Model);
        EntryCounts added = EntryCounts.Of(write.Model, write.Adds), removed = EntryCounts.Of(write.Model, write.Removes);
        int sets = write.MustExist ? write.Sets.Count : write.Sets.Count + 1;
        _call.Add(MessagePackNumbers.Of(
        [
            model, write.MustExist ? 1 : 0, write.Delete ? 1 : write.DropOtherFields ? 2 : 0, write.Guards.Count, 2 * sets, write.Clears.Count,
            write.Takes.Count, write.Releases.Count, added.Ordered, added.Postings, added.Words, removed.Ordered, removed.Postings, removed.Words,
        ]));
        _call.Add(write.Key is null ? CallWriter.Empty : keys.Member(write.Key));
        if (write.Key is not null) _call.AddKey(keys.Row(write.Key));
        AddGuards(write, keys);
        AddFields(write, keys);
        AddUniques(write.Takes, keys);
        AddUniques(write.Releases, keys);
        AddEntries(write.Model, write.Adds, keys);
        AddEntries(write.Model, write.Removes, keys);
    }

    private void AddGuards(RowWrite write, KeySpace keys)
    {
        List<FieldGuard> guards = write.Guards;
        if (guards.Count == 0) _call.Add(CallWriter.Empty);
        else if (guards is [{ Expected.Length: <= LongestPlainGuard }]) _call.Add(OneGuard);
        else _call.Add(string.Create(guards.Count, guards, static (letters, from) =>
        {
            for (int i = 0; i < letters.Length; i++)
                letters[i] = from[i].Expected is not { } expected ? '-' : expected.Length > LongestPlainGuard ? '#' : '=';
        }));
        foreach (FieldGuard guard in guards) _call.Add(keys.Fields[guard.Column]);
        foreach (FieldGuard guard in guards)
        {
            byte[] expected = guard.Expected ?? [];
            _call.Add(expected.Length > LongestPlainGuard ? Digest(expected) : expected);
        }
    }

    private void AddFields(RowWrite write, KeySpace keys)
    {
        if (!write.MustExist)
        {
            _call.Add(keys.Fields[0]);
            _call.Add(write.Key ?? CallWriter.Empty);
        }

        foreach (FieldValue set in write.Sets)
        {
            _call.Add(keys.Fields[set.Column]);
            _call.Add(set.Value);
        }

        foreach (int clear in write.Clears) _call.Add(keys.Fields[clear]);
    }

    private void AddUniques(List<UniqueEntry> entries, KeySpace keys)
    {
        foreach (UniqueEntry entry in entries)
        {
            _call.AddKey(keys.Unique(entry.Unique));
            _call.Add(entry.Value);
        }
    }

    /// <summary>Entries of ordered indexes, then postings, then postings whose index keeps its words in order.</summary>
    private void AddEntries(ModelMetadata model, List<IndexEntry> entries, KeySpace keys)
    {
        foreach (IndexEntry entry in entries)
        {
            if (!IsOrdered(model, entry)) continue;
            _call.AddKey(keys.Ordered(entry.Index));
            _call.Add(entry.Token!);
        }

        foreach (IndexEntry entry in entries)
        {
            if (!IsOrdered(model, entry) && !HasWord(model, entry)) _call.AddKey(keys.Posting(entry.Index, entry.Token));
        }

        foreach (IndexEntry entry in entries)
        {
            if (!HasWord(model, entry)) continue;
            _call.AddKey(keys.Posting(entry.Index, entry.Token));
            _call.AddKey(keys.Words[entry.Index]);
            _call.Add(KeyLimits.WordMember(entry.Token!));
        }
    }

    private static bool IsOrdered(ModelMetadata model, IndexEntry entry) => model.Indexes[entry.Index].Kind == IndexKind.Ordered;

    private static bool HasWord(ModelMetadata model, IndexEntry entry) => model.Indexes[entry.Index].Prefix && entry.Token is not null;

    /// <summary>SHA-1, the only digest that a script can compute: it detects a change, it proves nothing.</summary>
    private static byte[] Digest(byte[] bytes)
    {
#pragma warning disable CA5350
        return Encoding.ASCII.GetBytes(Convert.ToHexString(SHA1.HashData(bytes)).ToLowerInvariant());
#pragma warning restore CA5350
    }

    /// <summary>How many entries of each form a row has, and so how many keys and arguments.</summary>
    private readonly record struct EntryCounts(int Ordered, int Postings, int Words)
    {
        public int Keys => Ordered + Postings + 2 * Words;

        public int Arguments => Ordered + Words;

        public static EntryCounts Of(ModelMetadata model, List<IndexEntry> entries)
        {
            int ordered = 0, words = 0;
            foreach (IndexEntry entry in entries)
            {
                if (IsOrdered(model, entry)) ordered++;
                else if (HasWord(model, entry)) words++;
            }

            return new EntryCounts(ordered, entries.Count - ordered - words, words);
        }
    }
}
