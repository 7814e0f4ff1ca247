using System.Globalization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>What a commit leaves behind in the same step, by which its client learns of an outcome that it was not told.</summary>
/// <param name="connection">The connection.</param>
/// <param name="key">The receipt, which no other commit has.</param>
/// <param name="lifetime">How long it may be asked for; the server keeps it twice as long, for clocks that run apart and calls that travel long.</param>
internal sealed class CommitReceipt(IRedisConnection connection, RedisKey key, TimeSpan lifetime)
{
    private readonly long _madeAt = Environment.TickCount64;

    public RedisKey Key => key;

    /// <summary>Milliseconds that the server keeps it.</summary>
    public RedisValue Kept { get; } = (2 * (long)lifetime.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the commit has happened; when it has not, it never will.</summary>
    public async Task<bool> WasCommittedAsync(CancellationToken cancellationToken)
    {
        if (Environment.TickCount64 - _madeAt > lifetime.TotalMilliseconds)
            throw new RomException($"The commit was sent more than {lifetime} ago (RomOptions.ReceiptLifetime), and its receipt may be gone. Read the rows to see what is stored.");
        // Asked again after a lost answer it answers the same, so it is no write whose outcome could be unknown.
        RedisValue[] reply = await connection.EvaluateAsync(RomScript.Receipt, [key], [Kept], mayWrite: false, cancellationToken).ConfigureAwait(false);
        return (int)reply[0] == 1;
    }
}
