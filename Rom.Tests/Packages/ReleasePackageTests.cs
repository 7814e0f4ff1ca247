using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using NUnit.Framework;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Packages;

/// <summary>What eng/pack-release.sh makes is what should be published.</summary>
[Category("Packages")]
public class ReleasePackageTests
{
    private static readonly string[] Frameworks = ["net8.0", "net10.0"];

    private static PackageFeed Feed => SharedFeed.Feed;

    [Test]
    public void The_generator_is_an_analyzer_and_nothing_else()
    {
        Package generators = Feed.Release("Rom.Generators");

        Assert.That(generators.Content, Is.EquivalentTo(
            new[] { "README.md", "analyzers/dotnet/cs/Rom.Generators.dll", "analyzers/dotnet/cs/Rom.CodeFixes.dll" }));
        Assert.That(generators.Nuspec("developmentDependency")?.Value, Is.EqualTo("true"));
        Assert.That(generators.Dependencies(), Is.Empty);
    }

    [Test]
    public void The_runtime_is_documented_for_every_framework() => Assert.That(
        Feed.Release("Rom.Runtime").Content,
        Is.EquivalentTo(Frameworks.SelectMany(framework => new[] { $"lib/{framework}/Rom.Runtime.dll", $"lib/{framework}/Rom.Runtime.xml" }).Append("README.md")));

    [Test]
    public void The_runtime_needs_a_client_of_2_7_10_or_later_and_nothing_else() => Assert.That(
        Feed.Release("Rom.Runtime").Dependencies(), Is.EqualTo(new[] { "net10.0: StackExchange.Redis 2.7.10", "net8.0: StackExchange.Redis 2.7.10" }));

    /// <summary>The nuspec is written by hand, the other one by the SDK from the project's references.</summary>
    [Test]
    public void But_for_the_client_the_runtime_needs_what_its_project_says()
    {
        static IEnumerable<string> Others(Package package) => package.Dependencies().Where(one => !one.Contains("StackExchange.Redis", StringComparison.Ordinal));

        Assert.That(Others(Feed.Release("Rom.Runtime")), Is.EqualTo(Others(Feed.Ordinary("Rom.Runtime"))));
    }

    [TestCaseSource(typeof(PackageFeed), nameof(PackageFeed.Ids))]
    public void It_says_what_it_is_and_where_it_comes_from(string id)
    {
        Package package = Feed.Release(id);

        Assert.That(package.Nuspec("id")?.Value, Is.EqualTo(id));
        Assert.That(package.Nuspec("version")?.Value, Is.EqualTo(Feed.Version));
        Assert.That(package.Nuspec("description")?.Value, Does.Contain("Rom, the Redis object mapper for C#"));
        Assert.That(package.Nuspec("authors")?.Value, Is.Not.Empty);
        Assert.That(package.Nuspec("tags")?.Value.Split(' '), Does.Contain("redis"));
        Assert.That(package.Nuspec("license")?.Value, Is.EqualTo("MIT"));
        Assert.That(package.Nuspec("license")?.Attribute("type")?.Value, Is.EqualTo("expression"));
        Assert.That(package.Nuspec("readme")?.Value, Is.EqualTo("README.md"));
        Assert.That(Encoding.UTF8.GetString(package.Read("README.md")), Is.EqualTo(File.ReadAllText(SourceTree.Path("README.md"))));
        Assert.That(package.Nuspec("icon"), Is.Null);
        Assert.That(package.Nuspec("repository")?.Attribute("url")?.Value, Is.EqualTo(PackageFeed.RepositoryUrl));
        Assert.That(package.Nuspec("repository")?.Attribute("commit")?.Value, Does.Match("^[0-9a-f]{40}$"));
    }

    [TestCaseSource(nameof(Frameworks))]
    public void The_documentation_of_the_runtime_knows_its_types(string framework) => Assert.That(
        Encoding.UTF8.GetString(Feed.Release("Rom.Runtime").Read($"lib/{framework}/Rom.Runtime.xml")), Does.Contain("T:Rom.RomDatabase"));

    [TestCaseSource(nameof(Frameworks))]
    public void The_runtime_is_compiled_against_2_x(string framework)
    {
        using PEReader assembly = new(new MemoryStream(Feed.Release("Rom.Runtime").Read($"lib/{framework}/Rom.Runtime.dll")));
        MetadataReader metadata = assembly.GetMetadataReader();
        AssemblyReference client = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Single(one => metadata.GetString(one.Name) == "StackExchange.Redis");

        Assert.That(client.Version, Is.EqualTo(new Version(2, 0, 0, 0)));
        Assert.That(client.PublicKeyOrToken.IsNil, Is.False, "signed");
    }

    [TestCaseSource(nameof(Frameworks))]
    public void The_symbols_of_the_runtime_lie_in_a_package_of_their_own(string framework)
    {
        byte[] symbols = Feed.Release("Rom.Runtime", "snupkg").Read($"lib/{framework}/Rom.Runtime.pdb");
        using PEReader assembly = new(new MemoryStream(Feed.Release("Rom.Runtime").Read($"lib/{framework}/Rom.Runtime.dll")));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));

        DebugDirectoryEntry entry = assembly.ReadDebugDirectory().Single(one => one.Type == DebugDirectoryEntryType.CodeView);
        Assert.That(new BlobContentId(provider.GetMetadataReader().DebugMetadataHeader!.Id).Guid, Is.EqualTo(assembly.ReadCodeViewDebugDirectoryData(entry).Guid));
        Assert.That(Documents(provider.GetMetadataReader()), Has.Some.EndsWith("Sessions/RomDatabase.cs").And.All.StartsWith("/_"));
    }

    [TestCase("Rom.Generators", "RomModelGenerator.cs")]
    [TestCase("Rom.CodeFixes", "AddIndexFix.cs")]
    public void The_symbols_of_an_analyzer_lie_in_it(string assembly, string file)
    {
        using PEReader reader = new(new MemoryStream(Feed.Release("Rom.Generators").Read($"analyzers/dotnet/cs/{assembly}.dll")));
        DebugDirectoryEntry entry = reader.ReadDebugDirectory().Single(one => one.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = reader.ReadEmbeddedPortablePdbDebugDirectoryData(entry);

        Assert.That(Documents(provider.GetMetadataReader()), Has.Some.EndsWith(file).And.All.StartsWith("/_"));
    }

    [TestCaseSource(typeof(PackageFeed), nameof(PackageFeed.Ids))]
    public void No_file_names_a_place_of_the_machine_that_made_it(string id)
    {
        Package package = Feed.Release(id);
        string[] places = [SourceTree.Root, Path.GetTempPath(), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/"];

        foreach (string file in package.Files)
        {
            byte[] bytes = package.Read(file);
            foreach (string place in places)
            {
                Assert.That(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(place)), Is.Negative, $"{place} in {file}");
                Assert.That(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(place)), Is.Negative, $"{place} in {file}");
            }
        }
    }

    private static IEnumerable<string> Documents(MetadataReader symbols) =>
        symbols.Documents.Select(handle => symbols.GetString(symbols.GetDocument(handle).Name));
}
