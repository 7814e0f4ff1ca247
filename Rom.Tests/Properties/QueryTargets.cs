using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using StackExchange.Redis;

namespace Rom.Tests.Properties;

/// <summary>
/// The databases that queries are asked on, all of one store: in memory there is one; on Redis one for each way that a search may take,
/// with calls of several sizes.
/// </summary>
internal sealed class QueryTargets : IAsyncDisposable
{
    private static readonly (string Name, RomOptions Options)[] Sizes =
    [
        ("", Patience.Options()), (" in calls of 3", new() { CommandTimeout = Patience.Limit, MaxRowsVisitedPerCall = 3 }),
        (" in calls of 40", new() { CommandTimeout = Patience.Limit, MaxRowsVisitedPerCall = 40 }),
    ];

    private readonly Func<RomDatabase>? _open;
    private readonly List<(string Way, RomDatabase Database)> _all = [];
    private RedisServer? _server;
    private ConnectionMultiplexer? _admin;

    private QueryTargets(Func<RomDatabase>? open) => _open = open;

    /// <summary>Each with its name; the first is as a user opens it.</summary>
    public IReadOnlyList<(string Way, RomDatabase Database)> All => _all;

    /// <summary>A database of its own for each set of data.</summary>
    public static QueryTargets InMemory(Func<RomDatabase> open) => new(open);

    public static async Task<QueryTargets> OpenAsync(EngineKind kind)
    {
        if (kind == EngineKind.Memory) return InMemory(() => RomDatabase.InMemory());
        QueryTargets targets = new(null);
        RedisProgram.Require();
        targets._server = await RedisServer.StartAsync();
        targets._admin = await ConnectionMultiplexer.ConnectAsync($"{targets._server.Address},allowAdmin=true");
        // As Rom does for connections of its own: a continuation that blocks would wait for itself.
        targets._admin.PreserveAsyncOrder = false;
        foreach ((string size, RomOptions options) in Sizes)
        {
            targets._all.Add(($"as planned{size}", RomDatabase.Over(targets._admin, options)));
            targets._all.Add(($"always driven{size}", await ForcedPlanConnection.OpenAsync(targets._server.Address, options, drive: true)));
            targets._all.Add(($"always walking{size}", await ForcedPlanConnection.OpenAsync(targets._server.Address, options, drive: false)));
        }

        return targets;
    }

    /// <summary>Empties the store.</summary>
    public async Task ClearAsync()
    {
        if (_open is null)
        {
            await _admin!.GetServer(_server!.Address).FlushDatabaseAsync();
            return;
        }

        _all.Clear();
        _all.Add(("in memory", _open()));
    }

    /// <summary>Everything that is stored is what the rows of a model imply, and <c>VerifyAsync</c> says so too.</summary>
    public async Task VerifyAsync(ModelMetadata model)
    {
        if (_admin is not null) await KeyspaceVerifier.VerifyAsync(_admin.GetDatabase(), "", model);
        await Clean.VerifyAsync(_all[0].Database, [model]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach ((_, RomDatabase database) in _all) await database.DisposeAsync();
        if (_admin is not null) await _admin.CloseAsync();
        if (_server is not null) await _server.DisposeAsync();
    }
}
