using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>The store as a session's calls reach it: one at a time.</summary>
internal sealed class SessionEngine(IEngine inner, SessionGuard guard) : IEngine
{
    public long RoundTrips => inner.RoundTrips;

    public async Task<CommitResult> CommitAsync(CommitPlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        return await inner.CommitAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    public async Task<byte[]?[]?> FetchAsync(ModelMetadata model, byte[] key, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        return await inner.FetchAsync(model, key, cancellationToken).ConfigureAwait(false);
    }

    public async Task<byte[]?[]?[]> FetchAsync(FetchPlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        return await inner.FetchAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    public async Task<byte[]?[]?> LookupAsync(LookupPlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        return await inner.LookupAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    public async Task<SearchResult> SearchAsync(SearchPlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        return await inner.SearchAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    public async Task<byte[]?[]?> NativeAsync(NativePlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        return await inner.NativeAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    public async Task ReindexAsync(CompilerServices.ModelMetadata model, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        await inner.ReindexAsync(model, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The database's engine is the database's to close.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
