namespace Rom;

/// <summary>How a database is used.</summary>
public sealed class RomOptions
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1), LongestReceipt = TimeSpan.FromDays(7);

    private readonly int _maxRowsPerCommit = 1_000;
    private readonly string _keyPrefix = "";
    private readonly TimeSpan _commandTimeout = TimeSpan.FromSeconds(5);
    private readonly int _maxRowsVisitedPerCall = 20_000;
    private readonly TimeSpan _receiptLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Text before the hash tag of every key; it may not hold braces.</summary>
    public string KeyPrefix
    {
        get => _keyPrefix;
        init => _keyPrefix = value.AsSpan().IndexOfAny('{', '}') < 0
            ? value
            : throw new ArgumentException("A key prefix may not hold braces, because the hash tag after it must be the key's first.", nameof(value));
    }

    /// <summary>How long to wait for an answer; 5 seconds when not set. A command that was sent cannot be recalled, only no longer waited for.</summary>
    public TimeSpan CommandTimeout
    {
        get => _commandTimeout;
        init => _commandTimeout = value > TimeSpan.Zero && value <= LongestTimeout
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A command timeout is between zero and {LongestTimeout}.");
    }

    /// <summary>
    /// How many rows one commit may write; 1,000 when not set, which holds a server for some 20 ms. A larger unit is refused.
    /// </summary>
    public int MaxRowsPerCommit
    {
        get => _maxRowsPerCommit;
        init => _maxRowsPerCommit = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A commit writes at least one row.");
    }

    /// <summary>
    /// Refuse a unit that mixes groups, as a cluster does: models with different <see cref="RomModelAttribute.Group"/>, or without one. Off: one
    /// server takes any mix. Set it where the program will run on a cluster later.
    /// </summary>
    public bool RequireOneGroup { get; init; }

    /// <summary>
    /// How many rows or index entries one call of a search looks at, 20,000 when not set; reading a row's fields counts as some more. A search
    /// that needs more goes on in further calls, so that none holds the server for more than some 20 ms.
    /// </summary>
    public int MaxRowsVisitedPerCall
    {
        get => _maxRowsVisitedPerCall;
        init => _maxRowsVisitedPerCall = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A call visits one row at least.");
    }

    /// <summary>
    /// Put stored values into the messages of errors. Off, so that logs hold none of your users' data but the keys, which messages always name.
    /// What conflicts met is meant; a stored text that cannot be read is in no message.
    /// </summary>
    public bool IncludeValuesInErrors { get; init; }

    /// <summary>
    /// Let every commit leave a receipt in the same step, a key of some 100 bytes that expires, so that <see cref="CommitOutcomeUnknownException.WasCommittedAsync"/>
    /// answers. Costs the server some 2 µs a commit.
    /// </summary>
    public bool CommitReceipts { get; init; }

    /// <summary>
    /// For how long after a commit was sent its receipt may be asked for; 10 minutes when not set. The server keeps it twice as long, and as long refuses a
    /// call that <see cref="CommitOutcomeUnknownException.WasCommittedAsync"/> has given up.
    /// </summary>
    public TimeSpan ReceiptLifetime
    {
        get => _receiptLifetime;
        init => _receiptLifetime = value > TimeSpan.Zero && value <= LongestReceipt
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A receipt is asked for within at most {LongestReceipt}.");
    }

    /// <summary>Let replicas answer queries, which may then be behind what was saved; <c>FromReplica</c> asks for it in one query.</summary>
    public bool ReadFromReplicas { get; init; }

    /// <summary>Connect to a server older than 7.0, on which Rom is not tested.</summary>
    public bool AllowOlderServer { get; init; }

    /// <summary>Connect to a server that evicts any key when memory runs out, which loses index entries and rows.</summary>
    public bool AllowEviction { get; init; }
}
