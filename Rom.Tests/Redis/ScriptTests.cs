using NUnit.Framework;
using Rom.Storage;
using Rom.Storage.Redis;
using Rom.Tests.Infrastructure;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>The scripts keep their rules. <see cref="LuaRulesTests"/> shows that each rule can be broken.</summary>
public sealed class ScriptTests
{
    private const string Resource = "Rom.Scripts.";

    private static readonly string Folder = SourceTree.Path("Rom.Runtime", "Storage", "Redis", "Scripts");

    /// <summary>Paths below the folder, with slashes.</summary>
    private static IEnumerable<string> Files =>
        Directory.GetFiles(Folder, "*.lua", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Called => Files.Where(file => !IsShared(file));

    private static IEnumerable<string> Reading => Called.Except(Writing).Except(["native.lua"]);

    private static IEnumerable<string> Commits => ["commit.lua", "commit-row.lua", "commit-receipt.lua", "commit-row-receipt.lua", "patch.lua", "patch-receipt.lua"];

    private static IEnumerable<string> Writing => [.. Commits, "reserve.lua", "receipt.lua", "lock.lua", "rebuild.lua"];

    [Test]
    public void Every_file_is_embedded_and_nothing_else_is()
    {
        IEnumerable<string> embedded = typeof(RomScript).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resource, StringComparison.Ordinal));
        Assert.That(embedded.Select(name => name[Resource.Length..]), Is.EquivalentTo(Files));
        foreach (string file in Files) Assert.That(Embedded(file), Is.EqualTo(OnDisk(file)), file);
    }

    [Test]
    public void Every_file_is_used()
    {
        Assert.That(RomScript.All.Select(script => $"{script.Name}.lua"), Is.EquivalentTo(Called));
        string all = string.Concat(RomScript.All.Select(script => script.Source));
        foreach (string file in Files.Where(IsShared)) Assert.That(all, Does.Contain($"--@include {file[..^4]}\n"), file);
    }

    [TestCaseSource(nameof(Files))]
    public void The_header_says_what_the_script_does(string file) => Assert.That(LuaRules.Header(OnDisk(file), IsShared(file)), Is.Empty);

    [TestCaseSource(nameof(Reading))]
    public void A_reading_script_says_so_to_the_server_and_names_no_writing_command(string file)
    {
        string text = Script(file).Text;
        Assert.That(text, Does.StartWith(LuaRules.ReadShebang + "\n"));
        Assert.That(LuaRules.ReadOnly(text), Is.Empty);
    }

    /// <summary>With a shebang a server at its memory limit refuses a script before it can delete.</summary>
    [TestCaseSource(nameof(Writing))]
    public void A_commit_has_no_shebang(string file) => Assert.That(Script(file).Text, Does.Not.StartWith("#!"));

    [TestCaseSource(nameof(Commits))]
    public void A_commit_reads_and_decides_before_it_writes(string file) => Assert.That(LuaRules.Phases(Script(file).Source), Is.Empty);

    [Test]
    public void The_statuses_of_a_commit_are_those_of_the_enum()
    {
        IEnumerable<int> all = Enum.GetValues<CommitStatus>().Select(status => (int)status), ofPatches = [(int)CommitStatus.NotExact],
            statuses = all.Except([(int)CommitStatus.ReceiptKnown]).Except(ofPatches);
        Assert.That(LuaRules.ReturnedStatuses(RomScript.CommitReceipt.Source), Is.EqualTo(all.Except(ofPatches)));
        Assert.That(LuaRules.ReturnedStatuses(RomScript.Patch.Source), Is.EqualTo(new[] { 0, 1, 5, 6, 13 }));
        Assert.That(LuaRules.ReturnedStatuses(RomScript.Commit.Source), Is.EqualTo(statuses));
        Assert.That(LuaRules.ReturnedStatuses(RomScript.CommitRow.Source), Is.EqualTo(statuses.Where(status => status != (int)CommitStatus.CheckFailed)), "it is sent no checks");
        Assert.That(LuaRules.ExplainedStatuses(RomScript.Commit.Source), Is.EqualTo(statuses));
    }

    [TestCaseSource(nameof(Called))]
    public void Every_name_is_local(string file) => Assert.That(LuaRules.Globals(Script(file).Text), Is.Empty);

    [TestCaseSource(nameof(Called))]
    public void What_is_sent_has_no_comments(string file)
    {
        Assert.That(LuaRules.Flat(Script(file).Text), Is.Empty);
        Assert.That(Script(file).Text, Does.Not.Contain("--@include"));
    }

    [TestCaseSource(nameof(Called))]
    public async Task The_server_compiles_it_and_knows_it_by_the_same_hash(string file) =>
        Assert.That(await LoadAsync(Script(file).Text), Is.EqualTo(Convert.ToHexString(Script(file).Hash)).IgnoreCase);

    [Test]
    public async Task The_server_refuses_what_is_no_Lua()
    {
        string broken = RomScript.Search.Text.Replace("return output", "return output end", StringComparison.Ordinal);
        await Assert.ThatAsync(() => LoadAsync(broken), Throws.TypeOf<RedisServerException>());
    }

    private static async Task<string> LoadAsync(string text)
    {
        ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(SharedRedis.RequireAddress());
        try
        {
            return (string)(await connection.GetDatabase().ExecuteAsync("SCRIPT", "LOAD", text))!;
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    private static RomScript Script(string file) => RomScript.All.Single(script => $"{script.Name}.lua" == file);

    private static bool IsShared(string file) => file.StartsWith("shared/", StringComparison.Ordinal);

    private static string OnDisk(string file) => File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n");

    private static string Embedded(string file)
    {
        using StreamReader reader = new(typeof(RomScript).Assembly.GetManifestResourceStream(Resource + file)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
