namespace Rom.Storage.Memory;

/// <summary>Advisory locks of one model, with the clock of this process.</summary>
internal sealed class MemoryLocks
{
    private readonly Dictionary<string, (string Token, long Fence, long Until)> _held = new(StringComparer.Ordinal);
    private long _fence;

    public long Run(LockPlan plan)
    {
        string key = Convert.ToHexString(plan.Key);
        long now = Environment.TickCount64;
        bool isHeld = _held.TryGetValue(key, out (string Token, long Fence, long Until) held) && held.Until > now;
        long until = now + (long)plan.TimeToLive.TotalMilliseconds;
        if (!isHeld)
        {
            _held.Remove(key);
            if (plan.Action != LockAction.Acquire) return 0;
            _held.Add(key, (plan.Token, ++_fence, until));
            return _fence;
        }

        if (held.Token != plan.Token) return 0;
        if (plan.Action == LockAction.Release) _held.Remove(key);
        else _held[key] = (held.Token, held.Fence, until);
        return held.Fence;
    }
}
