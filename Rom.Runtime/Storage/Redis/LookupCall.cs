using System.Text;
using Rom.CompilerServices;
using Rom.Errors;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys, arguments and reply of <c>lookup.lua</c>.</summary>
internal sealed class LookupCall : ScriptCall<byte[]?[]?>
{
    private readonly ModelMetadata _model;

    public LookupCall(LookupPlan plan, KeySpace keys)
    {
        _model = plan.Unique.Model;
        Keys = [keys.Unique(plan.Unique.Ordinal), keys.Schema];
        Arguments = [plan.Value, keys.LookupForm];
    }

    public override RomScript Script => RomScript.Lookup;

    public override byte[]?[]? Read(RedisResult reply)
    {
        if (reply.IsNull) return null;
        byte[]?[] row = ((byte[][])reply)!;
        return row switch
        {
            [null, null, { } key] => throw Conflicts.OtherKey(_model, key),
            [null, { } description] => throw Conflicts.Schema(_model, Encoding.UTF8.GetString(description)),
            _ => row,
        };
    }
}

/// <summary>How scripts turn a member into the text of a key.</summary>
internal static class MemberForm
{
    public static string Of(ModelMetadata model) => model.KeyKind == KeyKind.Guid ? "g" : "t";
}
