using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Packages;

/// <summary>The packages of this repository, packed into a folder of their own under a version that no other run has.</summary>
internal sealed class PackageFeed(string folder)
{
    public static readonly string[] Ids = ["Rom.Generators", "Rom.Runtime"];

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture)}";

    public string Folder { get; } = Path.Combine(folder, "feed");

    /// <summary>Packs every package, outside the tree, so that builds which run meanwhile are not disturbed.</summary>
    public async Task PackAsync()
    {
        foreach (string id in Ids)
        {
            await DotnetCommand.RunAsync(
                SourceTree.Root, new Dictionary<string, string>(), "pack", SourceTree.Path(id), "-c", "Release", "-warnaserror",
                "--artifacts-path", Path.Combine(folder, "artifacts"), "-o", Folder, $"-p:Version={Version}");
        }
    }

    /// <summary>The paths of the files in a package.</summary>
    public IReadOnlyList<string> Files(string id)
    {
        using ZipArchive package = Open(id);
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>The first element of a name in a package's nuspec, or null.</summary>
    public XElement? Nuspec(string id, string element)
    {
        using ZipArchive package = Open(id);
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(nuspec).Descendants().FirstOrDefault(found => found.Name.LocalName == element);
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.nupkg"));
}
