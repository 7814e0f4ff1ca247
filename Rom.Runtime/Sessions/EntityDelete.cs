using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>One delete of one entity: sent with the index entries that follow from what is known of the row, and again with what a refusal reports.</summary>
internal sealed class EntityDelete<TModel, TKey, TColumns>(RomContext context, TModel entity)
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ModelMetadata model = TModel.Metadata;
        byte[]?[] present = Known(model);
        TModel.RunHook(entity, EntityHook.BeforeDelete);
        bool deleted = await WriteAsync(model, present, cancellationToken).ConfigureAwait(false);
        TModel.RunHook(entity, EntityHook.AfterDelete);
        return deleted;
    }

    private async Task<bool> WriteAsync(ModelMetadata model, byte[]?[] present, CancellationToken cancellationToken)
    {
        byte[]?[]? loaded = TModel.StateOf(entity).Stored(entity);
        for (int attempt = 1; ; attempt++)
        {
            RowWrite write = RowWrites.Delete(model, present, loaded);
            CommitResult result = await context.Engine.CommitAsync(new CommitPlan(write), cancellationToken).ConfigureAwait(false);
            if (result.Status is CommitStatus.Done or CommitStatus.RowMissing)
            {
                TModel.StateOf(entity).SetDeleted(entity);
                return result.Status == CommitStatus.Done && result.Gone.Count == 0;
            }

            if (result.Status != CommitStatus.GuardFailed || attempt == Retry.Attempts || RowWrites.MetOtherVersion(write, result)) throw Conflicts.Of(context.Options, write, result);
            present = RowWrites.Present(write, result);
        }
    }

    private byte[]?[] Known(ModelMetadata model)
    {
        if (TModel.StateOf(entity).Stored(entity) is { } stored)
        {
            EntityKeys<TModel, TKey, TColumns>.RequireSame(entity, stored[0]!);
            return stored;
        }

        return EntityKeys<TModel, TKey, TColumns>.RowOf(EntityKeys<TModel, TKey, TColumns>.Of(entity) ?? throw Conflicts.NoKey(model, "deleted"));
    }
}
