namespace Rom.Sessions;

/// <summary>How often a write that somebody else overtook is computed and sent again.</summary>
internal static class Retry
{
    /// <summary>Enough for a row that many writers change at once; the last refusal is reported.</summary>
    public const int Attempts = 32;

    private const int MaxPauseMilliseconds = 64;

    /// <summary>The second attempt goes at once, because the first one's refusal said what is stored; later ones wait, jittered, ever longer.</summary>
    public static Task PauseAsync(int attempt, CancellationToken cancellationToken) =>
        attempt == 1
            ? Task.CompletedTask
            : Task.Delay(Random.Shared.Next(1, Math.Min(MaxPauseMilliseconds, 1 << Math.Min(attempt, 6)) + 1), cancellationToken);
}
