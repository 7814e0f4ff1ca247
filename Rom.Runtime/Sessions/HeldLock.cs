using Rom.CompilerServices;
using Rom.Storage;

namespace Rom;

/// <summary>
/// An advisory lock that this process holds, and renews in the background until it is disposed. It keeps out only those who ask for it; no save does. A holder that stalls
/// for longer than the time to live has lost it: hand <see cref="FencingNumber"/> to what it protects, which then refuses a lower number than it has seen.
/// </summary>
public sealed class HeldLock : IAsyncDisposable
{
    private readonly IEngine _engine;
    private readonly LockPlan _plan;
    private readonly CancellationTokenSource _stop = new(), _lost = new();
    private readonly Task _renewing;
    private int _released;

    internal HeldLock(IEngine engine, LockPlan plan, long fencingNumber)
    {
        (_engine, _plan, FencingNumber) = (engine, plan with { Action = LockAction.Renew }, fencingNumber);
        Lost = _lost.Token;
        _renewing = RenewAsync();
    }

    /// <summary>Higher than that of every holder of a lock of this model before.</summary>
    public long FencingNumber { get; }

    /// <summary>Cancelled when the lock is lost: the server could not be reached for the time to live, or gave it to another.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Gives the lock back. One that was lost is not taken from its new holder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _released, 1) == 1) return;
        await _stop.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        try
        {
            if (!Lost.IsCancellationRequested) await _engine.LockAsync(_plan with { Action = LockAction.Release }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (RomException)
        {
            // It ends by itself, after the time to live.
        }

        _stop.Dispose();
        _lost.Dispose();
    }

    internal static async Task<HeldLock> AcquireAsync(
        RomDatabase database, IRomEntity entity, TimeSpan timeToLive, TimeSpan wait, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EntityHandler handler = entity.Handler;
        byte[] key = handler.KeyOf(entity) ?? throw Errors.Conflicts.NoKey(handler.Model, "locked");
        LockPlan plan = new(LockAction.Acquire, handler.Model, key, Guid.NewGuid().ToString("N"), timeToLive);
        long deadline = Environment.TickCount64 + (long)wait.TotalMilliseconds;
        for (int attempt = 1; ; attempt++)
        {
            long fence = await database.Engine.LockAsync(plan, cancellationToken).ConfigureAwait(false);
            if (fence > 0) return new HeldLock(database.Engine, plan, fence);
            if (Environment.TickCount64 >= deadline) throw Errors.Conflicts.Locked(handler.Model, key, wait);
            await Task.Delay(Random.Shared.Next(1, Math.Min(100, 5 * attempt)), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Thrice in the time to live, so that one call may fail.</summary>
    private async Task RenewAsync()
    {
        long until = Environment.TickCount64 + (long)_plan.TimeToLive.TotalMilliseconds;
        while (await PauseAsync().ConfigureAwait(false))
        {
            long asked = Environment.TickCount64;
            try
            {
                if (await _engine.LockAsync(_plan, _stop.Token).ConfigureAwait(false) == 0) until = 0;
                else until = asked + (long)_plan.TimeToLive.TotalMilliseconds;
            }
            catch (RomException) when (Environment.TickCount64 < until)
            {
                // The next turn may reach the server.
            }
            catch (RomException)
            {
                until = 0;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (until > 0) continue;
            await _lost.CancelAsync().ConfigureAwait(false);
            return;
        }
    }

    private async Task<bool> PauseAsync()
    {
        try
        {
            await Task.Delay(_plan.TimeToLive / 3, _stop.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
