using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>The store as a session's calls reach it: one at a time, and what they read noted where it is to be verified.</summary>
internal sealed class SessionEngine(IEngine inner, SessionGuard guard, ReadSet? reads) : IEngine
{
    public long RoundTrips => inner.RoundTrips;

    public async Task<CommitResult> CommitAsync(CommitPlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        if (reads is not null)
        {
            foreach (RowWrite write in plan.Rows) reads.RequireNotCounted(write.Model);
        }

        CommitResult result = await inner.CommitAsync(plan, cancellationToken).ConfigureAwait(false);
        if (result.Status == CommitStatus.Done) reads?.Forget(plan);
        return result;
    }

    public async Task<CommitResult> PatchAsync(PatchPlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        reads?.RequireNotCounted(plan.Model);
        CommitResult result = await inner.PatchAsync(plan, cancellationToken).ConfigureAwait(false);
        if (result.Status == CommitStatus.Done) reads?.Forget(plan.Model, plan.Key);
        return result;
    }

    public async Task<byte[]?[]?> FetchAsync(ModelMetadata model, byte[] key, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        byte[]?[]? row = await inner.FetchAsync(model, key, cancellationToken).ConfigureAwait(false);
        reads?.Add(model, key, row);
        return row;
    }

    public async Task<byte[]?[]?[]> FetchAsync(FetchPlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        byte[]?[]?[] rows = await inner.FetchAsync(plan, cancellationToken).ConfigureAwait(false);
        reads?.Add(plan, rows);
        return rows;
    }

    public async Task<byte[]?[]?> LookupAsync(LookupPlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        byte[]?[]? row = await inner.LookupAsync(plan, cancellationToken).ConfigureAwait(false);
        reads?.Add(plan, row);
        return row;
    }

    public async Task<SearchResult> SearchAsync(SearchPlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        // What a transaction reads is verified at the primary, so it is read there: what a replica lacks would be a conflict for ever.
        SearchResult result = await inner.SearchAsync(reads is null ? plan : plan with { FromReplica = false }, cancellationToken).ConfigureAwait(false);
        reads?.Add(plan, result);
        return result;
    }

    public async Task VisitAsync(SearchPlan plan, Action<byte[]?[]> visit, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        await inner.VisitAsync(reads is null ? plan : plan with { FromReplica = false }, visit, cancellationToken).ConfigureAwait(false);
    }

    public async Task<SearchTrace> ExplainAsync(SearchPlan plan, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        return await inner.ExplainAsync(plan, cancellationToken).ConfigureAwait(false);
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

    public Task<CommitResult> ReserveAsync(ModelMetadata model, int count, CancellationToken cancellationToken) => inner.ReserveAsync(model, count, cancellationToken);

    public async Task VerifyAsync(
        CompilerServices.ModelMetadata model, Maintenance.VerifyFindings findings, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken)
    {
        using SessionGuard.Use use = guard.Enter();
        await inner.VerifyAsync(model, findings, progress, cancellationToken).ConfigureAwait(false);
    }

    public Task<long> LockAsync(LockPlan plan, CancellationToken cancellationToken) => inner.LockAsync(plan, cancellationToken);

    /// <summary>The database's engine is the database's to close.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
