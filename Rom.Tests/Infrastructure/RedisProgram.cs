using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Rom.Tests.Infrastructure;

/// <summary>The <c>redis-server</c> of this machine.</summary>
internal static partial class RedisProgram
{
    private const int OldestMajorVersion = 7;

    private static readonly Lazy<(string? Path, string? Problem)> Found = new(Find);

    /// <summary>Where it is.</summary>
    public static string Path => Found.Value.Path ?? throw new InvalidOperationException(Problem);

    /// <summary>Why tests cannot use it and what to do; null when they can.</summary>
    public static string? Problem => Found.Value.Problem;

    /// <summary>Reports the calling test as ignored, with the reason, where tests cannot use it.</summary>
    public static void Require()
    {
        if (Problem is not null) Assert.Ignore(Problem);
    }

    private static (string?, string?) Find()
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => System.IO.Path.Combine(folder, "redis-server"))
            .FirstOrDefault(File.Exists);
        if (path is null)
            return (null, "redis-server is not on PATH, so no test ran on Redis. Install it: apt-get install redis-server.");

        string version = Version(path);
        return Major().Match(version) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) >= OldestMajorVersion
            ? (path, null)
            : (null, $"Rom needs Redis {OldestMajorVersion}.0 or later, so no test ran on Redis; {path} says: {version}");
    }

    private static string Version(string path)
    {
        using Process process = Process.Start(new ProcessStartInfo(path, "--version") { RedirectStandardOutput = true })!;
        string version = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return version;
    }

    [GeneratedRegex(@"\bv=(\d+)\.")]
    private static partial Regex Major();
}
