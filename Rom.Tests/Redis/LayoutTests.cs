using Rom.Tests.Infrastructure;
using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using Rom.Tests.TestModels;

namespace Rom.Tests.Redis;

/// <summary>
/// What is stored, literally. A change of any of this cannot read data that older programs wrote: it needs a new layout version in
/// the schema record and a way from the old one.
/// </summary>
public sealed class LayoutTests
{
    private const string Member = @"\x01\x91\xD1\xC8\x00\x00p\x00\x80\x00\x01#Eg\x89\xAB";

    private PrivateServer _server = null!;

    [SetUp]
    public async Task StartAsync() => _server = await PrivateServer.StartAsync(options: Patience.Options("app:"));

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task A_row_with_a_value_in_every_column()
    {
        await new Person
        {
            Email = "a@b", Bio = "Redis, {Lua}", Tags = "x X", Status = Status.Active, Rank = Status.Hidden, Age = 30, Points = 9007199254740993, Balance = -12.50m,
            Score = -1.5, SeenAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), Born = new DateTime(1990, 5, 6, 0, 0, 0, DateTimeKind.Utc),
            Title = "a\0b", City = "Köln", Verified = true, Token = Guid.Parse("0191d1c8-0000-7000-8000-0123456789ab"), Passport = 77, Nick = "\0x", Note = "n",
        }.SaveAsync(_server.Db);

