namespace Rom.Storage.Redis;

/// <summary>What a server must be for Rom to keep its promises.</summary>
internal static class ServerRequirements
{
    private static readonly Version Oldest = new(7, 0);

    public static async Task CheckAsync(IRedisConnection connection, RomOptions options, CancellationToken cancellationToken)
    {
        string version = Value(await connection.InfoAsync("server", cancellationToken).ConfigureAwait(false), "redis_version");
        if (!options.AllowOlderServer && (!Version.TryParse(version, out Version? parsed) || parsed < Oldest))
            throw new StoreException($"The server says that its version is '{version}'; Rom needs {Oldest} or later. RomOptions.AllowOlderServer connects all the same.");

        string policy = Value(await connection.InfoAsync("memory", cancellationToken).ConfigureAwait(false), "maxmemory_policy");
        if (!options.AllowEviction && policy.StartsWith("allkeys-", StringComparison.Ordinal))
        {
            throw new StoreException(
                $"The server's maxmemory-policy is '{policy}': when memory runs out it would evict rows and index entries, and queries would lie. "
                + "Set 'noeviction' or a 'volatile-' policy, or connect all the same with RomOptions.AllowEviction.");
        }
    }

    private static string Value(string info, string name)
    {
        foreach (string line in info.Split('\n'))
        {
            if (line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] == ':') return line[(name.Length + 1)..].Trim();
        }

        return "";
    }
}
