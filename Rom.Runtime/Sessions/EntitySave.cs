using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>One save of one entity.</summary>
internal readonly struct EntitySave<TModel, TKey, TColumns>(RomContext context, TModel entity)
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    private static ModelMetadata Model => TModel.Metadata;

    /// <summary>
    /// Runs the hooks around the save. They see the entity as it is to its program: one that is not known to be stored is inserted, also
    /// where <see cref="SaveMode.Upsert"/> or <see cref="SaveMode.Force"/> then meets a row. One that is known to be deleted has no hooks.
    /// </summary>
    public Task<int> RunAsync(SaveMode mode, CancellationToken cancellationToken)
    {
        ref EntityState state = ref TModel.StateOf(entity);
        if (mode is SaveMode.Changed or SaveMode.Full && state.IsDeleted(entity))
            throw Conflicts.Deleted(Model, state.Stored(entity)?[0] ?? EntityKeys<TModel, TKey, TColumns>.Of(entity));
        return Model.HasHooks ? RunWithHooksAsync(mode, cancellationToken) : WriteAsync(mode, cancellationToken);
    }

    private async Task<int> RunWithHooksAsync(SaveMode mode, CancellationToken cancellationToken)
    {
        bool updates = TModel.StateOf(entity).IsStored(entity) ? mode != SaveMode.Insert : mode == SaveMode.Replace;
        TModel.RunHook(entity, updates ? EntityHook.BeforeUpdate : EntityHook.BeforeInsert);
        int written = await WriteAsync(mode, cancellationToken).ConfigureAwait(false);
        TModel.RunHook(entity, updates ? EntityHook.AfterUpdate : EntityHook.AfterInsert);
        return written;
    }

    private Task<int> WriteAsync(SaveMode mode, CancellationToken cancellationToken)
    {
        ref EntityState state = ref TModel.StateOf(entity);
        byte[]?[]? stored = state.IsStored(entity) ? state.Stored(entity) : null;
        if (stored is not null) EntityKeys<TModel, TKey, TColumns>.RequireSame(entity, stored[0]!);
        return mode switch
        {
            SaveMode.Changed or SaveMode.Full when stored is not null =>
                UpdateAsync(stored, state.Baseline(entity)!, mode == SaveMode.Full, cancellationToken),
            SaveMode.Changed or SaveMode.Full or SaveMode.Insert => InsertAsync(cancellationToken),
            SaveMode.Replace or SaveMode.Upsert or SaveMode.Force => OverwriteAsync(stored, mode, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "This is no save mode."),
        };
    }

    private async Task<int> InsertAsync(CancellationToken cancellationToken)
    {
        byte[]?[] row = EntityOperations<TModel, TKey, TColumns>.Encode(entity, baseline: null, EntityKeys<TModel, TKey, TColumns>.Take(entity));
        RowWrite write = RowWrites.Insert(Model, row[0], row, reportPresent: false);
        CommitResult result = await CommitAsync(write, cancellationToken).ConfigureAwait(false);
        if (result.Status != CommitStatus.Done) throw Conflicts.Of(context.Options, write, result);
        Accept(row, row, result);
        return write.ColumnsWritten + 1;
    }

    private Task<int> UpdateAsync(byte[]?[] stored, byte[]?[] baseline, bool full, CancellationToken cancellationToken)
    {
        byte[]?[] current = EntityOperations<TModel, TKey, TColumns>.Encode(entity, baseline);
        if (!full && IsUnchanged(current, baseline)) return Task.FromResult(0);
        byte[]?[] next = ReferenceEquals(stored, baseline) ? current : Next(stored, baseline, current, full);
        return UpdateAsync(RowWrites.Update(Model, stored, next, full), stored, next, current, cancellationToken);
    }

    private async Task<int> UpdateAsync(RowWrite write, byte[]?[] believed, byte[]?[] next, byte[]?[] current, CancellationToken cancellationToken)
    {
        byte[]?[] wanted = next;
        for (int attempt = 1; ; attempt++)
        {
            CommitResult result = await CommitAsync(write, cancellationToken).ConfigureAwait(false);
            if (result.Status == CommitStatus.Done)
            {
                Accept(next, current, result);
                return write.ColumnsWritten;
            }

            bool othersColumnsOnly = result.Status == CommitStatus.GuardFailed && !RowWrites.IsRace(write, result);
            if (!othersColumnsOnly || attempt == Retry.Attempts) throw Conflicts.Of(context.Options, write, result);
            // Another writer changed a column that this save does not write but that feeds an index together with one that it does:
            // no race, only other index entries. What this entity was loaded with stays its own, so that a later change of that column is still refused.
            believed = [.. believed];
            wanted = [.. wanted];
            foreach (int column in RowWrites.ChangedColumns(write, result)) believed[column] = wanted[column] = RowWrites.Present(write, result)[column];
            write = RowWrites.Update(Model, believed, wanted, write.IsFull);
        }
    }

    /// <summary>The row that a save leaves behind: a default that stood in for an absent field is written only with everything else.</summary>
    private static byte[]?[] Next(byte[]?[] stored, byte[]?[] baseline, byte[]?[] current, bool full)
    {
        byte[]?[] next = [.. stored];
        for (int i = 1; i < next.Length; i++)
        {
            if (!ReferenceEquals(current[i], baseline[i]) || (full && stored[i] is null)) next[i] = current[i];
        }

        return next;
    }

    private static bool IsUnchanged(byte[]?[] current, byte[]?[] baseline)
    {
        for (int i = 1; i < current.Length; i++)
        {
            if (!ReferenceEquals(current[i], baseline[i])) return false;
        }

        return true;
    }

    /// <summary>
    /// Sends the row with the index entries that follow from what is believed to be stored; when that was wrong, the refusal says
    /// what is, and the next attempt is right unless somebody is faster again.
    /// </summary>
    private async Task<int> OverwriteAsync(byte[]?[]? present, SaveMode mode, CancellationToken cancellationToken)
    {
        byte[]? key = EntityKeys<TModel, TKey, TColumns>.Take(entity);
        if (key is null && mode == SaveMode.Replace) throw Conflicts.NoKey(Model, "replaced");
        byte[]?[] row = EntityOperations<TModel, TKey, TColumns>.Encode(entity, baseline: null, key);
        byte[]?[]? loaded = present;
        if (mode == SaveMode.Replace) present ??= EntityKeys<TModel, TKey, TColumns>.RowOf(key!);
        for (int attempt = 1; ; attempt++)
        {
            RowWrite write = present is null
                ? RowWrites.Insert(Model, key, row, reportPresent: true)
                : RowWrites.Overwrite(Model, present, row, dropOtherFields: mode == SaveMode.Force, loaded);
            CommitResult result = await CommitAsync(write, cancellationToken).ConfigureAwait(false);
            switch (result.Status)
            {
                case CommitStatus.Done:
                    Accept(row, row, result);
                    return write.ColumnsWritten + (write.MustExist ? 0 : 1);
                case CommitStatus.RowMissing when mode != SaveMode.Replace:
                    present = null;
                    break;
                case CommitStatus.RowExists or CommitStatus.GuardFailed when attempt < Retry.Attempts && !RowWrites.MetOtherVersion(write, result):
                    present = RowWrites.Present(write, result);
                    break;
                default:
                    throw Conflicts.Of(context.Options, write, result);
            }
        }
    }

    private Task<CommitResult> CommitAsync(RowWrite write, CancellationToken cancellationToken) =>
        context.Engine.CommitAsync(new CommitPlan(write), cancellationToken);

    private void Accept(byte[]?[] stored, byte[]?[] baseline, CommitResult result)
    {
        if (stored[0] is null)
        {
            stored[0] = result.AssignedKeys[0];
            TModel.SetKey(entity, TModel.DecodeKey(result.AssignedKeys[0]));
        }

        if (Model.Version is { } version)
        {
            stored[version.Ordinal] = baseline[version.Ordinal] = result.Versions[0];
            TModel.SetVersion(entity, KeyText.DecodeInt64(result.Versions[0]));
        }

        TModel.StateOf(entity).Set(entity, stored, baseline);
    }
}
