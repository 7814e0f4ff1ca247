using System.Globalization;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Packages;

/// <summary>
/// The packages of this repository under a version that no other run has: those to publish, and a feed that restores here, in which the
/// runtime asks for the client that the repository is tested with.
/// </summary>
internal sealed class PackageFeed(string folder)
{
    public const string RepositoryUrl = "https://example.com/rom.git";

    public static readonly string[] Ids = ["Rom.Generators", "Rom.Runtime"];

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The feed: the generator to publish, and a runtime for the client of the repository.</summary>
    public string Folder { get; } = Path.Combine(folder, "feed");

    private string ReleaseFolder { get; } = Path.Combine(folder, "release");

    /// <summary>Packs outside the tree, so that builds which run meanwhile are not disturbed.</summary>
    public async Task PackAsync()
    {
        Dictionary<string, string> environment = new() { ["VERSION"] = Version, ["REPOSITORY_URL"] = RepositoryUrl };
        await Command.RunAsync(SourceTree.Path("eng", "pack-release.sh"), SourceTree.Root, environment, ReleaseFolder);
        await Command.DotnetAsync(
            SourceTree.Root, new Dictionary<string, string>(), "pack", SourceTree.Path("Rom.Runtime"), "-c", "Release", "-warnaserror",
            "--artifacts-path", Path.Combine(folder, "artifacts"), "-o", Folder, $"-p:Version={Version}");
        File.Copy(Path.Combine(ReleaseFolder, FileName("Rom.Generators")), Path.Combine(Folder, FileName("Rom.Generators")));
    }

    /// <summary>A package to publish.</summary>
    public Package Release(string id, string extension = "nupkg") => new(Path.Combine(ReleaseFolder, FileName(id, extension)));

    /// <summary>A package of the feed.</summary>
    public Package Ordinary(string id) => new(Path.Combine(Folder, FileName(id)));

    private string FileName(string id, string extension = "nupkg") => $"{id}.{Version}.{extension}";
}
