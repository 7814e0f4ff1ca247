using System.Globalization;
using StackExchange.Redis;

namespace Rom.Benchmarks.Macro;

/// <summary>What the server says of the time that its commands take. Resets the statistics of the whole server.</summary>
internal sealed class ServerStatistics(IDatabase database)
{
    public Task ResetAsync() => database.ExecuteAsync("CONFIG", ["RESETSTAT"], CommandFlags.None);

    public async Task<double> MicrosecondsPerCallAsync(string command)
    {
        string info = (string)(await database.ExecuteAsync("INFO", ["commandstats"], CommandFlags.None).ConfigureAwait(false))!;
        string head = $"cmdstat_{command}:", name = "usec_per_call=";
        string line = info.Split('\n').FirstOrDefault(line => line.StartsWith(head, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The server has counted no {command}.");
        int from = line.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return double.Parse(line.AsSpan(from, line.IndexOf(',', from) - from), CultureInfo.InvariantCulture);
    }

    public async Task<string> VersionAsync()
    {
        string info = (string)(await database.ExecuteAsync("INFO", ["server"], CommandFlags.None).ConfigureAwait(false))!;
        return info.Split('\n').First(line => line.StartsWith("redis_version:", StringComparison.Ordinal))[14..].Trim();
    }
}
