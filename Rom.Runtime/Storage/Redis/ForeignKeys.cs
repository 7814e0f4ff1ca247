using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>Keys under a model's tag that somebody else wrote, as another type.</summary>
internal static class ForeignKeys
{
    /// <summary>A sentence on the first of some keys that holds another type than Rom keeps there; null when none does.</summary>
    public static string? Describe(RedisKey[] keys, string[] types)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            if (KeySpace.KindOf((byte[])keys[i]!) is { } kind && types[i] != "none" && types[i] != kind.Type)
                return $"The key {kind.Name} holds a {types[i]}, and Rom keeps a {kind.Type} there: another program wrote it.";
        }

        return null;
    }
}
