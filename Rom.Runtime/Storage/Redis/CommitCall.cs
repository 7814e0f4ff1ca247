using Rom.CompilerServices;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys, arguments and reply of <c>commit.lua</c>, or of <c>commit-row.lua</c>, which is for one row of a model whose schema record is stored.</summary>
internal sealed class CommitCall
{
    private readonly CommitPlan _plan;
    private readonly Func<ModelMetadata, KeySpace> _keySpaceOf;
    private readonly List<ModelMetadata>? _models;

    /// <param name="plan">The rows.</param>
    /// <param name="keySpaceOf">Their keys.</param>
    /// <param name="withSchemas">Whether an absent schema record is stored.</param>
    /// <param name="fingerprint">That of a rebuild instead of the model's.</param>
    public CommitCall(CommitPlan plan, Func<ModelMetadata, KeySpace> keySpaceOf, bool withSchemas, string? fingerprint = null)
    {
        (_plan, _keySpaceOf) = (plan, keySpaceOf);
        CallWriter call;
        KeySpace first = keySpaceOf(plan.Rows[0].Model);
        if (plan.Rows.Count == 1 && first.IsSchemaStored && !withSchemas && fingerprint is null)
        {
            Script = RomScript.CommitRow;
            RowCall row = new(plan.Rows[0], first);
            call = new CallWriter(1 + row.KeyCount, 1 + row.ArgumentCount);
            call.AddKey(first.Schema);
            call.Add(first.Fingerprint);
            row.AddTo(call);
        }
        else
        {
            Script = RomScript.Commit;
            _models = [.. plan.Rows.Select(row => row.Model).Distinct()];
            RowCall[] rows = [.. plan.Rows.Select(row => new RowCall(row, keySpaceOf(row.Model)))];
            call = new CallWriter(_models.Count + rows.Sum(row => row.KeyCount), 1 + 2 * _models.Count + rows.Sum(row => row.ArgumentCount));
            call.Add(MessagePackNumbers.Of([_models.Count, plan.Rows.Count]));
            foreach (ModelMetadata model in _models)
            {
                KeySpace keys = keySpaceOf(model);
                call.AddKey(keys.Schema);
                call.Add(fingerprint ?? keys.Fingerprint);
                call.Add(fingerprint is null && (withSchemas || !keys.IsSchemaStored) ? model.SchemaDescription : CallWriter.Empty);
            }

            foreach (RowCall row in rows) row.AddTo(call);
        }

        (Keys, Arguments) = (call.Keys(), call.Arguments());
    }

    public RomScript Script { get; }

    public RedisKey[] Keys { get; }

    public RedisValue[] Arguments { get; }

    public CommitResult Read(RedisValue[] reply)
    {
        if (reply.Length == 1 && Script == RomScript.CommitRow) return _plan.Rows[0].Key is null ? Done(reply) : CommitResult.Done;
        CommitStatus status = (CommitStatus)(int)reply[0];
        if (status == CommitStatus.SeveralRefused) return CommitResult.Refused(Refusals(reply));
        if (status != CommitStatus.Done) return Refusal(reply);
        foreach (RowWrite write in _plan.Rows) _keySpaceOf(write.Model).IsSchemaStored |= !write.IsRebuild;
        return Done(reply.AsSpan(1));
    }

    /// <summary>Several refusals, each after its length.</summary>
    private List<CommitResult> Refusals(RedisValue[] reply)
    {
        List<CommitResult> refusals = [];
        for (int at = 1; at < reply.Length; at += (int)reply[at] + 1) refusals.Add(Refusal(reply.AsSpan(at + 1, (int)reply[at])));
        return refusals;
    }

    private CommitResult Refusal(ReadOnlySpan<RedisValue> reply)
    {
        CommitStatus status = (CommitStatus)(int)reply[0];
        bool isOfModel = status is CommitStatus.SchemaDiffers or CommitStatus.SchemaMissing;
        int row = isOfModel && _models is not null ? FirstRowOf(_models[(int)reply[1]]) : (int)reply[1];
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

    /// <summary>The keys that were assigned, then the versions that rows got.</summary>
    private CommitResult Done(ReadOnlySpan<RedisValue> assigned)
    {
        if (assigned.IsEmpty) return CommitResult.Done;
        byte[][] values = new byte[assigned.Length][];
        for (int i = 0; i < values.Length; i++) values[i] = (byte[])assigned[i]!;
        int keys = _plan.Rows.Count(row => row.Key is null);
        return keys == values.Length
            ? new CommitResult { Status = CommitStatus.Done, AssignedKeys = values }
            : new CommitResult { Status = CommitStatus.Done, AssignedKeys = values[..keys], Versions = values[keys..] };
    }

    private int FirstRowOf(ModelMetadata model)
    {
        int row = 0;
        while (_plan.Rows[row].Model != model) row++;
        return row;
    }

    private byte[]? Owner(ModelMetadata model, byte[] member) => member.Length == 0 && model.KeyKind != KeyKind.Text ? null : _keySpaceOf(model).KeyOf(member);
}
