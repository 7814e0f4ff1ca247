using System.Globalization;
using StackExchange.Redis;

namespace Rom.Benchmarks.Macro;

/// <summary>What the server says of the time that its commands take. Resets the statistics of the whole server.</summary>
internal sealed class ServerStatistics(IDatabase database)
{
    private static readonly string[] Scripts = ["evalsha", "evalsha_ro", "eval", "eval_ro"];

    /// <summary>What is no part of what is measured.</summary>
    private static readonly string[] Own = ["info", "config|resetstat", "config|set", "slowlog|reset", "slowlog|get", "ping"];

    public async Task ResetAsync()
    {
        await database.ExecuteAsync("CONFIG", ["SET", "slowlog-log-slower-than", "500", "slowlog-max-len", "4096"], CommandFlags.None).ConfigureAwait(false);
        await database.ExecuteAsync("SLOWLOG", ["RESET"], CommandFlags.None).ConfigureAwait(false);
        await database.ExecuteAsync("CONFIG", ["RESETSTAT"], CommandFlags.None).ConfigureAwait(false);
    }

    /// <summary>
    /// The time of all commands. What a script calls is counted with the script and left out, but for HGETALL, which no script here calls.
    /// </summary>
    public async Task<double> MicrosecondsAsync()
    {
        Dictionary<string, double> commands = (await CommandsAsync().ConfigureAwait(false)).ToDictionary(line => line.Name, line => Number(line.Figures, "usec="));
        double scripts = Scripts.Sum(script => commands.GetValueOrDefault(script));
        return scripts > 0 ? scripts + commands.GetValueOrDefault("hgetall") : commands.Where(command => !Own.Contains(command.Key)).Sum(command => command.Value);
    }

    /// <summary>The longest script call; 0.5 when none took that long.</summary>
    public async Task<double> SlowestMillisecondsAsync()
    {
        RedisResult[] entries = (RedisResult[])(await database.ExecuteAsync("SLOWLOG", ["GET", "4096"], CommandFlags.None).ConfigureAwait(false))!;
        return entries.Select(entry => (RedisResult[])entry!).Where(entry => ((string[])entry[3]!)[0].StartsWith("EVAL", StringComparison.OrdinalIgnoreCase))
            .Select(entry => (long)entry[2]).Append(500).Max() / 1000.0;
    }

    public async Task<double> MicrosecondsPerCallAsync(string command)
    {
        string figures = (await CommandsAsync().ConfigureAwait(false)).FirstOrDefault(line => line.Name == command).Figures
            ?? throw new InvalidOperationException($"The server has counted no {command}.");
        return Number(figures, "usec_per_call=");
    }

    public async Task<string> VersionAsync()
    {
        string info = (string)(await database.ExecuteAsync("INFO", ["server"], CommandFlags.None).ConfigureAwait(false))!;
        return info.Split('\n').First(line => line.StartsWith("redis_version:", StringComparison.Ordinal))[14..].Trim();
    }

    private async Task<IEnumerable<(string Name, string Figures)>> CommandsAsync()
    {
        string info = (string)(await database.ExecuteAsync("INFO", ["commandstats"], CommandFlags.None).ConfigureAwait(false))!;
        return info.Split('\n').Where(line => line.StartsWith("cmdstat_", StringComparison.Ordinal)).Select(line => line[8..].Split(':')).Select(parts => (parts[0], parts[1]));
    }

    private static double Number(string figures, string name)
    {
        int from = figures.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return double.Parse(figures.AsSpan(from, figures.IndexOf(',', from) - from), CultureInfo.InvariantCulture);
    }
}
