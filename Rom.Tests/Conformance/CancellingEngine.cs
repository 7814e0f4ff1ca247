using Rom.Storage;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Conformance;

/// <summary>Cancels when it has answered some commits, as a caller may between two calls.</summary>
internal sealed class CancellingEngine(IEngine inner, int commits, CancellationTokenSource source) : PassingEngine(inner)
{
    private int _left = commits;

    public override async Task<CommitResult> CommitAsync(CommitPlan plan, CancellationToken cancellationToken)
    {
        CommitResult result = await base.CommitAsync(plan, cancellationToken);
        if (--_left == 0) await source.CancelAsync();
        return result;
    }
}
