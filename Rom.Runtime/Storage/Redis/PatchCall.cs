using Rom.CompilerServices;
using Rom.Serialization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys, arguments and reply of <c>patch.lua</c>.</summary>
internal sealed class PatchCall : ScriptCall<CommitResult>
{
    private readonly PatchPlan _plan;
    private readonly CommitReceipt? _receipt;

    public PatchCall(PatchPlan plan, KeySpace keys, CommitReceipt? receipt)
    {
        (_plan, _receipt) = (plan, receipt);
        IndexMetadata[] indexes = [.. plan.Indexes];
        ColumnMetadata? version = plan.Model.Version;
        // The key first; then what changes, what its indexes are over, and the version.
        List<ColumnMetadata> fields = [plan.Model.Columns[0]];
        List<int> numbers = [];
        foreach (FieldChange change in plan.Changes) numbers.AddRange([Place(change.Column), (int)change.Kind, change.AbsentIsNull ? 1 : 0]);
        foreach (IndexMetadata index in indexes) numbers.AddRange([index.Columns.Count, .. index.Columns.ConvertAll(ordinal => Place(plan.Model.Columns[ordinal]))]);
        int versioned = version is null ? 0 : Place(version);
        int[] head = [fields.Count, plan.Changes.Count, indexes.Length, versioned, .. numbers];

        List<RedisValue> values = [];
        foreach (FieldChange change in plan.Changes) values.AddRange(Values(change));
        Keys =
        [
            keys.Schema, keys.Row(plan.Key), .. version is null ? [] : (RedisKey[])[keys.Versions], .. indexes.ConvertAll(index => keys.Ordered(index.Ordinal)),
            .. receipt is null ? [] : (RedisKey[])[receipt.Key],
        ];
        Arguments =
        [
            keys.Fingerprint, keys.Member(plan.Key), MessagePackNumbers.Of(head),
            .. fields.ConvertAll(column => keys.Fields[column.Ordinal]), .. fields.ConvertAll(ColumnForm.ArgumentOf),
            .. values, .. receipt is null ? [] : (RedisValue[])[receipt.Kept],
        ];

        int Place(ColumnMetadata column)
        {
            if (!fields.Contains(column)) fields.Add(column);
            return fields.IndexOf(column) + 1;
        }
    }

    public override RomScript Script => _receipt is null ? RomScript.Patch : RomScript.PatchReceipt;

    public override bool MayWrite => true;

    public override CommitResult Read(RedisResult reply)
    {
        RedisValue[] values = ((RedisValue[])reply)!;
        return new CommitResult { Status = (CommitStatus)(int)values[0], StoredSchema = values.Length > 2 ? (string)values[2]! : "" };
    }

    public override void Explain(RomException error)
    {
        if (error is CommitOutcomeUnknownException unknown && _receipt is not null) unknown.Ask = _receipt.WasCommittedAsync;
        (error.Model, error.Key) = (_plan.Model.Name, System.Text.Encoding.UTF8.GetString(_plan.Key));
    }

    private static RedisValue[] Values(FieldChange change) => change.Kind switch
    {
        FieldChangeKind.Set when change.Value is null => ["0", CallWriter.Empty],
        FieldChangeKind.Set => ["1", change.Value],
        FieldChangeKind.AddInteger => [change.Value, change.Bounds.Least, change.Bounds.Greatest],
        _ => [change.Value],
    };
}
