using System.Globalization;
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

    private readonly CommitPlan _plan;
    private readonly Func<ModelMetadata, KeySpace> _keySpaceOf;
    private readonly List<RedisKey> _keys = [];
    private readonly List<RedisValue> _arguments = [];

    public CommitCall(CommitPlan plan, Func<ModelMetadata, KeySpace> keySpaceOf, bool withSchemas)
    {
        (_plan, _keySpaceOf) = (plan, keySpaceOf);
        List<ModelMetadata> models = [.. plan.Rows.Select(row => row.Model).Distinct()];
        Add(models.Count);
        Add(plan.Rows.Count);
        foreach (ModelMetadata model in models) AddModel(model, withSchemas);
        foreach (RowWrite row in plan.Rows) AddRow(row, models.IndexOf(row.Model) + 1);
        Keys = [.. _keys];
        Arguments = [.. _arguments];
    }

    public RedisKey[] Keys { get; }

    public RedisValue[] Arguments { get; }

    public CommitResult Read(RedisValue[] reply)
    {
        CommitStatus status = (CommitStatus)(int)reply[0];
        if (status == CommitStatus.Done) foreach (RowWrite write in _plan.Rows) _keySpaceOf(write.Model).IsSchemaStored = true;
        if (status == CommitStatus.Done)
            return reply.Length == 1 ? CommitResult.Done : new CommitResult { Status = status, AssignedKeys = [.. reply.Skip(1).Select(key => (byte[])key!)] };
        int row = (int)reply[1];
        return status switch
        {
            CommitStatus.RowExists or CommitStatus.GuardFailed =>
                new CommitResult { Status = status, Row = row, Present = [.. reply.Skip(2).Select(field => (byte[]?)field)] },
            CommitStatus.UniqueTaken =>
                new CommitResult { Status = status, Row = row, Take = (int)reply[2], Owner = Owner(_plan.Rows[row].Model, (byte[])reply[3]!) },
            CommitStatus.SchemaDiffers => new CommitResult { Status = status, Row = row, StoredSchema = (string)reply[2]! },
            _ => new CommitResult { Status = status, Row = row },
        };
    }

    private byte[]? Owner(ModelMetadata model, byte[] member) => member.Length == 0 && model.KeyKind != KeyKind.Text ? null : _keySpaceOf(model).KeyOf(member);

    private void AddModel(ModelMetadata model, bool withSchemas)
    {
        KeySpace keys = _keySpaceOf(model);
        _keys.Add(keys.Schema);
        _keys.Add(keys.AllKeys);
        _keys.Add(keys.Counter);
        _arguments.Add(model.SchemaFingerprint);
        _arguments.Add(withSchemas || !keys.IsSchemaStored ? model.SchemaDescription : "");
        _arguments.Add(keys.RowHead);
        _arguments.Add(keys.Fields[0]);
        _arguments.Add(model.KeyKind switch { KeyKind.Int64 => "9223372036854775807", KeyKind.Int32 => "2147483647", _ => "" });
    }

    private void AddRow(RowWrite write, int model)
    {
        KeySpace keys = _keySpaceOf(write.Model);
        Add(model);
        _arguments.Add(write.MustExist ? "1" : "0");
        _arguments.Add(write.Key ?? []);
        _arguments.Add(write.Key is null ? [] : keys.Member(write.Key));
        _arguments.Add(write.Delete ? "d" : write.DropOtherFields ? "o" : "s");
        if (write.Key is not null) _keys.Add(keys.Row(write.Key));
        AddGuards(write, keys);
        Add((write.MustExist ? write.Sets.Count : write.Sets.Count + 1) * 2);
        if (!write.MustExist)
        {
            _arguments.Add(keys.Fields[0]);
            _arguments.Add(write.Key ?? []);
        }

        foreach (FieldValue set in write.Sets)
        {
            _arguments.Add(keys.Fields[set.Column]);
            _arguments.Add(set.Value);
        }

        Add(write.Clears.Count);
        foreach (int clear in write.Clears) _arguments.Add(keys.Fields[clear]);
        AddUniques(write.Takes, keys);
        AddUniques(write.Releases, keys);
        AddEntries(write.Model, write.Adds, keys);
        AddEntries(write.Model, write.Removes, keys);
    }

    private void AddGuards(RowWrite write, KeySpace keys)
    {
        Add(write.Guards.Count);
        _arguments.Add(string.Concat(write.Guards.Select(guard => guard.Expected is null ? '-' : guard.Expected.Length > LongestPlainGuard ? '#' : '=')));
        foreach (FieldGuard guard in write.Guards) _arguments.Add(keys.Fields[guard.Column]);
        foreach (FieldGuard guard in write.Guards)
        {
            byte[] expected = guard.Expected ?? [];
            _arguments.Add(expected.Length > LongestPlainGuard ? Digest(expected) : expected);
        }
    }

    /// <summary>SHA-1, the only digest that a script can compute: it detects a change, it proves nothing.</summary>
    private static byte[] Digest(byte[] bytes)
    {
#pragma warning disable CA5350
        return Encoding.ASCII.GetBytes(Convert.ToHexString(SHA1.HashData(bytes)).ToLowerInvariant());
#pragma warning restore CA5350
    }

    private void AddUniques(List<UniqueEntry> entries, KeySpace keys)
    {
        Add(entries.Count);
        foreach (UniqueEntry entry in entries)
        {
            _keys.Add(keys.Unique(entry.Unique));
            _arguments.Add(entry.Value);
        }
    }

    private void AddEntries(ModelMetadata model, List<IndexEntry> entries, KeySpace keys)
    {
        int counted = _arguments.Count;
        Add(0);
        int ordered = 0, postings = 0, words = 0;
        foreach (IndexEntry entry in entries)
        {
            if (model.Indexes[entry.Index].Kind != IndexKind.Ordered) continue;
            ordered++;
            _keys.Add(keys.Ordered(entry.Index));
            _arguments.Add(entry.Token!);
        }

        foreach (IndexEntry entry in entries)
        {
            if (model.Indexes[entry.Index].Kind == IndexKind.Ordered || HasWord(model, entry)) continue;
            postings++;
            _keys.Add(keys.Posting(entry.Index, entry.Token));
        }

        _arguments[counted] = Number(ordered);
        Add(postings);
        counted = _arguments.Count;
        Add(0);
        foreach (IndexEntry entry in entries)
        {
            if (!HasWord(model, entry)) continue;
            words++;
            _keys.Add(keys.Posting(entry.Index, entry.Token));
            _keys.Add(keys.Words[entry.Index]);
            _arguments.Add(KeyLimits.WordMember(entry.Token!));
        }

        _arguments[counted] = Number(words);
    }

    private static bool HasWord(ModelMetadata model, IndexEntry entry) => model.Indexes[entry.Index].Prefix && entry.Token is not null;

    private void Add(int number) => _arguments.Add(Number(number));

    private static RedisValue Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
