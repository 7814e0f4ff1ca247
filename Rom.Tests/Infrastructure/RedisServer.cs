using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rom.Tests.Infrastructure;

/// <summary>
/// A private redis-server on a free loopback port, with a folder of its own. It is stopped through the handle of the process
/// that was started here, never by name or port.
/// </summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const int Attempts = 5;
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly ConcurrentQueue<string> _errors = new();
    private readonly string _folder;
    private readonly string[] _settings;
    private Process? _process;

    private RedisServer(int port, string[] settings)
    {
        Port = port;
        _settings = settings;
        _folder = Directory.CreateTempSubdirectory("rom-redis-").FullName;
    }

    /// <summary>The port, the same after a restart.</summary>
    public int Port { get; }

    /// <summary>A configuration string for <see cref="RomDatabase.ConnectAsync"/>.</summary>
    public string Address => $"127.0.0.1:{Port}";

    /// <summary>Whether the process runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    private string LogFile => Path.Combine(_folder, "redis.log");

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="appendOnly">Keep every write in an append-only file, so that a restart finds the data again.</param>
    /// <param name="settings">Further settings, as on the command line: <c>"--maxmemory", "50mb"</c>.</param>
    public static async Task<RedisServer> StartAsync(bool appendOnly = false, params string[] settings)
    {
        string[] all = appendOnly ? ["--appendonly", "yes", .. settings] : settings;
        for (int attempt = 1; ; attempt++)
        {
            RedisServer server = new(FreePort(), all);
            try
            {
                await server.StartProcessAsync();
                return server;
            }
            catch (PortTakenException) when (attempt < Attempts)
            {
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Starts it again, on the same port and folder: with what an append-only file kept, or empty.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartProcessAsync();
    }

    /// <summary>Asks it to shut down and waits until it has; ends it when it does not.</summary>
    public async Task StopAsync()
    {
        try
        {
            if (IsRunning) await SendAsync("SHUTDOWN NOSAVE");
            using CancellationTokenSource timeout = new(StopTimeout);
            if (IsRunning) await _process!.WaitForExitAsync(timeout.Token);
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException)
        {
            // It closes the connection instead of answering. Killing a process that has ended does nothing.
        }

        await KillAsync();
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Stops it where it is, or lets it go on: it keeps its connections and answers nothing meanwhile.</summary>
    public Task FreezeAsync(bool isFrozen) =>
        Command.RunAsync("kill", _folder, new Dictionary<string, string>(), isFrozen ? "-STOP" : "-CONT", $"{_process!.Id}");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private async Task StartProcessAsync()
    {
        string[] arguments =
        [
            "--bind", "127.0.0.1", "--port", $"{Port}", "--dir", _folder, "--logfile", LogFile, "--daemonize", "no", "--save", "", .. _settings,
        ];
        ProcessStartInfo start = new(RedisProgram.Path, arguments) { WorkingDirectory = _folder, RedirectStandardError = true };
        _errors.Clear();
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginErrorReadLine();

        Stopwatch waited = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (_process.HasExited)
            {
                await _process.WaitForExitAsync(); // for the last lines of its errors
                throw Failure("ended at once");
            }

            if (waited.Elapsed > StartTimeout) throw Failure($"did not answer within {StartTimeout.TotalSeconds} s");
            await Task.Delay(10);
        }

        // Something else may answer on the port while this process could not bind it and is about to end.
        if (!await IsOwnAsync()) throw new PortTakenException($"Port {Port} is another program's.");
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return await SendAsync("PING") == "+PONG";
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return false;
        }
    }

    private async Task<bool> IsOwnAsync() => (await SendAsync("INFO server")).Contains($"\nprocess_id:{_process!.Id}\r", StringComparison.Ordinal);

    /// <summary>One inline command and what one read of its answer gives, which is all of a short one.</summary>
    private async Task<string> SendAsync(string command)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\n"));
        byte[] answer = new byte[16 * 1024];
        int length = await stream.ReadAsync(answer);
        return Encoding.ASCII.GetString(answer, 0, length).TrimEnd();
    }

    private Exception Failure(string what)
    {
        string log = string.Join('\n', _errors) + (File.Exists(LogFile) ? File.ReadAllText(LogFile) : "");
        string message = $"redis-server on port {Port} {what}:\n{log}";
        return log.Contains("Address already in use", StringComparison.Ordinal) ? new PortTakenException(message) : new InvalidOperationException(message);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class PortTakenException(string message) : Exception(message);
}
