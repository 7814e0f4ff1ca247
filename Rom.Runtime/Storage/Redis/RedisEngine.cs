using System.Collections.Concurrent;
using System.Text;
using Rom.CompilerServices;
using Rom.Errors;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>A store in Redis: each plan is one script call, or one command where that is enough.</summary>
internal sealed class RedisEngine(IRedisConnection connection, RomOptions options) : IEngine
{
    private readonly ConcurrentDictionary<ModelMetadata, KeySpace> _keySpaces = new();
    private long _roundTrips;

    public long RoundTrips => Interlocked.Read(ref _roundTrips);

    public async Task<CommitResult> CommitAsync(CommitPlan plan, CancellationToken cancellationToken)
    {
        // The first writer of a model stores what its indexes are. The description travels until it is known to be stored, and again
        // when somebody emptied the database since.
        for (bool withSchemas = false; ; withSchemas = true)
        {
            CommitCall call = new(plan, KeySpaceOf, withSchemas);
            Interlocked.Increment(ref _roundTrips);
            CommitResult result;
            try
            {
                result = call.Read(
                    await connection.EvaluateAsync(call.Script, call.Keys, call.Arguments, mayWrite: true, cancellationToken).ConfigureAwait(false));
            }
            catch (RomException e) when (e.Model is null)
            {
                e.Model = plan.Rows[0].Model.Name;
                e.Key = plan.Rows[0].Key is { } key ? Encoding.UTF8.GetString(key) : null;
                throw;
            }

            if (result.Status != CommitStatus.SchemaMissing || withSchemas) return result;
        }
    }

    public async Task<byte[]?[]?[]> FetchAsync(FetchPlan plan, CancellationToken cancellationToken)
    {
        KeySpace keys = KeySpaceOf(plan.Model);
        CountRoundTrip();
        if (plan.Keys.Count == 1)
            return [Row(await connection.HashGetAsync(keys.Row(plan.Keys[0]), keys.Fields, cancellationToken).ConfigureAwait(false))];
        RedisKey[] rows = [.. plan.Keys.Select(keys.Row)];
        return Array.ConvertAll(await connection.HashGetAsync(rows, keys.Fields, cancellationToken).ConfigureAwait(false), Row);
    }

    public async Task<byte[]?[]?> LookupAsync(LookupPlan plan, CancellationToken cancellationToken)
    {
        LookupCall call = new(plan, KeySpaceOf(plan.Unique.Model));
        Interlocked.Increment(ref _roundTrips);
        RedisValue[] reply = await connection.EvaluateAsync(RomScript.Lookup, call.Keys, call.Arguments, mayWrite: false, cancellationToken).ConfigureAwait(false);
        if (reply.Length > 0 && reply[0].IsNull) throw Conflicts.Schema(plan.Unique.Model, (string)reply[1]!);
        return reply.Length == 0 ? null : Row(reply);
    }

    public Task<SearchResult> SearchAsync(SearchPlan plan, CancellationToken cancellationToken) =>
        new RedisSearch(connection, plan, KeySpaceOf(plan.Model), options.MaxRowsVisitedPerCall, this).RunAsync(cancellationToken);

    /// <summary>Notes that a caller waits for the store once more.</summary>
    public void CountRoundTrip() => Interlocked.Increment(ref _roundTrips);

    public async Task<byte[]?[]?> NativeAsync(NativePlan plan, CancellationToken cancellationToken)
    {
        KeySpace keys = KeySpaceOf(plan.Model);
        Interlocked.Increment(ref _roundTrips);
        RedisValue[] reply = await connection.EvaluateAsync(
            RomScript.Native, [keys.Row(plan.Key), keys.Native(plan.Name, plan.Key)],
            [plan.Command.ToString().ToUpperInvariant(), .. plan.Arguments.Select(argument => (RedisValue)argument)],
            mayWrite: true, cancellationToken).ConfigureAwait(false);
        return (int)reply[0] == 0 ? null : Array.ConvertAll(reply[1..], value => (byte[]?)value);
    }

    public Task ReindexAsync(ModelMetadata model, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken) =>
        new RedisReindex(connection, KeySpaceOf(model), progress, cancellationToken).RunAsync();

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private KeySpace KeySpaceOf(ModelMetadata model) =>
        _keySpaces.TryGetValue(model, out KeySpace? known) ? known : _keySpaces.GetOrAdd(model, new KeySpace(model, options.KeyPrefix));

    /// <summary>The fields of a row in column order; null when its key field is absent, for then there is no row.</summary>
    private static byte[]?[]? Row(RedisValue[] fields) => fields[0].IsNull ? null : Array.ConvertAll(fields, field => (byte[]?)field);
}
