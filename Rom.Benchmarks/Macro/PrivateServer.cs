using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Rom.Benchmarks.Macro;

/// <summary>A Redis server of this run's own, on a free port of this machine, without persistence; it ends with the run.</summary>
internal sealed class PrivateServer : IAsyncDisposable
{
    private const int StartAttempts = 100;

    private readonly Process _process;

    private PrivateServer(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    public static async Task<PrivateServer> StartAsync()
    {
        int port = FreePort();
        string[] arguments = ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--loglevel", "warning"];
        ProcessStartInfo start = new("redis-server", arguments)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        PrivateServer server;
        try
        {
            server = new PrivateServer(Process.Start(start)!, $"127.0.0.1:{port}");
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("There is no redis-server to start. Install one, or name a running server with --redis host:port.", e);
        }

        try
        {
            await server.WaitAsync(port).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task WaitAsync(int port)
    {
        for (int attempt = 1; ; attempt++)
        {
            if (_process.HasExited)
                throw new InvalidOperationException("redis-server ended: " + await _process.StandardOutput.ReadToEndAsync().ConfigureAwait(false));
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync(IPAddress.Loopback, port).ConfigureAwait(false);
                return;
            }
            catch (SocketException) when (attempt < StartAttempts)
            {
                await Task.Delay(50).ConfigureAwait(false);
            }
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
