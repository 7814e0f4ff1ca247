namespace Rom.Storage.Redis;

/// <summary>
/// Time limits that calls share: those that begin within a sixteenth of the limit have one token, which is cancelled when the time of the last
/// of them is over. A timer of its own costs each call 100 bytes and two turns at a lock that all callers want.
/// </summary>
internal sealed class Deadlines(TimeSpan timeout)
{
    private readonly long _slot = Math.Max(1, (long)timeout.TotalMilliseconds / 16);
    private readonly object _gate = new();
    private volatile Slot _current = new(long.MinValue, CancellationToken.None);

    /// <summary>Waits for a task, at least as long as the limit and at most a sixteenth longer.</summary>
    public Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        if (task.IsCompleted) return task;
        return cancellationToken.CanBeCanceled ? task.WaitAsync(timeout, cancellationToken) : task.WaitAsync(Next());
    }

    /// <summary>A wait that nobody but the limit could cancel was too long.</summary>
    public static Exception Cause(Exception error, CancellationToken cancellationToken) =>
        error is OperationCanceledException && !cancellationToken.CanBeCanceled ? new TimeoutException("The operation has timed out.", error) : error;

    private CancellationToken Next()
    {
        long now = Environment.TickCount64;
        Slot current = _current;
        if (now < current.End) return current.Token;
        lock (_gate)
        {
            // A source that has run out or will is left to the collector: its timer ends with it.
            if (now >= _current.End) _current = new Slot(now + _slot, new CancellationTokenSource(timeout + TimeSpan.FromMilliseconds(_slot)).Token);
            return _current.Token;
        }
    }

    private sealed record Slot(long End, CancellationToken Token);
}
