using System.IO.Compression;
using System.Xml.Linq;

namespace Rom.Tests.Packages;

/// <summary>A .nupkg or .snupkg file, opened anew for each question.</summary>
internal sealed class Package(string path)
{
    /// <summary>The paths of its files.</summary>
    public IReadOnlyList<string> Files
    {
        get
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            return [.. archive.Entries.Select(entry => entry.FullName)];
        }
    }

    /// <summary>Those of its files that the package format does not itself add.</summary>
    public IEnumerable<string> Content => Files.Where(file => !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal) && file is not "[Content_Types].xml" && !file.EndsWith(".nuspec", StringComparison.Ordinal));

    /// <summary>The bytes of one of its files.</summary>
    public byte[] Read(string file)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream stream = archive.GetEntry(file)!.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The first element of a name in the nuspec, or null.</summary>
    public XElement? Nuspec(string element) => Elements(element).FirstOrDefault();

    /// <summary>Each dependency as framework, id and range, in the order of the text.</summary>
    public IEnumerable<string> Dependencies() => Elements("dependency")
        .Select(one => $"{one.Parent!.Attribute("targetFramework")?.Value}: {one.Attribute("id")?.Value} {one.Attribute("version")?.Value}")
        .Order(StringComparer.Ordinal);

    private IEnumerable<XElement> Elements(string name)
    {
        using MemoryStream nuspec = new(Read(Files.Single(file => file.EndsWith(".nuspec", StringComparison.Ordinal))));
        return [.. XDocument.Load(nuspec).Descendants().Where(found => found.Name.LocalName == name)];
    }
}
