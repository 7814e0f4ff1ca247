using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Packages;

/// <summary>
/// Every type and member of StackExchange.Redis that Rom refers to is in every version of it, with the same signature: whichever a
/// project has, Rom binds to it.
/// </summary>
[Category("Packages")]
public class ClientGateTests
{
    /// <summary>Compiled only against 1.x, where it must be switched off; gone since.</summary>
    private const string OnlyInVersion1 = "Void StackExchange.Redis.ConnectionMultiplexer.set_PreserveAsyncOrder(Boolean)";

    private static readonly string[] s_frameworks = ["net8.0", "net10.0"];

    /// <summary>What clients from 3.0 on refuse without allowAdmin, also by <c>ExecuteAsync</c>.</summary>
    private static readonly string[] s_administrative =
    [
        "BGREWRITEAOF", "BGSAVE", "CLIENT", "CLUSTER", "CONFIG", "DEBUG", "FLUSHALL", "FLUSHDB", "HOTKEYS", "INFO", "KEYS", "MONITOR", "REPLICAOF",
        "SAVE", "SHUTDOWN", "SLAVEOF", "SLOWLOG", "SWAPDB", "SYNC",
    ];

    private static IEnumerable<TestCaseData> Pairs => ClientVersions.All.SelectMany(version => s_frameworks.Select(framework => new TestCaseData(version, framework)));

    [TestCaseSource(nameof(Pairs))]
    public void What_the_release_calls_is_there(string version, string framework) => Assert.That(
        Missing(Release(framework), version, framework), Is.Empty);

    [TestCaseSource(nameof(Pairs))]
    public void What_this_build_calls_is_there(string version, string framework) => Assert.That(
        Missing(Stream(typeof(RomDatabase).Assembly.Location), version, framework), Is.SubsetOf(new[] { OnlyInVersion1 }));

    [TestCaseSource(nameof(Pairs))]
    public void What_the_release_copies_of_an_enum_has_not_changed(string version, string framework)
    {
        IReadOnlyDictionary<string, int> old = ClientSurface.Values(ClientVersions.File(ClientVersions.All[0], framework), "StackExchange.Redis.CommandFlags");
        IReadOnlyDictionary<string, int> now = ClientSurface.Values(ClientVersions.File(version, framework), "StackExchange.Redis.CommandFlags");

        Assert.That(now, Does.ContainKey("None").WithValue(0).And.ContainKey("DemandMaster").WithValue(4));
        Assert.That(now.Where(flag => old.TryGetValue(flag.Key, out int value) && value != flag.Value), Is.Empty);
    }

    [Test]
    public void The_gate_looks_at_the_calls_of_the_adapter()
    {
        IReadOnlySet<string> calls = ClientSurface.ReferredTo(Release("net10.0"));

        Assert.That(calls, Does.Contain("StackExchange.Redis.IDatabase"));
        Assert.That(calls, Has.Some.Contains("IDatabaseAsync.ScriptEvaluateAsync(Byte[], StackExchange.Redis.RedisKey[], StackExchange.Redis.RedisValue[], StackExchange.Redis.CommandFlags)"));
    }

    [Test]
    public void A_member_that_an_older_client_lacks_is_found() => Assert.That(
        Missing(Compiled("db.StringGetDeleteAsync(\"key\", CommandFlags.None)"), "1.2.6", "net8.0"),
        Has.One.Items.And.Some.Contains("IDatabaseAsync.StringGetDeleteAsync"));

    [Test]
    public void A_call_that_leaves_an_argument_out_and_drifts_to_a_newer_overload_is_found() => Assert.That(
        Missing(Compiled("db.SortedSetAddAsync(\"key\", \"member\", 1)"), "1.2.6", "net8.0"),
        Has.Some.Contains("IDatabaseAsync.SortedSetAddAsync"));

    [Test]
    public void A_type_that_a_newer_client_adds_is_found() => Assert.That(
        Missing(Compiled("typeof(GeoSearchBox)"), "1.2.6", "net8.0"), Has.Some.EqualTo("StackExchange.Redis.GeoSearchBox"));

    /// <summary>Metadata do not tell this: before 3.0 the client let any command by name pass.</summary>
    [TestCaseSource(nameof(s_frameworks))]
    public void No_command_is_sent_by_name_that_newer_clients_keep_for_administrators(string framework) =>
        Assert.That(ClientSurface.Literals(Release(framework)).Intersect(s_administrative), Is.Empty);

    [Test]
    public void Such_a_command_is_found() =>
        Assert.That(ClientSurface.Literals(Compiled("db.ExecuteAsync(\"INFO\", \"server\")")).Intersect(s_administrative), Is.EqualTo(new[] { "INFO" }));

    private static IEnumerable<string> Missing(Stream assembly, string version, string framework)
    {
        IReadOnlySet<string> calls = ClientSurface.ReferredTo(assembly);
        Assert.That(calls, Is.Not.Empty);
        return calls.Except(ClientSurface.Offered(ClientVersions.File(version, framework))).ToArray();
    }

    private static MemoryStream Release(string framework) => new(SharedFeed.Feed.Release("Rom.Runtime").Read($"lib/{framework}/Rom.Runtime.dll"));

    private static MemoryStream Stream(string path) => new(File.ReadAllBytes(path));

    /// <summary>An assembly that was compiled against a newer client and returns a value of an expression.</summary>
    private static MemoryStream Compiled(string expression)
    {
        IEnumerable<string> framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll");
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Caller",
            [CSharpSyntaxTree.ParseText($"using StackExchange.Redis; public static class Caller {{ public static object M(IDatabase db) => {expression}; }}")],
            [.. framework.Append(ClientVersions.File("2.13.23", "net8.0")).Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        MemoryStream assembly = new();
        Assert.That(compilation.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        assembly.Position = 0;
        return assembly;
    }
}
