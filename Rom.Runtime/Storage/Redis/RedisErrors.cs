using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>What the client's errors mean for a caller of Rom.</summary>
internal static class RedisErrors
{
    /// <summary>Rom's error for one of the client's; null when it is none of the client's.</summary>
    public static RomException? Translate(Exception error, bool mayWrite, TimeSpan timeout) => error switch
    {
        RedisServerException server => new StoreException($"Redis refused the command: {server.Message}", server),
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToResolvePhysicalConnection } connection =>
            new StoreException("There is no connection to Redis, so nothing was sent. The client goes on trying to connect.", connection),
        RedisConnectionException connection when mayWrite => Unknown("the connection failed", connection),
        RedisConnectionException connection => new StoreException("The connection to Redis failed during a read.", connection),
        TimeoutException late when mayWrite => Unknown($"no answer came within {timeout.TotalSeconds:0.###} s", late),
        TimeoutException late => new StoreException($"Redis gave no answer to a read within {timeout.TotalSeconds:0.###} s (RomOptions.CommandTimeout).", late),
        _ => null,
    };

    private static CommitOutcomeUnknownException Unknown(string why, Exception cause) =>
        new($"A commit was sent, but {why}: it happened whole or not at all. RefreshAsync tells which.", cause);
}
