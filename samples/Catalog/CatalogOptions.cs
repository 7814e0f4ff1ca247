namespace Catalog;

/// <summary>What to do with packages that Redis already holds.</summary>
internal enum Existing
{
    /// <summary>Stop, so that nothing is silently mixed.</summary>
    Refuse,

    /// <summary>Delete them, then load.</summary>
    Reset,

    /// <summary>Load nothing and ask them.</summary>
    Keep,
}

/// <summary>The arguments cannot be followed.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The program's arguments.</summary>
/// <param name="Redis">The server; null for a database in memory.</param>
/// <param name="Path">The package index; null for the slice that the sample ships.</param>
/// <param name="Existing">What to do with packages that Redis already holds.</param>
/// <param name="Help">Only say how the program is used.</param>
internal sealed record CatalogOptions(string? Redis = null, string? Path = null, Existing Existing = Existing.Refuse, bool Help = false)
{
    public const string Usage = """
        Loads Debian package records through Rom and asks about them.

          catalog [--redis HOST[:PORT]] [--reset | --keep] [FILE]

          FILE           a Debian Packages file, plain or gzip; without it,
                         about 2,000 records that the sample ships
          --redis HOST   store them in Redis; without it, in memory
          --reset        delete the packages that Redis holds, then load
          --keep         load nothing, ask the packages that Redis holds
          --help         say this
        """;

    public static CatalogOptions Parse(IReadOnlyList<string> arguments)
    {
        CatalogOptions options = new();
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            options = argument switch
            {
                "--help" or "-h" => options with { Help = true },
                "--reset" => options.With(Existing.Reset),
                "--keep" => options.With(Existing.Keep),
                "--redis" => options.WithRedis(++i < arguments.Count ? arguments[i] : ""),
                _ when argument.StartsWith("--redis=", StringComparison.Ordinal) => options.WithRedis(argument["--redis=".Length..]),
                _ when argument.StartsWith('-') => throw new UsageException($"There is no option {argument}."),
                "" => throw new UsageException("The path of the file is empty."),
                _ when options.Path is { } first => throw new UsageException($"Two files are named: {first} and {argument}. Name one."),
                _ => options with { Path = argument },
            };
        }

        if (!options.Help) options.RequireSense();
        return options;
    }

    private CatalogOptions With(Existing existing) => Existing == Existing.Refuse || Existing == existing
        ? this with { Existing = existing }
        : throw new UsageException("--reset deletes what --keep keeps; name one of them.");

    private CatalogOptions WithRedis(string server)
    {
        if (Redis is not null) throw new UsageException("--redis is given twice.");
        if (server.Length == 0 || server.StartsWith('-'))
            throw new UsageException("--redis needs a server, such as --redis localhost:6379.");

        // What follows a comma are options of StackExchange.Redis (user, password, ssl), which it checks itself.
        string endpoint = server.Split(',')[0];
        int colon = endpoint.LastIndexOf(':');
        bool hasPort = colon >= 0 && !endpoint.EndsWith(']');
        if (colon == 0 || endpoint.Length == 0 || (hasPort && !(ushort.TryParse(endpoint.AsSpan(colon + 1), out ushort port) && port > 0)))
            throw new UsageException($"\"{endpoint}\" is no server: expected host:port with a port from 1 to 65535.");
        return this with { Redis = server };
    }

    private void RequireSense()
    {
        if (Redis is null && Existing != Existing.Refuse)
            throw new UsageException($"--{Existing.ToString().ToLowerInvariant()} needs --redis: a database in memory starts empty.");
        if (Existing == Existing.Keep && Path is not null)
            throw new UsageException($"--keep loads nothing, so {Path} would not be read. Leave one of them out.");
    }
}
