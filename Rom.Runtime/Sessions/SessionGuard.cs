namespace Rom.Sessions;

/// <summary>Finds out when a session is used from two threads at once, or by a call before the one before it was awaited.</summary>
internal sealed class SessionGuard
{
    private int _busy;
    private volatile bool _closed;

    /// <summary>Begins a use, which ends with its disposal.</summary>
    public Use Enter()
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(RomSession));
        if (Interlocked.Exchange(ref _busy, 1) == 0) return new Use(this);
        throw new InvalidOperationException(
            "A session was used by two calls at once. It is not thread-safe: await each call before the next, and open one session for each thread or task.");
    }

    /// <summary>Refuses every later use.</summary>
    public void Close() => _closed = true;

    public readonly struct Use(SessionGuard guard) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref guard._busy, 0);
    }
}
