using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Benchmarks.Micro;

/// <summary>A store that stores nothing: it keeps the last plans and answers every fetch with the same row.</summary>
internal sealed class PlanEngine : IEngine
{
    public long RoundTrips => 0;

    public CommitPlan LastCommit { get; private set; }

    public SearchPlan? LastSearch { get; private set; }

    /// <summary>What the next commits answer.</summary>
    public CommitResult Answer { get; set; } = CommitResult.Done;

    public byte[]?[] Row { get; set; } = [];

    public Task<CommitResult> CommitAsync(CommitPlan plan, CancellationToken cancellationToken)
    {
        LastCommit = plan;
        return Task.FromResult(Answer);
    }

    public Task<CommitResult> PatchAsync(PatchPlan plan, CancellationToken cancellationToken) => Task.FromResult(Answer);

    public Task<byte[]?[]?> FetchAsync(ModelMetadata model, byte[] key, CancellationToken cancellationToken) => Task.FromResult<byte[]?[]?>(Row);

    public Task<byte[]?[]?[]> FetchAsync(FetchPlan plan, CancellationToken cancellationToken) => Task.FromResult<byte[]?[]?[]>([Row]);

    public Task<byte[]?[]?> LookupAsync(LookupPlan plan, CancellationToken cancellationToken) => Task.FromResult<byte[]?[]?>(Row);

    public Task<SearchResult> SearchAsync(SearchPlan plan, CancellationToken cancellationToken)
    {
        LastSearch = plan;
        return Task.FromResult(new SearchResult([], 0, 0));
    }

    public Task VisitAsync(SearchPlan plan, Action<byte[]?[]> visit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommitResult> ReserveAsync(ModelMetadata model, int count, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SearchTrace> ExplainAsync(SearchPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<long> LockAsync(LockPlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<byte[]?[]?> NativeAsync(NativePlan plan, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ReindexAsync(Rom.CompilerServices.ModelMetadata model, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task VerifyAsync(
        Rom.CompilerServices.ModelMetadata model, Rom.Maintenance.VerifyFindings findings, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
