using System.IO.Compression;
using System.Text;
using Catalog;
using NUnit.Framework;

namespace Rom.Tests.Samples;

public class PackageFileTests
{
    private const string Records = "Package: a\nVersion: 1\n\nPackage: b\nVersion: 2\n";

    private static readonly string[] RecordNames = ["a", "b"];
    private static readonly string[] AskedFor = ["bash", "nginx", "redis-server"];

    private string _path = null!;

    [SetUp]
    public void NewFile() => _path = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(_path);

    [Test]
    public void TheShippedSliceHoldsWhatTheQuestionsAskFor()
    {
        using PackageFile file = PackageFile.Open(null);
        List<Package> packages = [.. file.ReadStanzas().Select(PackageRecord.Parse)];

        Assert.That(packages, Has.Count.GreaterThan(2000));
        Assert.That(packages.Select(package => package.Name), Is.Unique.And.SupersetOf(AskedFor));
        Assert.That(packages.Select(package => package.Priority).Distinct(), Is.EquivalentTo(Enum.GetValues<Priority>()));
        Assert.That(packages.Count(package => package.Section == "net"), Is.GreaterThan(10));
        Assert.That(packages, Has.Some.Matches<Package>(package => package.InstalledSize is null));
        Assert.That(packages, Has.None.Matches<Package>(package => package.Maintainer?.Contains('@') ?? false));
        Assert.That(file.Fraction, Is.EqualTo(1));
    }

    [Test]
    public void APlainFileIsRead()
    {
        File.WriteAllText(_path, Records);
        Assert.That(Names(), Is.EqualTo(RecordNames));
    }

    [Test]
    public void AGzipFileIsKnownByItsFirstBytes()
    {
        using (GZipStream gzip = new(File.Create(_path), CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(Records));
        Assert.That(Names(), Is.EqualTo(RecordNames));
    }

    [Test]
    public void AnEmptyFileHoldsNoPackages()
    {
        Assert.That(Names(), Is.Empty);
    }

    [TestCase("FD377A585A00", "xz -dc")]
    [TestCase("04224D18", "lz4 -dc")]
    [TestCase("28B52FFD", "zstd -dc")]
    [TestCase("425A68", "bzip2 -dc")]
    public void ForOtherCompressionsTheErrorNamesTheCommand(string start, string command)
    {
        File.WriteAllBytes(_path, Convert.FromHexString(start + "0011223344"));

        IOException error = Assert.Throws<IOException>(() => PackageFile.Open(_path))!;
        Assert.That(error.Message, Does.Contain($"{command} '{_path}'"));
    }

    [Test]
    public void APathThatIsNoFileIsNamed()
    {
        string missing = _path + ".missing";
        string directory = Path.GetTempPath();

        Assert.That(Assert.Throws<FileNotFoundException>(() => PackageFile.Open(missing))!.Message, Does.Contain(missing));
        Assert.That(Assert.Throws<IOException>(() => PackageFile.Open(directory))!.Message, Does.Contain(directory));
    }

    private List<string> Names()
    {
        using PackageFile file = PackageFile.Open(_path);
        return [.. file.ReadStanzas().Select(stanza => stanza.Required("Package"))];
    }
}
