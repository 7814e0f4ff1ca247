using Rom.Tests.Infrastructure;
using System.Text;
using NUnit.Framework;
using Rom.Tests.TestModels;
using StackExchange.Redis;
using static Rom.VerifyFindingKind;

namespace Rom.Tests.Redis;

/// <summary>Each kind of damage, made by hand, is what <c>VerifyAsync</c> finds, and all that it finds.</summary>
public sealed class VerifyDamageTests
{
    private const string Prefix = "damage:";

    private PrivateServer _server = null!;
    private ConnectionMultiplexer _connection = null!;
    private RomDatabase _db = null!;

    private IDatabase Raw => _connection.GetDatabase();

    /// <summary>Of contact 1, which has everything, and 2, which has nothing but an address of which there is only one word.</summary>
    private static IEnumerable<TestCaseData> Contacts()
    {
        yield return One("entry, ordered", (raw, head) => raw.SortedSetRemoveAsync(head + "ordered:Spread", B("\u008185 1")), MissingEntry, "1", "Spread");
        yield return One("entry, with a score", (raw, head) => raw.SortedSetAddAsync(head + "ordered:Spread", B("\u008185 1"), 1), MissingEntry, "1", "Spread");
        yield return One("entry, suffix", (raw, head) => raw.SortedSetRemoveAsync(head + "reversed:Email", B("y.x@b+A\0\u00011")), MissingEntry, "1", "Email");
        yield return One("entry, case-folded", (raw, head) => raw.SortedSetRemoveAsync(head + "ordered:ByNick", B("\u00c3\u00a4b\0\u00011")), MissingEntry, "1", "ByNick");
        yield return One("entry, exact", (raw, head) => raw.SetRemoveAsync(head + "exact:City=köln", "1"), MissingEntry, "1", "City");
        yield return One("entry, computed", (raw, head) => raw.SetRemoveAsync(head + "exact:Domain=x.y", "1"), MissingEntry, "1", "Domain");
        yield return One("entry, element", (raw, head) => raw.SetRemoveAsync(head + "exact:Numbers=7", "1"), MissingEntry, "1", "Numbers");
        yield return One("entry, word", (raw, head) => raw.SetRemoveAsync(head + "word:Notes=ab", "1"), MissingEntry, "1", "Notes");
        yield return One("entry, distinct word", (raw, head) => raw.SortedSetRemoveAsync(head + "words:Notes", "cd"), MissingEntry, "1", "Notes");
        yield return One("entry, reversed word", (raw, head) => raw.SortedSetRemoveAsync(head + "reversed-words:Notes", "dc"), MissingEntry, "1", "Notes");
        yield return One("entry, point", (raw, head) => raw.SortedSetRemoveAsync(head + "geo:Home", "1"), MissingEntry, "1", "Home");
        yield return One("entry, point elsewhere", (raw, head) => raw.GeoAddAsync(head + "geo:Home", 13.5, 52.5, "1"), MissingEntry, "1", "Home");
        yield return One("entry, null", (raw, head) => raw.SetRemoveAsync(head + "geo:Home~", "2"), MissingEntry, "2", "Home");
        yield return One("unique", (raw, head) => raw.HashDeleteAsync(head + "unique:Handle", "h"), MissingEntry, "1", "Handle");
        yield return One("unique, composite", (raw, head) => raw.HashDeleteAsync(head + "unique:First+Last", B("ann\0\u0001lee\0\u0001")), MissingEntry, "1", "First+Last");
        yield return Several("unique of another row", (raw, head) => raw.HashSetAsync(head + "unique:Handle", [new("h", "2")]),
            (TakenUnique, "1", "Handle"), (StaleEntry, "2", "Handle"));
        yield return One("second value of a unique", (raw, head) => raw.HashSetAsync(head + "unique:Handle", [new("other", "1")]), StaleEntry, "1", "Handle");
        yield return One("unique without row", (raw, head) => raw.HashSetAsync(head + "unique:Handle", [new("other", "99")]), OrphanEntry, "99", "Handle");
        yield return One("stale, ordered", (raw, head) => raw.SortedSetAddAsync(head + "ordered:Spread", B("\u008195 1"), 0), StaleEntry, "1", "Spread");
        yield return One("stale, no entry at all", (raw, head) => raw.SortedSetAddAsync(head + "ordered:Spread", "junk", 0), StaleEntry, null, "Spread");
        yield return One("stale, exact", (raw, head) => raw.SetAddAsync(head + "exact:City=bonn", "1"), StaleEntry, "1", "City");
        yield return One("stale, digest", (raw, head) => raw.SetAddAsync((RedisKey)(byte[])[.. Encoding.UTF8.GetBytes(head + "exact:City#"), .. new byte[32]], "1"), StaleEntry, "1", "City");
        yield return One("stale, null", (raw, head) => raw.SetAddAsync(head + "exact:Labels~", "1"), StaleEntry, "1", "Labels");
        yield return One("stale, point", (raw, head) => raw.GeoAddAsync(head + "geo:Home", 1, 2, "2"), StaleEntry, "2", "Home");
        yield return One("stale, posting of a word", (raw, head) => raw.SetAddAsync(head + "word:Notes=zz", "1"), StaleEntry, "1", "Notes");
        yield return One("stale word", (raw, head) => raw.SortedSetAddAsync(head + "words:Notes", "zz", 0), StaleWord, null, "Notes");
        yield return One("stale reversed word", (raw, head) => raw.SortedSetAddAsync(head + "reversed-words:Notes", "zz", 0), StaleWord, null, "Notes");
        yield return One("stale long word", (raw, head) => raw.SortedSetAddAsync(head + "words:Notes", (byte[])[.. B(new string('w', 512)), 0, .. new byte[32]], 0), StaleWord, null, "Notes");
        yield return One("orphan, ordered", (raw, head) => raw.SortedSetAddAsync(head + "ordered:Spread", B("\u008195 99"), 0), OrphanEntry, "99", "Spread");
        yield return One("orphan, suffix", (raw, head) => raw.SortedSetAddAsync(head + "reversed:Email", B("moc\0\u000199"), 0), OrphanEntry, "99", "Email");
        yield return One("orphan, exact", (raw, head) => raw.SetAddAsync(head + "exact:City=bonn", "99"), OrphanEntry, "99", "City");
        yield return One("orphan, point", (raw, head) => raw.GeoAddAsync(head + "geo:Home", 1, 2, "99"), OrphanEntry, "99", "Home");
        yield return One("key lacking", (raw, head) => raw.SortedSetRemoveAsync(head + "keys", "1"), MissingKey, "1", null);
        yield return One("key too many", (raw, head) => raw.SortedSetAddAsync(head + "keys", "99", 0), OrphanKey, "99", null);
        yield return One("row without key", (raw, head) => raw.HashSetAsync(head + "row:50", [new("City", "x")]), RowWithoutKey, "50", null);
        yield return One("row of another key", (raw, head) => raw.HashSetAsync(head + "row:50", [new("Id", "1")]), OtherKey, "50", null);
        yield return One("row that is a text", (raw, head) => raw.StringSetAsync(head + "row:50", "x"), ForeignType, "50", null);
        yield return One("index that is a text", (raw, head) => raw.StringSetAsync(head + "ordered:Spread", "x"), ForeignType, null, "Spread");
        yield return One("index of an older program", (raw, head) => raw.SortedSetAddAsync(head + "ordered:Gone", "x", 0), UnknownIndex, null, null);
        yield return One("native structure of an older program", (raw, head) => raw.SetAddAsync(head + "native:Gone:1", "x"), UnknownIndex, null, null);
        yield return One("counter set back", (raw, head) => raw.StringSetAsync(head + "id", "1"), KeyCounterBehind, "2", null);
        yield return One("counter of junk", (raw, head) => raw.StringSetAsync(head + "id", "junk"), KeyCounterBehind, null, null);
        yield return One("schema record lost", (raw, head) => raw.KeyDeleteAsync(head + "schema"), MissingSchemaRecord, null, null);
        yield return Several("derived field", (raw, head) => raw.HashSetAsync(head + "row:1", [new(":Spread", "9")]),
            (StaleDerivedField, "1", "Spread"), (MissingEntry, "1", "Spread"), (StaleEntry, "1", "Spread"));
        yield return Several("column changed", (raw, head) => raw.HashSetAsync(head + "row:1", [new("City", "Bonn")]),
            (MissingEntry, "1", "City"), (StaleEntry, "1", "City"), (MissingEntry, "1", "Anything"), (MissingEntry, "1", "Anything"), (StaleEntry, "1", "Anything"));
        yield return Several("point that is none", (raw, head) => raw.HashSetAsync(head + "row:1", [new("Home", "junk")]), (UnreadableRow, "1", null));
    }

