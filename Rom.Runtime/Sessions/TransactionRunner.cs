using Rom.Errors;

namespace Rom.Sessions;

/// <summary>Runs work in a transaction until it commits without a conflict.</summary>
internal static class TransactionRunner
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(1), LongestPause = TimeSpan.FromMilliseconds(250);

    public static async Task<T> RunAsync<T>(
        RomDatabase database, Func<RomTransaction, CancellationToken, Task<T>> work, int maxAttempts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1);
        TimeSpan pause = ShortestPause;
        for (int attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RomTransaction transaction = new(database);
            await using (transaction.ConfigureAwait(false))
            {
                T result = await work(transaction, cancellationToken).ConfigureAwait(false);
                try
                {
                    await transaction.CommitUnitAsync(int.MaxValue, cancellationToken).ConfigureAwait(false);
                    return result;
                }
                catch (ConflictException e) when (IsPassing(e))
                {
                    if (attempt == maxAttempts) throw Conflicts.Exhausted(e, maxAttempts);
                }
            }

            pause = Longer(pause);
            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether another run may meet other rows. A value or key that is taken, and that the work did not look for, stays taken.</summary>
    private static bool IsPassing(ConflictException error) =>
        error.Conflicts.Any(conflict => conflict is DataRaceException or EntityDeletedException or TransactionConflictException);

    /// <summary>Decorrelated jitter: somewhere between the shortest pause and three times the one before, so that those who met once do not meet again.</summary>
    private static TimeSpan Longer(TimeSpan pause)
    {
        double milliseconds = ShortestPause.TotalMilliseconds
            + Random.Shared.NextDouble() * (3 * pause.TotalMilliseconds - ShortestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Math.Min(milliseconds, LongestPause.TotalMilliseconds));
    }
}
