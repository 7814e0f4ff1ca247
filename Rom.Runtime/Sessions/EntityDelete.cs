using Rom.CompilerServices;
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
        ModelMetadata model = TModel.Metadata;
        byte[]?[] present = TModel.StateOf(entity).Stored(entity) ?? Unknown(model);
        for (int attempt = 1; ; attempt++)
        {
            RowWrite write = RowWrites.Delete(model, present);
            CommitResult result = await context.Engine.CommitAsync(new CommitPlan([write]), cancellationToken).ConfigureAwait(false);
            if (result.Status is CommitStatus.Done or CommitStatus.RowMissing)
            {
                TModel.StateOf(entity).SetDeleted(entity);
                return result.Status == CommitStatus.Done;
            }

            if (result.Status != CommitStatus.GuardFailed || attempt == Retry.Attempts) throw Conflicts.Of(context.Options, write, result);
            present = RowWrites.Present(write, result);
        }
    }

    private byte[]?[] Unknown(ModelMetadata model)
    {
        byte[]?[] row = new byte[]?[model.Columns.Count];
        row[0] = TModel.EncodeKey(TModel.GetKey(entity)) ?? throw Conflicts.NoKey(model, "delete");
        return row;
    }
}