    [SetUp]
    public async Task OpenAsync()
    {
        _server = await PrivateServer.StartAsync();
        string address = _server.Server.Address;
        _db = await RomDatabase.ConnectAsync(address, Patience.Options(Prefix));
        _connection = await ConnectionMultiplexer.ConnectAsync(address);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _connection.CloseAsync();
        await _db.DisposeAsync();
        await _server.DisposeAsync();
    }

    [TestCaseSource(nameof(Contacts))]
    public async Task It_finds(Func<IDatabase, string, Task> damage, (VerifyFindingKind Kind, string? Key, string? Index)[] expected)
    {
        await SaveContactsAsync();
        await damage(Raw, Prefix + "{Contact}:");
        VerifyReport report = await _db.VerifyAsync<Contact>();
        bool anyKey = expected is [(KeyCounterBehind, null, _)];
        Assert.That(report.Findings.Select(found => (found.Kind, anyKey ? null : found.Key, found.Index)), Is.EquivalentTo(expected), report.ToString());
        Assert.That(report.FindingCount, Is.EqualTo(expected.Length));
        foreach (VerifyFinding finding in report.Findings.Where(finding => finding.Index is not null && finding.Kind is not StaleDerivedField))
            Assert.That(finding.Stored, Does.Contain(finding.Index), "where it is");
    }

