using NUnit.Framework;

namespace Rom.Tests.Packages;

/// <summary>Packs once for all tests of the packages.</summary>
[SetUpFixture]
public sealed class SharedFeed
{
    private static PackageFeed? s_feed;
    private string _folder = null!;

    internal static PackageFeed Feed => s_feed ?? throw new InvalidOperationException("The packages exist only while the tests of this namespace run.");

    [OneTimeSetUp]
    public async Task PackAsync()
    {
        _folder = Directory.CreateTempSubdirectory("rom-packages-").FullName;
        PackageFeed feed = new(_folder);
        await feed.PackAsync();
        s_feed = feed;
    }

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);
}
