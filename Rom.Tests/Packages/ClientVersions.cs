using System.Reflection;

namespace Rom.Tests.Packages;

/// <summary>The versions of StackExchange.Redis in eng/redis-clients.props, which the build has downloaded.</summary>
internal static class ClientVersions
{
    /// <summary>The folders from which a net8.0 or net10.0 project takes the client, best first.</summary>
    private static readonly string[] s_folders = ["net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "net5.0", "netcoreapp3.1", "netstandard2.0", "netstandard1.5"];

    public static IReadOnlyList<string> All { get; } = [.. Built("RedisClientVersions").Split(';').Select(version => version.Trim('[', ']'))];

    /// <summary>The file that a project for a framework gets of a version.</summary>
    public static string File(string version, string framework)
    {
        string lib = Path.Combine(Built("PackageRoot"), "stackexchange.redis", version, "lib");
        string folder = s_folders.SkipWhile(folder => folder != framework).First(folder => Directory.Exists(Path.Combine(lib, folder)));
        return Path.Combine(lib, folder, "StackExchange.Redis.dll");
    }

    private static string Built(string key) => typeof(ClientVersions).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