    [Test]
    public async Task A_native_structure_whose_row_is_gone()
    {
        await new Player { Id = 1, Name = "Ann" }.SaveAsync(_db);
        await Raw.ListRightPushAsync(Prefix + "{game}Player:native:Log:1", "x");
        await Raw.ListRightPushAsync(Prefix + "{game}Player:native:Log:99", "x");
        VerifyFinding found = (await _db.VerifyAsync<Player>()).Findings.Single();
        Assert.That((found.Kind, found.Key, found.Index), Is.EqualTo((OrphanNative, "99", "Log")));
        Assert.That(found.Message, Is.EqualTo("Player '99' has no row, but a native structure 'Log'."));
    }

    [Test]
    public async Task A_version_counter_that_was_set_back()
    {
        await new Versioned().SaveAsync(_db);
        await Raw.KeyDeleteAsync(Prefix + "{Versioned}:version");
        Assert.That((await _db.VerifyAsync<Versioned>()).Findings.Single().Kind, Is.EqualTo(VersionCounterBehind));
    }

    [Test]
    public async Task Members_of_Guid_keys_that_are_none()
    {
        Device device = new() { Name = "d", Serial = "s" };
        await device.SaveAsync(_db);
        await Raw.SetAddAsync(Prefix + "{things}Device:exact:Room~", "short");
        Guid gone = Guid.NewGuid();
        await Raw.SetAddAsync(Prefix + "{things}Device:exact:Room~", gone.ToByteArray(bigEndian: true));
        await Raw.HashSetAsync(Prefix + "{things}Device:row:no guid", [new("Id", "no guid")]);
        VerifyReport report = await _db.VerifyAsync<Device>();
        Assert.That(report.Findings.Select(found => (found.Kind, found.Key)), Is.EquivalentTo(
            new[] { (StaleEntry, null), (OrphanEntry, gone.ToString()), (UnreadableRow, "no guid") }), report.ToString());
    }

