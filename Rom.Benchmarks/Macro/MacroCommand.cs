using StackExchange.Redis;

namespace Rom.Benchmarks.Macro;

/// <summary>Starts or finds a server, compares, prints the tables, and leaves no key behind.</summary>
internal static class MacroCommand
{
    public static async Task RunAsync(Options options)
    {
        PrivateServer? server = options.Redis is null ? await PrivateServer.StartAsync().ConfigureAwait(false) : null;
        await using (server)
        {
            ConfigurationOptions configuration = ConfigurationOptions.Parse(options.Redis ?? server!.Address);
            using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(configuration, null).ConfigureAwait(false);
#if STACKEXCHANGE_REDIS_1
            // As Rom's own connections: on by default in 1.x, it runs one continuation after the other.
            connection.PreserveAsyncOrder = false;
#endif
            string prefix = $"rom-benchmark-{Guid.NewGuid():N}:", report;
            IDatabase database = connection.GetDatabase(-1, null);
            try
            {
                Results results = await Comparison.Over(connection, prefix).RunAsync(options.Rounds, options.Only).ConfigureAwait(false);
                report = Report.Of(results, options.Rounds, await new ServerStatistics(database).VersionAsync().ConfigureAwait(false));
            }
            finally
            {
                if (server is null) await DeleteKeysAsync(database, prefix).ConfigureAwait(false);
            }

            Console.Write(report);
            if (options.Markdown is { } file) await File.WriteAllTextAsync(file, report).ConfigureAwait(false);
        }
    }

    private static async Task DeleteKeysAsync(IDatabase database, string prefix)
    {
        string cursor = "0";
        do
        {
            object[] scan = [cursor, "MATCH", prefix + "*", "COUNT", "1000"];
            RedisResult[] page = (RedisResult[])(await database.ExecuteAsync("SCAN", scan, CommandFlags.None).ConfigureAwait(false))!;
            cursor = (string)page[0]!;
            RedisKey[] keys = (RedisKey[])page[1]!;
            if (keys.Length > 0) await database.KeyDeleteAsync(keys, CommandFlags.None).ConfigureAwait(false);
        }
        while (cursor != "0");
    }
}
