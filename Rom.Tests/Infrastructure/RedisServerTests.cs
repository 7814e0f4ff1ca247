using NUnit.Framework;
using StackExchange.Redis;

namespace Rom.Tests.Infrastructure;

public class RedisServerTests
{
    [SetUp]
    public void RequireRedis() => RedisProgram.Require();

    [Test]
    public async Task Two_servers_share_nothing()
    {
        await using RedisServer one = await RedisServer.StartAsync();
        await using RedisServer other = await RedisServer.StartAsync();

        await SetAsync(one, "a", "1");

        Assert.That(await GetAsync(one, "a"), Is.EqualTo("1"));
        Assert.That(await GetAsync(other, "a"), Is.Null);
    }

    [TestCase(true, "1")]
    [TestCase(false, null)]
    public async Task A_restart_keeps_what_was_appended(bool appendOnly, string? kept)
    {
        await using RedisServer server = await RedisServer.StartAsync(appendOnly);
        await SetAsync(server, "a", "1");
        string address = server.Address;

        await server.RestartAsync();

        Assert.That(server.Address, Is.EqualTo(address));
        Assert.That(await GetAsync(server, "a"), Is.EqualTo(kept));
    }

    [Test]
    public async Task A_killed_server_starts_again()
    {
        await using RedisServer server = await RedisServer.StartAsync(appendOnly: true);
        await SetAsync(server, "a", "1");

        await server.KillAsync();
        Assert.That(server.IsRunning, Is.False);
        await server.RestartAsync();

        Assert.That(await GetAsync(server, "a"), Is.EqualTo("1"));
    }

    [Test]
    public async Task Settings_reach_the_server()
    {
        await using RedisServer server = await RedisServer.StartAsync(false, "--maxmemory", "50mb");

        KeyValuePair<string, string>[] setting = await WithConnectionAsync(
            server, connection => connection.GetServer(server.Address).ConfigGetAsync("maxmemory"));

        Assert.That(setting.Single().Value, Is.EqualTo($"{50 * 1024 * 1024}"));
    }

    [Test]
    public void A_refused_setting_is_reported_with_the_reason()
    {
        InvalidOperationException error = Assert.ThrowsAsync<InvalidOperationException>(() => RedisServer.StartAsync(false, "--no-such-setting", "1"))!;

        Assert.That(error.Message, Does.Contain("ended at once").And.Contain("no-such-setting"));
    }

    [Test]
    public async Task Disposing_twice_or_after_a_kill_is_harmless()
    {
        RedisServer server = await RedisServer.StartAsync();
        await server.KillAsync();

        await server.DisposeAsync();
        await server.DisposeAsync();

        Assert.That(server.IsRunning, Is.False);
    }

    private static Task SetAsync(RedisServer server, string key, string value) =>
        WithConnectionAsync(server, connection => connection.GetDatabase().StringSetAsync(key, value));

    private static async Task<string?> GetAsync(RedisServer server, string key) =>
        await WithConnectionAsync(server, connection => connection.GetDatabase().StringGetAsync(key));

    private static async Task<T> WithConnectionAsync<T>(RedisServer server, Func<ConnectionMultiplexer, Task<T>> use)
    {
        ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync($"{server.Address},allowAdmin=true");
        try
        {
            return await use(connection);
        }
        finally
        {
            await connection.CloseAsync(); // Dispose of version 1.2.6 takes a second.
        }
    }
}
