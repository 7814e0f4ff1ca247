using System.Globalization;
using System.Text.RegularExpressions;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>What the client's errors mean for a caller of Rom.</summary>
internal static partial class RedisErrors
{
    private static readonly string[] FirstWriteErrors = ["OOM ", "READONLY ", "MISCONF ", "NOREPLICAS "];

    /// <summary>Rom's error for one of the client's; null when it is none of the client's.</summary>
    /// <param name="error">What the client, or the wait for it, threw.</param>
    /// <param name="script">The writing script that was sent; null for a read.</param>
    /// <param name="timeout">How long was waited.</param>
    public static RomException? Translate(Exception error, RomScript? script, TimeSpan timeout) => error switch
    {
        RedisServerException server when script is not null && LineOf(server) > script.FirstWritingLine && !IsOfFirstWrite(server) => new IncompleteCommitException(
            $"A commit was stopped in its middle, and rows of it may be written without their index entries, and others not at all: {server.Message}{At(script, LineOf(server))} "
            + "Remove the cause (a foreign key under the model's tag, a right that the user lacks), call ReindexAsync, which makes all entries anew from the rows, and look which rows are written.", server),
        RedisServerException server => new StoreException($"Redis refused the command, and nothing was written: {server.Message}", server),
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToResolvePhysicalConnection } connection =>
            new StoreException("There is no connection to Redis, so nothing was sent. The client goes on trying to connect.", connection),
        RedisCommandException command => new StoreException($"The client did not send the command: {command.Message}", command),
        ObjectDisposedException disposed => new StoreException("The database or its connection is closed, so nothing was sent.", disposed),
        RedisConnectionException connection when script is not null => Unknown("the connection failed", connection),
        RedisConnectionException connection => new StoreException("The connection to Redis failed during a read.", connection),
        TimeoutException late when script is not null => Unknown($"no answer came within {timeout.TotalSeconds:0.###} s", late),
        TimeoutException late => new StoreException($"Redis gave no answer to a read within {timeout.TotalSeconds:0.###} s (RomOptions.CommandTimeout).", late),
        OperationCanceledException cancelled when script is not null => Unknown("the caller stopped waiting", cancelled),
        _ => null,
    };

    /// <summary>Whether a key held another type than Rom keeps there.</summary>
    public static bool IsOfWrongType(RomException error) => error.InnerException is RedisServerException server && server.Message.Contains("WRONGTYPE", StringComparison.Ordinal);

    private static CommitOutcomeUnknownException Unknown(string why, Exception cause) => new(
        $"A commit was sent, but {why}: it happens whole or not at all, and may still happen. Call RefreshAsync, or look for a new entity by a unique, before saving again.",
        cause);

    /// <summary>Refusals that a script meets at its first write or at none.</summary>
    private static bool IsOfFirstWrite(RedisServerException error) =>
        FirstWriteErrors.Any(prefix => error.Message.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The line of the script at which the server says that it stopped; 0 when it stopped at none.</summary>
    private static int LineOf(RedisServerException error) =>
        ScriptLine().Match(error.Message) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    /// <summary>The command at a line, which the server's error need not name.</summary>
    private static string At(RomScript script, int line) =>
        Command().Match(script.Text.Split('\n').ElementAtOrDefault(line - 1) ?? "") is { Success: true } match ? $" It was at {match.Groups[1].Value}." : "";

    [GeneratedRegex(@"call\('([A-Z]+)'")]
    private static partial Regex Command();

    [GeneratedRegex(@"@?user_script:\s?(\d+)")]
    private static partial Regex ScriptLine();
}
