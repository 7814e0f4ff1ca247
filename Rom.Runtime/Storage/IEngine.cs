using Rom.CompilerServices;
using Rom.Maintenance;

namespace Rom.Storage;

/// <summary>A store: plans in, rows out. What a plan means is the same in every engine.</summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>How many times the caller had to wait for the store; a pipelined batch counts once.</summary>
    long RoundTrips { get; }

    Task<CommitResult> CommitAsync(CommitPlan plan, CancellationToken cancellationToken);

    /// <summary>Whether the row was changed, or held what it was to hold: done, missing, or not to be computed by the store.</summary>
    Task<CommitResult> PatchAsync(PatchPlan plan, CancellationToken cancellationToken);

    /// <summary>One row; null when there is none.</summary>
    Task<byte[]?[]?> FetchAsync(ModelMetadata model, byte[] key, CancellationToken cancellationToken);

    /// <summary>The rows in the order of the keys; null where there is none.</summary>
    Task<byte[]?[]?[]> FetchAsync(FetchPlan plan, CancellationToken cancellationToken);

    Task<byte[]?[]?> LookupAsync(LookupPlan plan, CancellationToken cancellationToken);

    /// <summary>Assigns keys before their rows are stored, which then come with chosen ones.</summary>
    Task<CommitResult> ReserveAsync(ModelMetadata model, int count, CancellationToken cancellationToken);

    /// <returns>The fencing number of the lock; 0 when the plan's token does not hold it.</returns>
    Task<long> LockAsync(LockPlan plan, CancellationToken cancellationToken);

    Task<SearchResult> SearchAsync(SearchPlan plan, CancellationToken cancellationToken);

    /// <summary>Hands over each row as it comes and keeps none: in the order of the plan, unless any order will do.</summary>
    Task VisitAsync(SearchPlan plan, Action<byte[]?[]> visit, CancellationToken cancellationToken);

    /// <summary>Runs a search for what it does, not for what it finds.</summary>
    Task<SearchTrace> ExplainAsync(SearchPlan plan, CancellationToken cancellationToken);

    /// <summary>The texts of the reply; null when there is no row.</summary>
    Task<byte[]?[]?> NativeAsync(NativePlan plan, CancellationToken cancellationToken);

    /// <summary>Rebuilds every index and unique of a model from its rows, whatever the schema record was.</summary>
    Task ReindexAsync(ModelMetadata model, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Holds the rows of a model and what is stored beside them against each other.</summary>
    Task VerifyAsync(ModelMetadata model, VerifyFindings findings, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken);
}
