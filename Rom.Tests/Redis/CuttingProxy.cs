using System.Net;
using System.Net.Sockets;

namespace Rom.Tests.Redis;

/// <summary>A network between a client and a server that loses the connection when an answer is on its way: the server has done what it was asked.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _open = [];
    private readonly int _server;
    private readonly Task _accepting;
    private string? _request;
    private int _cut;

    public CuttingProxy(string server)
    {
        _server = IPEndPoint.Parse(server).Port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The next answer to anything that holds these bytes is lost, with its connection.</summary>
    public void CutAnswerTo(string request) => Volatile.Write(ref _request, request);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        lock (_open) _open.ForEach(client => client.Close());
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(), server = new();
                await server.ConnectAsync(IPAddress.Loopback, _server);
                lock (_open) _open.AddRange([client, server]);
                _ = PassAsync(client, server, isAnswer: false);
                _ = PassAsync(server, client, isAnswer: true);
            }
        }
        catch (SocketException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to, bool isAnswer)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is > 0 and int length)
            {
                if (isAnswer && Interlocked.Exchange(ref _cut, 0) == 1) break;
                if (!isAnswer && Volatile.Read(ref _request) is { } request && buffer.AsSpan(0, length).IndexOf(System.Text.Encoding.UTF8.GetBytes(request)) >= 0)
                {
                    Volatile.Write(ref _request, null);
                    Volatile.Write(ref _cut, 1);
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One end is gone, so the other goes too.
        }

        from.Close();
        to.Close();
    }
}
