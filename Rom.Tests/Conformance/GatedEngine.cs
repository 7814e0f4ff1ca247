using Rom.CompilerServices;
using Rom.Storage;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Conformance;

/// <summary>Holds reads back until it is opened.</summary>
internal sealed class GatedEngine(IEngine inner) : PassingEngine(inner)
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _open.SetResult();

    public override async Task<byte[]?[]?> FetchAsync(ModelMetadata model, byte[] key, CancellationToken cancellationToken)
    {
        await _open.Task;
        return await base.FetchAsync(model, key, cancellationToken);
    }

    public override async Task<byte[]?[]?[]> FetchAsync(FetchPlan plan, CancellationToken cancellationToken)
    {
        await _open.Task;
        return await base.FetchAsync(plan, cancellationToken);
    }
}
