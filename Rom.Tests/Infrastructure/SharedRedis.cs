using NUnit.Framework;
using Rom.Tests.Infrastructure;

namespace Rom.Tests;

/// <summary>
/// The server that the tests share; each keeps to keys of its own. Where Redis is missing, whoever asks for it is reported as
/// ignored, and <see cref="RedisAvailabilityTests"/> fails, so that such a run is never green.
/// </summary>
[SetUpFixture]
public sealed class SharedRedis
{
    private static RedisServer? s_server;

    /// <summary>The server; reports the calling test as ignored where there is none.</summary>
    internal static RedisServer RequireServer()
    {
        RedisProgram.Require();
        return s_server ?? throw new InvalidOperationException("The shared Redis server runs only between the assembly's set-up and tear-down.");
    }

    /// <summary>Its configuration string; reports the calling test as ignored where there is none.</summary>
    internal static string RequireAddress() => RequireServer().Address;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (RedisProgram.Problem is null) s_server = await RedisServer.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (s_server is not null) await s_server.DisposeAsync();
        s_server = null;
    }
}
