using Rom.CompilerServices;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys and arguments of <c>lookup.lua</c>.</summary>
internal readonly struct LookupCall
{
    public LookupCall(LookupPlan plan, KeySpace keys)
    {
        Keys = [keys.Unique(plan.Unique.Ordinal), keys.Schema];
        Arguments = [keys.Fingerprint, plan.Value, keys.RowHead, MemberForm.Of(plan.Unique.Model), .. keys.Fields];
    }

    public RedisKey[] Keys { get; }

    public RedisValue[] Arguments { get; }
}

/// <summary>How scripts turn a member into the text of a key.</summary>
internal static class MemberForm
{
    public static RedisValue Of(ModelMetadata model) => model.KeyKind == KeyKind.Guid ? "g" : "t";
}
