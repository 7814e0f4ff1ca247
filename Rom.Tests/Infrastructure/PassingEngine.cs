using Rom.CompilerServices;
using Rom.Maintenance;
using Rom.Storage;

namespace Rom.Tests.Infrastructure;

/// <summary>Hands every call on to another engine; what a test wants otherwise it overrides.</summary>
internal abstract class PassingEngine(IEngine inner) : IEngine
{
    public long RoundTrips => inner.RoundTrips;

    public virtual Task<CommitResult> CommitAsync(CommitPlan plan, CancellationToken cancellationToken) => inner.CommitAsync(plan, cancellationToken);

    public virtual Task<CommitResult> PatchAsync(PatchPlan plan, CancellationToken cancellationToken) => inner.PatchAsync(plan, cancellationToken);

    public virtual Task<byte[]?[]?> FetchAsync(ModelMetadata model, byte[] key, CancellationToken cancellationToken) => inner.FetchAsync(model, key, cancellationToken);

    public virtual Task<byte[]?[]?[]> FetchAsync(FetchPlan plan, CancellationToken cancellationToken) => inner.FetchAsync(plan, cancellationToken);

    public virtual Task<byte[]?[]?> LookupAsync(LookupPlan plan, CancellationToken cancellationToken) => inner.LookupAsync(plan, cancellationToken);

    public virtual Task<CommitResult> ReserveAsync(ModelMetadata model, int count, CancellationToken cancellationToken) => inner.ReserveAsync(model, count, cancellationToken);

    public virtual Task<long> LockAsync(LockPlan plan, CancellationToken cancellationToken) => inner.LockAsync(plan, cancellationToken);

    public virtual Task<SearchResult> SearchAsync(SearchPlan plan, CancellationToken cancellationToken) => inner.SearchAsync(plan, cancellationToken);

    public virtual Task VisitAsync(SearchPlan plan, Action<byte[]?[]> visit, CancellationToken cancellationToken) => inner.VisitAsync(plan, visit, cancellationToken);

    public virtual Task<SearchTrace> ExplainAsync(SearchPlan plan, CancellationToken cancellationToken) => inner.ExplainAsync(plan, cancellationToken);

    public virtual Task<byte[]?[]?> NativeAsync(NativePlan plan, CancellationToken cancellationToken) => inner.NativeAsync(plan, cancellationToken);

    public virtual Task ReindexAsync(ModelMetadata model, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken) =>
        inner.ReindexAsync(model, progress, cancellationToken);

    public virtual Task VerifyAsync(ModelMetadata model, VerifyFindings findings, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken) =>
        inner.VerifyAsync(model, findings, progress, cancellationToken);

    public virtual ValueTask DisposeAsync() => inner.DisposeAsync();
}
