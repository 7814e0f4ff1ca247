using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Properties;

/// <summary>
/// Random units of work, with what others do beside them, are committed or refused for the reasons that a dictionary gives, and leave what it holds; on Redis
/// as in memory, keys included.
/// </summary>
[TestFixture(EngineKind.Memory)]
[TestFixture(EngineKind.Redis)]
public sealed class UnitProperties(EngineKind kind)
{
    private const int Histories = 400;

    private static int _prefixes;
    private RedisServer? _server;
    private ConnectionMultiplexer? _redis;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        if (kind == EngineKind.Memory) return;
        RedisProgram.Require();
        _server = await RedisServer.StartAsync();
        _redis = await ConnectionMultiplexer.ConnectAsync(_server.Address);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_redis is not null) await _redis.CloseAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    [Test]
    public Task A_unit_is_committed_or_refused_as_a_dictionary_tells() => PropertyRun.CheckAsync(
        new CaseRange("Units", 0, Histories, PropertyRun.OnlyCase), UnitHistory.Make, history => history.Smaller(), ProblemAsync);

    private async Task<string?> ProblemAsync(UnitHistory history)
    {
        await using RomDatabase memory = RomDatabase.InMemory();
        UnitRun inMemory = new(memory);
        if (await inMemory.ProblemAsync(history) is { } problem) return problem;
        await Clean.VerifyAsync(memory, Model<Member, long, Member.Columns>());
        if (kind == EngineKind.Memory) return null;
        string prefix = $"u{Interlocked.Increment(ref _prefixes)}:";
        await using RomDatabase db = RomDatabase.Over(_redis!, Patience.Options(prefix));
        UnitRun onRedis = new(db);
        if (await onRedis.ProblemAsync(history) is { } other) return other;
        await Clean.VerifyAsync(db, Model<Member, long, Member.Columns>());
        await KeyspaceVerifier.VerifyAsync(_redis!.GetDatabase(), prefix, Model<Member, long, Member.Columns>());
        return inMemory.Outcomes.SequenceEqual(onRedis.Outcomes) ? null : $"{string.Join('\n', onRedis.Outcomes)}\ninstead of\n{string.Join('\n', inMemory.Outcomes)}";
    }

    private static ModelMetadata Model<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.Metadata;
}
