using System.Text;
using Rom.CompilerServices;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys, arguments and reply of <c>commit.lua</c>, or of <c>commit-row.lua</c>, which is for one row of a model whose schema record is stored.</summary>
internal sealed class CommitCall : ScriptCall<CommitResult>
{
    private readonly RedisEngine _engine;
    private readonly CommitPlan _plan;
    private readonly CommitReceipt? _receipt;

    /// <summary>Of <c>commit.lua</c>.</summary>
    private readonly List<ModelMetadata>? _models;

    /// <param name="engine">The store, which knows the models' keys.</param>
    /// <param name="plan">The rows.</param>
    /// <param name="withSchemas">Whether an absent schema record is stored.</param>
    /// <param name="fingerprint">That of a rebuild instead of the model's.</param>
    /// <param name="receipt">What the commit is to leave, if anything.</param>
    public CommitCall(RedisEngine engine, CommitPlan plan, bool withSchemas, string? fingerprint = null, CommitReceipt? receipt = null)
    {
        (_engine, _plan, _receipt) = (engine, plan, receipt);
        CallWriter call;
        bool isRow = plan.Count == 1 && plan.Checks.Count == 0 && plan.References.Count == 0;
        if (isRow && engine.KeySpaceOf(plan.First.Model) is var keys && keys.IsSchemaStored && !withSchemas && fingerprint is null)
        {
            RowCall row = new(plan.First, keys);
            call = new CallWriter(1 + row.KeyCount + ReceiptLength, 1 + row.ArgumentCount + ReceiptLength);
            call.AddKey(keys.Schema);
            call.Add(keys.Fingerprint);
            row.AddTo(ref call);
        }
        else
        {
            _models = [.. plan.Rows.Select(row => row.Model).Distinct()];
            call = WriteAll(_models, withSchemas, fingerprint);
        }

        if (receipt is not null)
        {
            call.AddKey(receipt.Key);
            call.Add(receipt.Kept);
        }

        (Keys, Arguments) = (call.Keys(), call.Arguments());
    }

    public override RomScript Script => (_models, _receipt) switch
    {
        (null, null) => RomScript.CommitRow,
        (null, _) => RomScript.CommitRowReceipt,
        (_, null) => RomScript.Commit,
        _ => RomScript.CommitReceipt,
    };

    public override bool MayWrite => true;

    private int ReceiptLength => _receipt is null ? 0 : 1;

    public override CommitResult Read(RedisResult reply)
    {
        CallArrays<RedisKey>.Return(Keys);
        CallArrays<RedisValue>.Return(Arguments);
        return reply.IsNull ? CommitResult.Done : Read(((RedisValue[])reply)!);
    }

    public override Task<CommitResult>? Again(CommitResult result, CancellationToken cancellationToken) =>
        result.Status == CommitStatus.SchemaMissing && !_plan.First.IsRebuild ? _engine.CommitAsync(_plan, withSchemas: true, cancellationToken) : null;

    public override void Explain(RomException error)
    {
        if (error is CommitOutcomeUnknownException unknown && _receipt is not null) unknown.Ask = _receipt.WasCommittedAsync;
        if (_plan.Count == 0) return;
        error.Model = _plan.First.Model.Name;
        error.Key = _plan.First.Key is { } key ? Encoding.UTF8.GetString(key) : null;
    }

    private CallWriter WriteAll(List<ModelMetadata> models, bool withSchemas, string? fingerprint)
    {
        RowCall[] rows = new RowCall[_plan.Rows.Count];
        for (int i = 0; i < rows.Length; i++) rows[i] = new RowCall(_plan.Rows[i], _engine.KeySpaceOf(_plan.Rows[i].Model));
        CheckCall[] checks = new CheckCall[_plan.Checks.Count];
        for (int i = 0; i < checks.Length; i++) checks[i] = new CheckCall(_plan.Checks[i], _engine.KeySpaceOf(_plan.Checks[i].Model));
        int references = _plan.References.Count;
        CallWriter call = new(
            models.Count + checks.Length + ReferenceCall.KeyCount * references + rows.Sum(row => row.KeyCount) + ReceiptLength,
            1 + 2 * models.Count + checks.Sum(check => check.ArgumentCount) + ReferenceCall.ArgumentCount * references + rows.Sum(row => row.ArgumentCount) + ReceiptLength);
        call.Add(MessagePackNumbers.Of([models.Count, rows.Length, checks.Length, references]));
        foreach (ModelMetadata model in models)
        {
            KeySpace keys = _engine.KeySpaceOf(model);
            call.AddKey(keys.Schema);
            call.Add(fingerprint ?? keys.Fingerprint);
            call.Add(fingerprint is null && (withSchemas || !keys.IsSchemaStored) ? model.SchemaDescription : CallWriter.Empty);
        }

        foreach (CheckCall check in checks) check.AddTo(ref call);
        foreach (KeyReference reference in _plan.References)
        {
            RowWrite write = _plan.Rows[reference.Row];
            new ReferenceCall(reference, write, _engine.KeySpaceOf(write.Model)).AddTo(ref call);
        }

        foreach (RowCall row in rows) row.AddTo(ref call);
        return call;
    }

    private CommitResult Read(RedisValue[] reply)
    {
        if (reply.Length == 1 && _models is null) return Done(reply);
        CommitStatus status = (CommitStatus)(int)reply[0];
        if (status == CommitStatus.SeveralRefused) return CommitResult.Refused(Refusals(reply));
        if (status != CommitStatus.Done) return Refusal(reply);
        foreach (RowWrite write in _plan.Rows) _engine.KeySpaceOf(write.Model).IsSchemaStored |= !write.IsRebuild;
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

    /// <summary>The keys that were assigned, then the versions that rows got, then the rows to delete that were gone.</summary>
    private CommitResult Done(ReadOnlySpan<RedisValue> reply)
    {
        if (reply.IsEmpty) return CommitResult.Done;
        int keys = _models is null ? (_plan.First.Key is null ? 1 : 0) : _plan.Rows.Count(row => row.Key is null);
        if (keys == reply.Length) return new CommitResult { Status = CommitStatus.Done, AssignedKeys = Bytes(reply) };
        int versions = _models is null ? 1 : _plan.Rows.Count(row => row.IsVersioned);
        int[] gone = new int[reply.Length - keys - versions];
        for (int i = 0; i < gone.Length; i++) gone[i] = (int)reply[keys + versions + i];
        return new CommitResult { Status = CommitStatus.Done, AssignedKeys = Bytes(reply[..keys]), Versions = Bytes(reply.Slice(keys, versions)), Gone = gone };
    }

    private static byte[][] Bytes(ReadOnlySpan<RedisValue> texts)
    {
        byte[][] bytes = new byte[texts.Length][];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte[])texts[i]!;
        return bytes;
    }

    private int FirstRowOf(ModelMetadata model)
    {
        int row = 0;
        while (_plan.Rows[row].Model != model) row++;
        return row;
    }

    private byte[]? Owner(ModelMetadata model, byte[] member) => member.Length == 0 && model.KeyKind != KeyKind.Text ? null : _engine.KeySpaceOf(model).KeyOf(member);
}
