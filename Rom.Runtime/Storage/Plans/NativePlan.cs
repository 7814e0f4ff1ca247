using Rom.CompilerServices;

namespace Rom.Storage;

/// <summary>One command on a native structure of a stored row. The answer is the texts of its reply; null: there is no row.</summary>
/// <param name="Model">The model.</param>
/// <param name="Name">The structure's name.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Command">What to do.</param>
/// <param name="Arguments">The command's arguments after its key.</param>
internal sealed record NativePlan(ModelMetadata Model, string Name, byte[] Key, NativeCommand Command, byte[][] Arguments);

/// <summary>What can be done with native structures: in capitals, commands of Redis.</summary>
internal enum NativeCommand
{
    RPush, LPush, LPop, RPop, LRange, LLen, LRem, LTrim,
    SAdd, SRem, SIsMember, SCard, SMembers, SPop,
    ZAdd, ZRem, ZScore, ZIncrBy, ZCard, ZCount, ZRange, ZRevRange, ZRangeByScore, ZRank, ZRevRank,
    HSet, HGet, HDel, HExists, HLen, HGetAll,
    IncrBy, Get, Set,
    Del,
}
