using NUnit.Framework;
using Rom.Tests.Docs;

namespace Rom.Tests.Packages;

/// <summary>The packages as a user gets them: packed, added to a fresh project, built without warnings, run.</summary>
[Category("Packages")]
public class PackageTests
{
    private const string Program = """
        using Rom;

        await RunAsync("memory", RomDatabase.InMemory());
        if (args is [string address, string prefix])
            await RunAsync("redis", await RomDatabase.ConnectAsync(address, new RomOptions { KeyPrefix = prefix }));

        static async Task RunAsync(string engine, RomDatabase database)
        {
            await using RomDatabase db = database;
            var pen = new Product { Code = "pen", Price = 1.20m };
            var book = new Product { Code = "book", Price = 9.90m };
            int written = await pen.SaveAsync(db) + await book.SaveAsync(db);
            Product? found = await Product.GetByCodeAsync(db, "book");
            List<Product> cheap = await Product.Query(db).Where(p => p.Price < 5).OrderBy(p => p.Price).ToListAsync();
            bool deleted = await pen.DeleteAsync(db);
            Console.WriteLine($"{engine}: {written} written, {found?.Id == book.Id}, {cheap.Single().Code}, {deleted}, {await Product.Query(db).CountAsync()} left");
        }

        [RomModel]
        public partial class Product
        {
            [PrimaryKey] public long Id { get; private set; }
            [Unique] public required string Code { get; set; }
            [Index] public decimal Price { get; set; }
        }
        """;

    private string _folder = null!;
    private PackageFeed _feed = null!;
    private ConsumerProject _consumer = null!;

    [OneTimeSetUp]
    public async Task PackAsync()
    {
        _folder = Directory.CreateTempSubdirectory("rom-packages-").FullName;
        _feed = new PackageFeed(_folder);
        await _feed.PackAsync();
        _consumer = new ConsumerProject(_folder, _feed);
    }

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_generator_is_an_analyzer_and_nothing_else()
    {
        Assert.That(_feed.Files("Rom.Generators"), Does.Contain("analyzers/dotnet/cs/Rom.Generators.dll"));
        Assert.That(_feed.Files("Rom.Generators"), Does.Contain("analyzers/dotnet/cs/Rom.CodeFixes.dll"));
        Assert.That(_feed.Files("Rom.Generators"), Has.None.StartsWith("lib/"));
        Assert.That(_feed.Nuspec("Rom.Generators", "developmentDependency")?.Value, Is.EqualTo("true"));
        Assert.That(_feed.Nuspec("Rom.Generators", "dependency"), Is.Null);
    }

    [TestCase("net8.0")]
    [TestCase("net10.0")]
    public void The_runtime_is_documented_for_every_framework(string framework)
    {
        Assert.That(_feed.Files("Rom.Runtime"), Does.Contain($"lib/{framework}/Rom.Runtime.dll"));
        Assert.That(_feed.Files("Rom.Runtime"), Does.Contain($"lib/{framework}/Rom.Runtime.xml"));
    }

    [Test]
    public void The_runtime_needs_the_Redis_client_and_nothing_else()
    {
        string?[] dependencies = [.. _feed.Nuspec("Rom.Runtime", "dependencies")!.Descendants()
            .Select(element => element.Attribute("id")?.Value).OfType<string>().Distinct()];

        Assert.That(dependencies, Is.EqualTo(new[] { "StackExchange.Redis" }));
    }

    [TestCaseSource(typeof(PackageFeed), nameof(PackageFeed.Ids))]
    public void Each_package_has_its_readme_and_licence(string id)
    {
        Assert.That(_feed.Files(id), Does.Contain("README.md"));
        Assert.That(_feed.Nuspec(id, "readme")?.Value, Is.EqualTo("README.md"));
        Assert.That(_feed.Nuspec(id, "license")?.Value, Is.EqualTo("MIT"));
        Assert.That(_feed.Nuspec(id, "license")?.Attribute("type")?.Value, Is.EqualTo("expression"));
    }

    [Test]
    public async Task A_fresh_project_builds_without_warnings_and_runs_in_memory()
    {
        string[] lines = await _consumer.RunAsync(Program);

        Assert.That(lines, Is.EqualTo(new[] { "memory: 6 written, True, pen, True, 1 left" }));
        Assert.That(Directory.GetFiles(_consumer.Output), Has.None.EndsWith("Rom.Generators.dll"));
    }

    [Test]
    public async Task A_fresh_project_runs_on_Redis()
    {
        string[] lines = await _consumer.RunAsync(Program, SharedRedis.RequireAddress(), "packages:");

        Assert.That(lines, Is.EqualTo(new[] { "memory: 6 written, True, pen, True, 1 left", "redis: 6 written, True, pen, True, 1 left" }));
    }

    [Test]
    public async Task The_example_of_the_readme_runs()
    {
        string example = CodeBlock.ReadAll().First(block => block.File == "README.md").Text;

        string[] lines = await _consumer.RunAsync(example);

        Assert.That(lines, Is.EqualTo(new[] { "Saved as 1", "ada@host.com is 1", "1 found", "0 left" }));
    }
}
