using NUnit.Framework;
using Rom.Tests.Docs;

namespace Rom.Tests.Packages;

/// <summary>The packages as a user gets them, added to a fresh project, built without warnings, run.</summary>
[Category("Packages")]
public class PackageTests
{
    private const string Program = """
        using Rom;

        await RunAsync("memory", RomDatabase.InMemory());
        if (args is [string address, string prefix])
            await RunAsync("redis", await RomDatabase.ConnectAsync(address, new RomOptions { KeyPrefix = prefix, CommandTimeout = TimeSpan.FromMinutes(1) }));

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

    /// <summary>Of each kind of mistake that the compiler could report in its own words, after which it reports none of an analyzer.</summary>
    private const string Wrong = """
        using Rom;
        return;

        [RomModel] public class NotPartial { public long Id { get; private set; } public string? Name { get; set; } }
        public class Outer { [RomModel] public partial class Inner { } }
        [RomModel] public partial class Box<T> { [Native] public partial RedisCounter Visits { get; } }
        [RomModel] public abstract partial class Base { [Native] public partial RedisCounter Visits { get; } }
        [RomModel] public partial class Clash { public int Columns { get; set; } [Native] public partial RedisCounter Visits { get; } }
        [RomModel] public partial class User
        {
            public object? Any { get; set; }
            [Native] public partial RedisList<object> Objects { get; }
            [Native] public static partial RedisCounter Visits { get; }
            [Native] public partial RedisSet<string> Tags { get; private set; }
            [Collection("Nope")] public partial RefCollection<Post> Posts { get; }
            [Collection] public partial RefCollection<Post> Written { get; }
            public partial RefCollection<Post> Read { get; }
        }
        [RomModel] public partial class Hooked { partial void AfterInsert(int id) { } async partial void AfterUpdate() => await Task.Yield(); private partial void BeforeDelete() { } }
        [RomModel] public partial class Post { public Ref<User>? Author { get; set; } public Ref<User>? Editor { get; set; } }
        """;

    private string _folder = null!;
    private ConsumerProject _consumer = null!;

    [OneTimeSetUp]
    public void CreateProject()
    {
        _folder = Directory.CreateTempSubdirectory("rom-consumer-").FullName;
        _consumer = new ConsumerProject(_folder, SharedFeed.Feed);
    }

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_runtime_of_the_repository_needs_its_client_and_nothing_else() => Assert.That(
        SharedFeed.Feed.Ordinary("Rom.Runtime").Dependencies(), Has.All.Match("^net(8|10).0: StackExchange.Redis [0-9.]+$").And.Exactly(2).Items);

    [Test]
    public async Task A_fresh_project_builds_without_warnings_and_runs_in_memory()
    {
        string[] lines = await _consumer.RunAsync(Program);

        Assert.That(lines, Is.EqualTo(new[] { "memory: 6 written, True, pen, True, 1 left" }));
        Assert.That(Directory.GetFiles(_consumer.Output), Has.None.EndsWith("Rom.Generators.dll"));
    }

    [Test]
    public void The_compiler_prints_the_errors_of_Rom_and_no_other() => Assert.That(
        _consumer.Errors(Wrong), Is.EqualTo(new[] { "ROM001", "ROM004", "ROM008", "ROM010", "ROM015", "ROM029", "ROM030", "ROM031", "ROM052", "ROM055" }));

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
