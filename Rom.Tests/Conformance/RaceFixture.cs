using NUnit.Framework;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Conformance;

/// <summary>Suites in which several clients, each with a connection of its own, work on the same data.</summary>
public abstract class RaceFixture(EngineKind kind) : PersonFixture(kind)
{
    protected const int Clients = 8;

    private readonly List<RomDatabase> _clients = [];

    [SetUp]
    public async Task OpenClientsAsync()
    {
        _clients.Clear();
        for (int i = 0; i < Clients; i++)
            _clients.Add(Kind == EngineKind.Memory ? Db : await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), Patience.Options(Prefix)));
    }

    [TearDown]
    public async Task CloseClientsAsync()
    {
        foreach (RomDatabase client in _clients) await client.DisposeAsync();
    }

    protected RomDatabase Client(int runner) => _clients[runner % Clients];
}
