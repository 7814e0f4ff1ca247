using Rom.CompilerServices;
using Rom.Errors;
using Rom.Indexing;
using Rom.Maintenance;
using Rom.Sessions;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>
/// Rebuilds every index and unique of a model from its rows. Meanwhile the schema record has a fingerprint that no program has, so that all
/// are refused, and it tells how far the work is, so that a later run goes on where one stopped; a new run takes over from one that still works.
/// </summary>
internal sealed class RedisReindex(RedisEngine engine, IRedisConnection connection, KeySpace keys, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
{
    private const int RowsPerCall = 100, BytesPerCall = 1_000_000, EntriesPerCall = 2_000, KeysPerCall = 1_000;

    private readonly ModelMetadata _model = keys.Model;
    private readonly string _marker = $"rebuilding {Guid.NewGuid():N}";
    private RebuildRecord _record = null!;

    public async Task RunAsync()
    {
        await TakeOverAsync().ConfigureAwait(false);
        if (_record.Phase == ReindexPhase.Checking)
        {
            try
            {
                await CollectAsync().ConfigureAwait(false);
                await CheckAsync().ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                await AdvanceAsync(ReindexPhase.Clearing).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not SchemaException)
            {
                // Nothing was changed: the program that the data belongs to goes on.
                await StepAsync(new RebuildStep(_record.Restore(), Delete: CollectedKeys(_record.KeptKeys(_model))), CancellationToken.None).ConfigureAwait(false);
                throw;
            }

            await AdvanceAsync(ReindexPhase.Clearing).ConfigureAwait(false);
        }

        if (_record.Phase == ReindexPhase.Clearing)
        {
            await ClearAsync().ConfigureAwait(false);
            await AdvanceAsync(ReindexPhase.Filling).ConfigureAwait(false);
        }

        await FillAsync().ConfigureAwait(false);
        await StepAsync(new RebuildStep(RebuildRecord.Finish(_model), Delete: CollectedKeys(_model.HasKeyIndex)), cancellationToken).ConfigureAwait(false);
        keys.IsSchemaStored = true;
    }

    private async Task TakeOverAsync()
    {
        while (true)
        {
            RedisValue[] stored = await connection.HashGetAsync(keys.Schema, RebuildRecord.Fields, 0, static (_, fields) => fields, cancellationToken).ConfigureAwait(false);
            _record = RebuildRecord.Of(stored, _model);
            if (await TryStepAsync(_record.Fingerprint, new RebuildStep(_record.TakeOver(_marker, _model)), cancellationToken).ConfigureAwait(false)) return;
        }
    }

    private Task AdvanceAsync(ReindexPhase phase)
    {
        _record = _record with { Phase = phase, After = null };
        return StepAsync(new RebuildStep(_record.Place()), cancellationToken);
    }

    /// <summary>A row that a stopped commit left out of the set of all keys is put there.</summary>
    private Task CollectAsync() => ScanAsync(ReindexPhase.Collecting, page =>
    {
        byte[][] members = [.. page.Where(key => key.AsSpan().StartsWith(keys.RowHead)).Select(key => key[keys.RowHead.Length..]).Select(keys.Member)];
        return members.Length == 0 ? Task.CompletedTask : StepAsync(new RebuildStep(Add: members), cancellationToken);
    });

    private async Task CheckAsync()
    {
        UniqueCheck uniques = new(_model);
        List<IndexEntry> entries = [];
        await WalkAsync(ReindexPhase.Checking, rows =>
        {
            foreach (byte[]?[] stored in rows)
            {
                byte[]?[] row = ConvertedColumns.Recode(_model, stored);
                DerivedColumns.Fill(_model, row, before: null);
                foreach (IndexMetadata index in _model.AllIndexes) IndexEntries.Append(index, row, entries);
                entries.Clear();
                uniques.Add(row);
            }

            return Task.CompletedTask;
        }).ConfigureAwait(false);
        uniques.ThrowOnDuplicates();
    }

    private Task ClearAsync() => ScanAsync(ReindexPhase.Clearing, page =>
    {
        RedisKey[] stale = [.. page.Where(keys.IsOfIndex).Select(key => (RedisKey)key)];
        return stale.Length == 0 ? Task.CompletedTask : StepAsync(new RebuildStep(Delete: stale), cancellationToken);
    });

    private Task FillAsync() => WalkAsync(ReindexPhase.Filling, async rows =>
    {
        foreach (RowWrite[] writes in Bounded(rows.Select(row => RowWrites.Rebuild(_model, row))))
        {
            CommitCall call = new(engine, new CommitPlan(writes), withSchemas: false, _marker);
            CommitResult result = await connection.EvaluateAsync(call, cancellationToken).ConfigureAwait(false);
            if (result.Status == CommitStatus.SchemaDiffers) throw Conflicts.Overtaken(_model);
            if (result.Status != CommitStatus.Done) throw Conflicts.Of(new RomOptions(), writes[result.Row], result);
        }

        _record = _record with { After = keys.Member(rows[^1][0]!) };
        await StepAsync(new RebuildStep(_record.Place()), cancellationToken).ConfigureAwait(false);
    });

    /// <summary>As many rows a call as have so many entries, one at least.</summary>
    private static IEnumerable<RowWrite[]> Bounded(IEnumerable<RowWrite> writes)
    {
        List<RowWrite> together = [];
        int entries = 0;
        foreach (RowWrite write in writes)
        {
            together.Add(write);
            entries += write.Adds.Count + write.Takes.Count;
            if (entries < EntriesPerCall) continue;
            yield return [.. together];
            together.Clear();
            entries = 0;
        }

        if (together.Count > 0) yield return [.. together];
    }

    /// <summary>Every row in slices, from where the record says; members without a row are removed.</summary>
    private async Task WalkAsync(ReindexPhase phase, Func<List<byte[]?[]>, Task> visit)
    {
        byte[]? after = _record.After;
        for (long done = -1; ;)
        {
            RedisValue from = after is null ? "-" : (RedisValue)(byte[])[(byte)'(', .. after];
            RedisValue[] reply = await connection.EvaluateAsync(RomScript.Rows, [keys.AllKeys, keys.Schema],
                [_marker, from, RowsPerCall, BytesPerCall, keys.RowHead, MemberForm.Of(_model), .. keys.Fields], mayWrite: false, cancellationToken).ConfigureAwait(false);
            if ((long)reply[0] < 0) throw Conflicts.Overtaken(_model);
            if (reply.Length == 2) return;
            // One that goes on has done those before already.
            if (done < 0) done = (long)reply[1];
            List<byte[]?[]> rows = [];
            List<byte[]> lost = [];
            for (int at = 2; at < reply.Length; at += 1 + keys.Fields.Length)
            {
                after = (byte[])reply[at]!;
                if (reply[at + 1].IsNull) lost.Add(after);
                else rows.Add(Array.ConvertAll(reply[(at + 1)..(at + 1 + keys.Fields.Length)], field => (byte[]?)field));
                done++;
            }

            if (lost.Count > 0) await StepAsync(new RebuildStep(Remove: [.. lost]), cancellationToken).ConfigureAwait(false);
            if (rows.Count > 0) await visit(rows).ConfigureAwait(false);
            progress?.Report(new ReindexProgress(phase, done, (long)reply[0]));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task ScanAsync(ReindexPhase phase, Func<byte[][], Task> visit)
    {
        RedisValue cursor = "0";
        long done = 0;
        do
        {
            RedisValue[] reply = await connection.EvaluateAsync(
                RomScript.Keys, [keys.Schema], [cursor, keys.Pattern, KeysPerCall], mayWrite: false, cancellationToken).ConfigureAwait(false);
            cursor = reply[0];
            await visit(Array.ConvertAll(reply[1..], key => (byte[])key!)).ConfigureAwait(false);
            progress?.Report(new ReindexProgress(phase, done += reply.Length - 1, 0));
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (cursor != "0");
    }

    /// <summary>The set of all keys, by which a rebuild goes through the rows, where programs keep none.</summary>
    private RedisKey[] CollectedKeys(bool areKept) => areKept ? [] : [keys.AllKeys];

    private async Task StepAsync(RebuildStep step, CancellationToken cancellation)
    {
        if (!await TryStepAsync(_marker, step, cancellation).ConfigureAwait(false)) throw Conflicts.Overtaken(_model);
    }

    private async Task<bool> TryStepAsync(string expected, RebuildStep step, CancellationToken cancellation)
    {
        RedisValue[] reply = await connection.EvaluateAsync(
            RomScript.Rebuild, [keys.Schema, keys.AllKeys, .. step.Deleted], step.Arguments(expected), mayWrite: true, cancellation).ConfigureAwait(false);
        return (int)reply[0] == 1;
    }
}
