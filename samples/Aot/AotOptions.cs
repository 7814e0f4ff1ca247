namespace AotSample;

/// <summary>The command line.</summary>
/// <param name="Redis">The server, as a configuration string of StackExchange.Redis; null: in memory.</param>
/// <param name="Kill">Drop the connection once and go on.</param>
internal sealed record AotOptions(string? Redis = null, bool Kill = false)
{
    public const string Usage = "usage: Aot [--redis HOST:PORT [--kill]]";

    /// <summary>The options, or null when they cannot be followed.</summary>
    public static AotOptions? Parse(string[] arguments)
    {
        AotOptions options = new();
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--redis" when i + 1 < arguments.Length: options = options with { Redis = arguments[++i] }; break;
                case "--kill": options = options with { Kill = true }; break;
                default: return null;
            }
        }

        return options is { Kill: true, Redis: null } ? null : options;
    }
}
