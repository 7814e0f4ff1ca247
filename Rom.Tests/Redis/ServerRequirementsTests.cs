using System.Net;
using System.Net.Sockets;
using System.Text;
using NUnit.Framework;
using Rom.Storage.Redis;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Redis;

/// <summary>Which servers a connection is refused to, with what message, and which option overrides it.</summary>
public sealed class ServerRequirementsTests
{
    /// <summary>Nobody answers, so only a client that gives up ends the test; far above the connect timeout, which is what is tested.</summary>
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(60);

    [TestCase("allkeys-lru")]
    [TestCase("allkeys-random")]
    public async Task A_server_that_evicts_any_key_is_refused(string policy)
    {
        RedisProgram.Require();
        await using RedisServer server = await RedisServer.StartAsync(false, "--maxmemory-policy", policy);

        StoreException error = Assert.ThrowsAsync<StoreException>(() => RomDatabase.ConnectAsync(server.Address))!;
        Assert.That(error.Message, Does.Contain($"'{policy}'").And.Contain("RomOptions.AllowEviction").And.Contain("noeviction"));

        await using RomDatabase allowed = await RomDatabase.ConnectAsync(server.Address, new RomOptions { AllowEviction = true, CommandTimeout = Patience.Limit });
        Assert.That(allowed.RoundTrips, Is.Zero);
    }

    /// <summary>As before 7.0, so that such a server is told by its version.</summary>
    [Test]
    public async Task A_server_without_EVAL_RO_is_asked_too()
    {
        RedisProgram.Require();
        await using RedisServer server = await RedisServer.StartAsync(false, "--maxmemory-policy", "allkeys-lru", "--rename-command", "EVAL_RO", "HIDDEN");

        StoreException error = Assert.ThrowsAsync<StoreException>(() => RomDatabase.ConnectAsync(server.Address))!;
        Assert.That(error.Message, Does.Contain("'allkeys-lru'"));
    }

    [TestCase("noeviction")]
    [TestCase("volatile-lru")]
    [TestCase("volatile-ttl")]
    public void Other_policies_are_accepted(string policy) => Assert.DoesNotThrowAsync(() => CheckAsync("7.0.15", policy));

    [TestCase("6.2.14")]
    [TestCase("5.0")]
    [TestCase("")]
    [TestCase("unstable")]
    public void An_older_or_unknown_version_is_refused(string version)
    {
        StoreException error = Assert.ThrowsAsync<StoreException>(() => CheckAsync(version, "noeviction"))!;
        Assert.That(error.Message, Does.Contain($"'{version}'").And.Contain("7.0").And.Contain("RomOptions.AllowOlderServer"));
        Assert.DoesNotThrowAsync(() => CheckAsync(version, "noeviction", new RomOptions { AllowOlderServer = true }));
    }

    [TestCase("7.0.0")]
    [TestCase("7.2.4")]
    [TestCase("8.0.1")]
    [TestCase("10.0.0")]
    public void Later_versions_are_accepted(string version) => Assert.DoesNotThrowAsync(() => CheckAsync(version, "noeviction"));

    [Test]
    public async Task A_port_that_nobody_listens_on_is_a_store_error()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        StoreException error = await RefusedAsync(port);
        Assert.That(error.Message, Does.Contain("Is the server running"));
    }

    [TestCase("", TestName = "A program that never answers is a store error")]
    [TestCase("HTTP/1.1 400 Bad Request\r\n\r\n", TestName = "A program that answers in another language is a store error")]
    public async Task A_program_that_is_no_Redis_server_is_a_store_error(string answer)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = ServeAsync(listener, answer);
        await RefusedAsync(((IPEndPoint)listener.LocalEndpoint).Port);
        listener.Stop();
        await serving;
    }

    private static async Task<StoreException> RefusedAsync(int port)
    {
        Task<RomDatabase> connecting = RomDatabase.ConnectAsync($"127.0.0.1:{port},connectTimeout=500");
        await Task.WhenAny(connecting, Task.Delay(Hung));
        Assert.That(connecting.IsCompleted, Is.True, "The client's connectTimeout bounds it.");
        return Assert.ThrowsAsync<StoreException>(() => connecting)!;
    }

    private static async Task ServeAsync(TcpListener listener, string answer)
    {
        List<TcpClient> clients = [];
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync();
                clients.Add(client);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }

        foreach (TcpClient client in clients) client.Dispose();
    }

    private static async Task CheckAsync(string version, string policy, RomOptions? options = null)
    {
        InfoConnection connection = new($"# Server\r\nredis_version:{version}\r\nredis_mode:standalone\r\n# Memory\r\nmaxmemory_policy:{policy}\r\n");
        await ServerRequirements.CheckAsync(connection, options ?? new RomOptions(), CancellationToken.None);
    }

    private sealed class InfoConnection(string info) : PassingConnection(null!)
    {
        public override Task<string> InfoAsync(string section, CancellationToken cancellationToken) => Task.FromResult(info);
    }
}
