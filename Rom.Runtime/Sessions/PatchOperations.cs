using System.ComponentModel;
using Rom.Errors;
using Rom.Sessions;
using Rom.Storage;

namespace Rom.CompilerServices;

/// <summary>What the generated members of a model do that change a row by its key.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TKey">The type of its key.</typeparam>
/// <typeparam name="TColumns">Its typed columns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PatchOperations<TModel, TKey, TColumns>
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    /// <summary>Changes a row, and computes the changes again when somebody else changed it meanwhile.</summary>
    /// <returns>Whether there is a row.</returns>
    public static Task<bool> PatchAsync(RomContext context, TKey key, Patch<TModel>[] patches, CancellationToken cancellationToken) =>
        RunAsync(context, key, condition: null, patches, cancellationToken);

    /// <summary>Changes a row if it meets a condition, and nothing changes it between the test and the write.</summary>
    /// <returns>Whether there is a row that met it.</returns>
    public static Task<bool> UpdateIfAsync(
        RomContext context, TKey key, Func<TColumns, Filter> condition, Patch<TModel>[] patches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return RunAsync(context, key, condition(TModel.TypedColumns).Node, patches, cancellationToken);
    }

    /// <summary>The change that a lambda makes of the typed columns.</summary>
    public static Patch<TModel> Of(Func<TColumns, Patch<TModel>> patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return patch(TModel.TypedColumns);
    }

    /// <summary>The changes that a lambda makes of the typed columns.</summary>
    public static Patch<TModel>[] Of(Func<TColumns, Patch<TModel>[]> patches)
    {
        ArgumentNullException.ThrowIfNull(patches);
        return patches(TModel.TypedColumns);
    }

    private static async Task<bool> RunAsync(
        RomContext context, TKey key, SearchFilter? condition, Patch<TModel>[] patches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (patches is null || Array.IndexOf(patches, null) >= 0)
            throw new ArgumentException($"A change of {TModel.Metadata.Name} is null: each is what a method of a column makes, such as Set.", nameof(patches));
        cancellationToken.ThrowIfCancellationRequested();
        if (EntityKeys<TModel, TKey, TColumns>.Encode(key) is not { } text) return false;
        ModelMetadata model = TModel.Metadata;
        if (condition is null && Exact(text, patches) is { } exact)
        {
            CommitResult result = await context.Engine.PatchAsync(exact, cancellationToken).ConfigureAwait(false);
            switch (result.Status)
            {
                case CommitStatus.Done: return true;
                case CommitStatus.RowMissing: return false;
                case CommitStatus.SchemaDiffers: throw Conflicts.Schema(model, result.StoredSchema);
                case CommitStatus.ReceiptKnown: throw Conflicts.RunBefore();
                default: break;
            }
        }

        for (int attempt = 1; ; attempt++)
        {
            byte[]?[]?[] rows = await context.Engine.FetchAsync(new FetchPlan(model, [text]), cancellationToken).ConfigureAwait(false);
            if (rows[0] is not { } row || (condition is not null && !RowFilter.Matches(condition, row))) return false;
            RowChange change = RowChange.Of<TModel, TKey, TColumns>(row, entity => Apply(patches, entity, text));
            if (change.Write is not { } write) return true;
            CommitPlan plan = condition is null ? new(write) : new([write], [new RowCheck(model, text, row)], []);
            CommitResult result = await context.Engine.CommitAsync(plan, cancellationToken).ConfigureAwait(false);
            if (result.Status == CommitStatus.Done) return true;
            if (result.Status == CommitStatus.RowMissing) return false;
            if (!IsOvertaken(result) || attempt == Retry.Attempts)
                throw result.Status == CommitStatus.CheckFailed ? Conflicts.ReadChanged(plan.Checks[0]) : Conflicts.Of(context.Options, write, result);
        }
    }

    /// <summary>The changes as the store computes them; null when it cannot compute them all.</summary>
    private static PatchPlan? Exact(byte[] key, Patch<TModel>[] patches)
    {
        FieldChange[] changes = new FieldChange[patches.Length];
        for (int i = 0; i < changes.Length; i++)
        {
            if (!PatchPlan.Covers(patches[i].Column) || patches[i].ExactOf(key) is not { } change) return null;
            changes[i] = change;
        }

        return new PatchPlan(TModel.Metadata, key, changes);
    }

    private static bool IsOvertaken(CommitResult result) =>
        result.All.Any(refused => refused.Status is CommitStatus.GuardFailed or CommitStatus.CheckFailed or CommitStatus.RowMissing);

    private static void Apply(Patch<TModel>[] patches, TModel entity, byte[] key)
    {
        foreach (Patch<TModel> patch in patches) patch.Apply(entity, key);
    }
}
