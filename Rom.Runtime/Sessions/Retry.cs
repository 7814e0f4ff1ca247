namespace Rom.Sessions;

/// <summary>How often a write that somebody else overtook is computed and sent again.</summary>
internal static class Retry
{
    /// <summary>
    /// Each goes at once: the refusal of the one before says what is stored, which a pause would only make stale (with pauses, four busy
    /// writers kept a delete out for good). That somebody was faster means that their write succeeded, so nothing is repeated in vain.
    /// Four busy writers took 102 attempts at most on Redis; in memory, where a write takes no time, they can win a thousand times in a row.
    /// The last refusal is reported.
    /// </summary>
    public const int Attempts = 10_000;
}