    [Test]
    public async Task More_than_are_listed_are_counted_and_messages_hold_no_values()
    {
        for (int i = 0; i < 30; i++) await Raw.SetAddAsync($"{Prefix}{{Contact}}:exact:City=secret{i}", $"{i}");
        VerifyReport report = await _db.VerifyAsync<Contact>(maxFindings: 7);
        Assert.That(report.Findings, Has.Count.EqualTo(7));
        Assert.That(report.FindingCount, Is.EqualTo(30));
        Assert.That(report.Counts, Is.EqualTo(new Dictionary<VerifyFindingKind, long> { [OrphanEntry] = 30 }));
        Assert.That(report.ToString(), Does.Contain("OrphanEntry: 30").And.Contain("… and 23 more.").And.Not.Contain("secret"));
        Assert.That(report.Findings.Select(found => found.Stored), Has.All.Contain("secret"), "typed properties carry them");
        await using RomDatabase open = await RomDatabase.ConnectAsync(_server.Server.Address, new RomOptions { KeyPrefix = Prefix, CommandTimeout = Patience.Limit, IncludeValuesInErrors = true });
        Assert.That((await open.VerifyAsync<Contact>(maxFindings: 1)).ToString(), Does.Contain("secret"));
    }

    /// <summary>Postings of thousands, rows with thousands of words: several calls each, and what is wrong is found in all of them.</summary>
    [Test]
    public async Task Large_indexes_and_rows_are_read_in_parts()
    {
        const int rows = 1_200, words = 1_500;
        await _db.SaveAllAsync(Enumerable.Range(1, rows).Select(i => new Contact { City = "all", Nick = $"n{i}", Lines = i % 1_000 == 0 ? [.. Enumerable.Range(0, words).Select(w => $"w{w}x{i}")] : [] }));
        string head = Prefix + "{Contact}:";
        VerifyReport report = await _db.VerifyAsync<Contact>();
        Assert.That(report.IsClean, report.ToString());
        Assert.That(report.Rows, Is.EqualTo(rows));
        for (int i = 100; i <= rows; i += 100) await Raw.SetRemoveAsync(head + "exact:City=all", $"{i}");
        for (int i = 0; i < words; i += 100) await Raw.SetRemoveAsync($"{head}word:Lines=w{i}x1000", "1000");
        for (int i = 0; i < rows; i += 100) await Raw.SetAddAsync(head + "exact:City~", $"{i + 1}");
        report = await _db.VerifyAsync<Contact>(maxFindings: 1_000);
        Assert.That(report.Counts, Is.EqualTo(new Dictionary<VerifyFindingKind, long> { [MissingEntry] = 12 + 15, [StaleEntry] = 12, [StaleWord] = 15 }));
    }

    [Test]
    public async Task It_writes_nothing()
    {
        await SaveContactsAsync();
        await Raw.SetAddAsync(Prefix + "{Contact}:exact:City=bonn", "99");
        SortedDictionary<string, string> before = await DumpAsync();
        Assert.That((await _db.VerifyAsync<Contact>()).FindingCount, Is.EqualTo(1));
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    private Task<SortedDictionary<string, string>> DumpAsync() => KeyspaceDump.ReadAsync(Raw, Prefix);

    private async Task SaveContactsAsync()
    {
        await new Contact
        {
            First = "Ann", Last = "Lee", Email = "A+b@x.y", Nick = "ÄB", City = "KÖLN", Handle = "H", Notes = "ab cd", Country = "DE", Number = 7, High = 10, Labels = ["Red", "RED"],
            Home = new GeoPoint(13.4, 52.5),
        }.SaveAsync(_db);
        await new Contact { Notes = "ab" }.SaveAsync(_db);
    }

    private static TestCaseData One(string name, Func<IDatabase, string, Task> damage, VerifyFindingKind kind, string? key, string? index) => Several(name, damage, (kind, key, index));

    private static TestCaseData Several(string name, Func<IDatabase, string, Task> damage, params (VerifyFindingKind Kind, string? Key, string? Index)[] expected) =>
        new TestCaseData(damage, expected).SetArgDisplayNames(name);

    /// <summary>A byte for each character.</summary>
    private static byte[] B(string text) => Encoding.Latin1.GetBytes(text);
}
