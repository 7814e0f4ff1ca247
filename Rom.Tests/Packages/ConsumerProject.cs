using System.Text.RegularExpressions;
using NUnit.Framework;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Packages;

/// <summary>A fresh console project that uses the packages of a feed, outside the repository and with a package cache of its own.</summary>
internal sealed class ConsumerProject
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;

    public ConsumerProject(string folder, PackageFeed feed)
    {
        _folder = Path.Combine(folder, "consumer");
        _environment = new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(folder, "cache") };
        Directory.CreateDirectory(_folder);
        Write("Directory.Build.props", "<Project />"); // of folders above, none counts
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="rom-test-feed" value="{feed.Folder}" />
              </packageSources>
            </configuration>
            """);
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <!-- StackExchange.Redis 1.2.6 names 79 packages that the framework already contains. -->
                <RestoreEnablePackagePruning>true</RestoreEnablePackagePruning>
                <RestoreFallbackFolders>{UserCache()}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Rom.Generators" Version="{feed.Version}" PrivateAssets="all" />
                <PackageReference Include="Rom.Runtime" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>The folder of what the last build made.</summary>
    public string Output => Path.Combine(_folder, "bin", "Release", "net10.0");

    /// <summary>Builds a program, with warnings as errors, and runs it.</summary>
    /// <returns>The lines that it printed.</returns>
    public async Task<string[]> RunAsync(string program, params string[] arguments)
    {
        Write("Program.cs", program);
        await Command.DotnetAsync(_folder, _environment, "build", "-c", "Release", "-warnaserror");
        string output = await Command.DotnetAsync(_folder, _environment, [Path.Combine(Output, "Consumer.dll"), .. arguments]);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Builds a program that is wrong.</summary>
    /// <returns>The ids of the errors that the compiler printed, in order, each once.</returns>
    public string[] Errors(string program)
    {
        Write("Program.cs", program);
        InvalidOperationException? failure = Assert.ThrowsAsync<InvalidOperationException>(
            () => Command.DotnetAsync(_folder, _environment, "build", "-c", "Release"));
        return [.. Regex.Matches(failure!.Message, "error ([A-Z]+[0-9]+):").Select(error => error.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    /// <summary>What this machine has downloaded before is read from there and not downloaded again; nothing is added to it.</summary>
    private static string UserCache()
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(cache) ? cache : "";
    }
}
