using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>What the further kinds of indexes store, literally; see <see cref="LayoutTests"/>.</summary>
public sealed class IndexLayoutTests
{
    private PrivateServer _server = null!;

    [SetUp]
    public async Task StartAsync() => _server = await PrivateServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Suffixes_folded_texts_computed_values_elements_and_uniques()
    {
        await new Contact
        {
            First = "Ann", Last = "Lee", Email = "A+b@x.y", Nick = "ÄB", City = "KÖLN", Handle = "H", Notes = "ab cd", Country = "DE", Number = 7, High = 10, Labels = ["Red", "RED"],
        }.SaveAsync(_server.Db);

        Dictionary<string, string> stored = new(await _server.DumpAsync());
        Assert.That(stored["{Contact}:row:1"], Does.Contain(":ByNick=\\xC3\\xA4b").And.Contain(":FullName=ann lee").And.Contain(":Spread=8.5").And.Contain("Nick=\\xC3\\x84B"));
        Assert.That(stored["{Contact}:ordered:Email"], Is.EqualTo("zset A+b@x.y\\x00\\x011"));
        Assert.That(stored["{Contact}:reversed:Email"], Is.EqualTo("zset y.x@b+A\\x00\\x011"));
        Assert.That(stored["{Contact}:ordered:ByNick"], Is.EqualTo("zset \\xC3\\xA4b\\x00\\x011"));
        Assert.That(stored["{Contact}:reversed:ByNick"], Is.EqualTo("zset b\\xA4\\xC3\\x00\\x011"));
        Assert.That(stored["{Contact}:exact:City=k\\xC3\\xB6ln"], Is.EqualTo("set 1"));
        Assert.That(stored["{Contact}:exact:Domain=x.y"], Is.EqualTo("set 1"));
        Assert.That(stored["{Contact}:exact:Labels=red"], Is.EqualTo("set 1"));
        Assert.That(stored["{Contact}:exact:Numbers=7"], Is.EqualTo("set 1"), "what the initializer set is stored");
        Assert.That(stored["{Contact}:words:Notes"], Is.EqualTo("zset ab | cd"));
        Assert.That(stored["{Contact}:reversed-words:Notes"], Is.EqualTo("zset ba | dc"));
        Assert.That(stored["{Contact}:unique:First+Last"], Is.EqualTo("hash ann\\x00\\x01lee\\x00\\x01=1"));
        Assert.That(stored["{Contact}:unique:Country+Number"], Is.EqualTo("hash DE\\x00\\x017\\x00\\x01=1"));
        Assert.That(stored["{Contact}:unique:Mailbox"], Is.EqualTo("hash a=1"));
        Assert.That(stored["{Contact}:geo:Home~"], Is.EqualTo("set 1"));
        Assert.That(stored, Does.Not.ContainKey("{Contact}:geo:Home"));
    }

    [Test]
    public async Task Points_are_where_Redis_finds_them()
    {
        Contact contact = new() { Home = new GeoPoint(13.4, 52.5) };
        await contact.SaveAsync(_server.Db);
        contact.Home = new GeoPoint(-0.125, 51.5);
        await contact.SaveAsync(_server.Db);
        ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(_server.Server.Address);
        GeoPosition? found = await connection.GetDatabase().GeoPositionAsync("{Contact}:geo:Home", "1");
        await connection.CloseAsync();
        Assert.That((found!.Value.Longitude, found.Value.Latitude), Is.EqualTo((-0.125, 51.5)).Using<(double, double)>(
            (x, y) => Math.Abs(x.Item1 - y.Item1) < 1e-5 && Math.Abs(x.Item2 - y.Item2) < 1e-5));
    }

    /// <summary>Revisions, flags and tokenizers are part of what programs must agree on.</summary>
    [Test]
    public void The_schema_record_says_how_each_index_is_made() => Assert.That(Describe<Contact, long, Contact.Columns>().Split('\n'), Is.SupersetOf(new[]
    {
        "index Anything FullText prefix words 1 Text computed 1 (First Text, Last Text, City Text)",
        "index ByNick Ordered suffix ignore-case (Nick Text null stored)",
        "index Labels Exact ignore-case elements Text (Labels Nested)",
        "index Motto FullText words Rom.Tests.TestModels.StopWords 2 (Motto Text)",
        "index Spread Ordered Number computed 3 (Low Number, High Number)",
        "unique First+Last ignore-case (First Text, Last Text)",
        "unique Mailbox ignore-case Text computed 1 (Email Text)",
    }));

    /// <summary>A converter may count its revisions from any number.</summary>
    [Test]
    public void Every_revision_of_a_converter_is_another_record()
    {
        string[] records = [.. new[] { int.MinValue, -1, 0, 1, 2 }.Select(revision => Describe(revision, typeof(IndexLayoutTests))), Describe(0, converter: null)];
        Assert.That(records, Is.Unique);
        Assert.That(records[2], Does.Contain("index Label Exact (Label Text converter 0)"));
    }

    private static string Describe(int revision, Type? converter) => new ModelMetadata(
        "Labelled", null, KeyKind.Int64,
        [new ColumnMetadata("Id", "Id", ValueKind.Number), new ColumnMetadata("Label", "Label", ValueKind.Text, converterRevision: revision, converter: converter)],
        [new IndexMetadata("Label", IndexKind.Exact, [1])], []).SchemaDescription;

    private static string Describe<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.Metadata.SchemaDescription;
}