        Assert.That(await StoredAsync(), Is.EqualTo(Lines("""
            app:{P}:exact:City=K\xC3\xB6ln -> set 1
            app:{P}:exact:Status=1 -> set 1
            app:{P}:exact:Token=0191d1c8-0000-7000-8000-0123456789ab -> set 1
            app:{P}:exact:Verified=1 -> set 1
            app:{P}:id -> string 1
            app:{P}:keys -> zset 1
            app:{P}:ordered:Age -> zset \x823 1
            app:{P}:ordered:Balance -> zset }874~1
            app:{P}:ordered:Born -> zset 1990-05-06T00:00:00.00000001
            app:{P}:ordered:Email -> zset a@b\x00\x011
            app:{P}:ordered:Nick -> zset \x00\xFFx\x00\x011
            app:{P}:ordered:Points -> zset \x909007199254740993 1
            app:{P}:ordered:Rank -> zset ~8~1
            app:{P}:ordered:Score -> zset @\x07\xFF\xFF\xFF\xFF\xFF\xFF1
            app:{P}:ordered:SeenAt -> zset 2026-01-02T01:04:05.00000001
            app:{P}:ordered:Status+Age -> zset \x811 \x823 1
            app:{P}:ordered:Title -> zset a\x00\xFFb\x00\x011
            app:{P}:row:1 -> hash Age=30 | Balance=-12.50 | Bio=Redis, {Lua} | Born=1990-05-06T00:00:00.0000000Z | City=K\xC3\xB6ln | Email=a@b | Id=1 | Nick=\x00\x00x | Passport=77 | Points=9007199254740993 | Rank=-1 | Score=-1.5 | SeenAt=2026-01-02T01:04:05.0000000Z+02:00 | Status=1 | Tags=x X | Title=a\x00b | Token=0191d1c8-0000-7000-8000-0123456789ab | Verified=1 | n=n
            app:{P}:unique:Email -> hash a@b=1
            app:{P}:unique:Passport -> hash 77=1
            app:{P}:word:Bio=lua -> set 1
            app:{P}:word:Bio=redis -> set 1
            app:{P}:word:Tags=x -> set 1
            app:{P}:words:Bio -> zset lua | redis
            """)));
    }

    [Test]
    public async Task A_row_with_nulls_and_an_empty_text()
    {
        await new Person { Email = "", Nick = null }.SaveAsync(_server.Db);

        Assert.That(await StoredAsync(), Is.EqualTo(Lines("""
            app:{P}:exact:City~ -> set 1
            app:{P}:exact:Status=0 -> set 1
            app:{P}:exact:Token~ -> set 1
            app:{P}:exact:Verified~ -> set 1
            app:{P}:id -> string 1
            app:{P}:keys -> zset 1
            app:{P}:ordered:Age -> zset \x00\x001
            app:{P}:ordered:Balance -> zset \x00\x001
            app:{P}:ordered:Born -> zset 0001-01-01T00:00:00.00000001
            app:{P}:ordered:Email -> zset \x00\x011
            app:{P}:ordered:Nick -> zset \x00\x001
            app:{P}:ordered:Points -> zset \x80 1
            app:{P}:ordered:Rank -> zset \x00\x001
            app:{P}:ordered:Score -> zset \x00\x001
            app:{P}:ordered:SeenAt -> zset \x00\x001
            app:{P}:ordered:Status+Age -> zset \x80 \x00\x001
            app:{P}:ordered:Title -> zset \x00\x001
            app:{P}:row:1 -> hash Born=0001-01-01T00:00:00.0000000 | Email= | Id=1 | Nick=\x00 | Points=0 | Status=0
            app:{P}:unique:Email -> hash =1
            app:{P}:word:Bio~ -> set 1
            app:{P}:word:Tags~ -> set 1
            """)));
    }

    /// <summary>16 bytes in index members and uniques, text in the name of the row and its field; a group is the hash tag.</summary>
    [Test]
    public async Task A_row_with_a_Guid_as_key_in_a_group()
    {
        await new Device { Id = Guid.Parse("0191d1c8-0000-7000-8000-0123456789ab"), Serial = "s", Name = "n", Room = "r" }.SaveAsync(_server.Db);

        Assert.That(await StoredAsync(), Is.EqualTo(Lines($$"""
            app:{things}Device:exact:Room=r -> set {{Member}}
            app:{things}Device:keys -> zset {{Member}}
            app:{things}Device:ordered:Name -> zset n\x00\x01{{Member}}
            app:{things}Device:row:0191d1c8-0000-7000-8000-0123456789ab -> hash Id=0191d1c8-0000-7000-8000-0123456789ab | Name=n | Room=r | Serial=s
            app:{things}Device:unique:Serial -> hash s={{Member}}
            """)));
    }

    [TestCase(512)]
    [TestCase(513)]
    public async Task A_value_of_more_than_512_bytes_has_its_SHA256_in_the_key(int length)
    {
        string text = new('w', length);
        string hash = KeyspaceDump.Text(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
        await new Person { Email = "a", City = text, Bio = text }.SaveAsync(_server.Db);

        List<string> stored = await StoredAsync();
        string mark = length > 512 ? $"#{hash}" : $"={text}", member = length > 512 ? $@"{text[..512]}\x00{hash}" : text;
        Assert.That(stored, Does.Contain($"app:{{P}}:exact:City{mark} -> set 1"));
        Assert.That(stored, Does.Contain($"app:{{P}}:word:Bio{mark} -> set 1"));
        Assert.That(stored, Does.Contain($"app:{{P}}:words:Bio -> zset {member}"));
    }

    /// <summary>A program whose description differs writes nothing; the fingerprint is what every commit compares.</summary>
    [Test]
    public async Task The_schema_record()
    {
        await new Page { Slug = "p" }.SaveAsync(_server.Db);
        string description = string.Join('\n', Lines("""
            layout 1
            key Slug Text
            index Text FullText prefix words 1 (Text Text)
            index Title Ordered (Title Text)
            index Views Ordered (Views Number)
            unique Alias (Alias Text)
            """));
        string fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(description)))[..16];
        Assert.That((await _server.DumpAsync())["app:{Page}:schema"],
            Is.EqualTo($"hash description={description.Replace("\n", @"\x0A", StringComparison.Ordinal)} | fingerprint={fingerprint}"));
    }

    /// <summary>Everything but the schema records, which have a test of their own.</summary>
    private async Task<List<string>> StoredAsync() =>
        [.. (await _server.DumpAsync()).Where(pair => !pair.Key.EndsWith(":schema", StringComparison.Ordinal)).Select(pair => $"{pair.Key} -> {pair.Value}")];

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
