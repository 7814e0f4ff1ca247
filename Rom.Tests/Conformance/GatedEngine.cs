using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Tests.Conformance;

/// <summary>Holds reads back until it is opened.</summary>
internal sealed class GatedEngine(IEngine inner) : IEngine
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long RoundTrips => inner.RoundTrips;

    public void Open() => _open.SetResult();

    public Task<CommitResult> CommitAsync(CommitPlan plan, CancellationToken cancellationToken) => inner.CommitAsync(plan, cancellationToken);

    public Task<CommitResult> PatchAsync(PatchPlan plan, CancellationToken cancellationToken) => inner.PatchAsync(plan, cancellationToken);

    public async Task<byte[]?[]?> FetchAsync(ModelMetadata model, byte[] key, CancellationToken cancellationToken)
    {
        await _open.Task;
        return await inner.FetchAsync(model, key, cancellationToken);
    }

    public async Task<byte[]?[]?[]> FetchAsync(FetchPlan plan, CancellationToken cancellationToken)
    {
        await _open.Task;
        return await inner.FetchAsync(plan, cancellationToken);
    }

    public Task<byte[]?[]?> LookupAsync(LookupPlan plan, CancellationToken cancellationToken) => inner.LookupAsync(plan, cancellationToken);

    public Task<CommitResult> ReserveAsync(Rom.CompilerServices.ModelMetadata model, int count, CancellationToken cancellationToken) =>
        inner.ReserveAsync(model, count, cancellationToken);

    public Task<long> LockAsync(LockPlan plan, CancellationToken cancellationToken) => inner.LockAsync(plan, cancellationToken);

    public Task<SearchResult> SearchAsync(SearchPlan plan, CancellationToken cancellationToken) => inner.SearchAsync(plan, cancellationToken);

    public Task<SearchTrace> ExplainAsync(SearchPlan plan, CancellationToken cancellationToken) => inner.ExplainAsync(plan, cancellationToken);

    public Task<byte[]?[]?> NativeAsync(NativePlan plan, CancellationToken cancellationToken) => inner.NativeAsync(plan, cancellationToken);

    public Task ReindexAsync(Rom.CompilerServices.ModelMetadata model, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken) =>
        inner.ReindexAsync(model, progress, cancellationToken);

    public Task VerifyAsync(
        Rom.CompilerServices.ModelMetadata model, Rom.Maintenance.VerifyFindings findings, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken) =>
        inner.VerifyAsync(model, findings, progress, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
