using Rom.CompilerServices;
using Rom.Indexing;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>What the schema record says of a model that may be being rebuilt.</summary>
/// <param name="Fingerprint">Its present fingerprint; empty when there is no record.</param>
/// <param name="Phase">What the rebuild is doing.</param>
/// <param name="After">The member of the last row that is done in this phase.</param>
/// <param name="Before">The fingerprint and description to go back to while nothing is changed; empty when there was no record.</param>
internal sealed record RebuildRecord(string Fingerprint, ReindexPhase Phase, byte[]? After, (string Fingerprint, string Description) Before)
{
    public static readonly RedisValue[] Fields = ["fingerprint", "description", "into", "phase", "after", "was-fingerprint", "was-description"];

    private static readonly string[] OfRebuild = ["into", "phase", "after", "was-fingerprint", "was-description"];

    /// <summary>A rebuild of the same indexes goes on; one of others begins again.</summary>
    public static RebuildRecord Of(RedisValue[] stored, ModelMetadata model)
    {
        string fingerprint = (string?)stored[0] ?? "";
        if (stored[2].IsNull) return new RebuildRecord(fingerprint, ReindexPhase.Checking, null, (fingerprint, (string?)stored[1] ?? ""));
        ReindexPhase phase = Enum.Parse<ReindexPhase>((string)stored[3]!);
        (string, string) before = ((string)stored[5]!, (string)stored[6]!);
        if ((string)stored[2]! == model.SchemaFingerprint) return new RebuildRecord(fingerprint, phase, (byte[]?)stored[4], before);
        // What another rebuild has begun to clear can no longer be gone back to, only be built anew.
        return new RebuildRecord(fingerprint, phase == ReindexPhase.Checking ? phase : ReindexPhase.Clearing, null, before);
    }

    public RecordChange TakeOver(string marker, ModelMetadata model) => new(
        [
            ("fingerprint", marker), ("description", $"{SchemaRecord.Rebuilding}\n{model.SchemaDescription}"), ("into", model.SchemaFingerprint), ("phase", Phase.ToString()),
            ("was-fingerprint", Before.Fingerprint), ("was-description", Before.Description), .. Place().Sets,
        ],
        Place().Clears);

    /// <summary>How far it is.</summary>
    public RecordChange Place() => After is null
        ? new RecordChange([("phase", Phase.ToString())], ["after"])
        : new RecordChange([("phase", Phase.ToString()), ("after", After)], []);

    public RecordChange Restore() => Before.Fingerprint.Length == 0
        ? new RecordChange([], [.. OfRebuild, "fingerprint", "description"])
        : new RecordChange([("fingerprint", Before.Fingerprint), ("description", Before.Description)], OfRebuild);

    /// <summary>Whether the programs that it goes back to keep a set of all keys.</summary>
    public bool KeptKeys(ModelMetadata model) => Before.Fingerprint.Length == 0 ? model.HasKeyIndex : SchemaRecord.KeepsKeys(Before.Description);

    public static RecordChange Finish(ModelMetadata model) =>
        new([("fingerprint", model.SchemaFingerprint), ("description", model.SchemaDescription)], OfRebuild);
}

/// <summary>Fields of the schema record to set and to clear.</summary>
internal sealed record RecordChange((string Field, RedisValue Value)[] Sets, string[] Clears);

/// <summary>The arguments of <c>rebuild.lua</c>.</summary>
internal sealed record RebuildStep(RecordChange? Change = null, byte[][]? Add = null, byte[][]? Remove = null, RedisKey[]? Delete = null)
{
    public RedisKey[] Deleted => Delete ?? [];

    public RedisValue[] Arguments(string expected) =>
    [
        expected,
        MessagePackNumbers.Of([Change?.Sets.Length ?? 0, Change?.Clears.Length ?? 0, Add?.Length ?? 0]),
        .. (Change?.Sets ?? []).SelectMany(set => new RedisValue[] { set.Field, set.Value }),
        .. (Change?.Clears ?? []).Select(field => (RedisValue)field),
        .. (Add ?? []).Concat(Remove ?? []).Select(member => (RedisValue)member),
    ];
}
