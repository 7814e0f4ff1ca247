using System.Text.Json.Nodes;
using NUnit.Framework;
using Rom.Tests.Serialization;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>Lua's <c>cmsgpack</c> reads what Rom writes, and Rom what it writes: a script may work with nested values.</summary>
public sealed class LuaMessagePackTests
{
    private ConnectionMultiplexer _redis = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _redis = await ConnectionMultiplexer.ConnectAsync(SharedRedis.RequireAddress());

    [OneTimeTearDown]
    public async Task CloseAsync() => await _redis.CloseAsync();

    [TestCase("Tags", """["a","","ü€😀"]""")]
    [TestCase("Phones", """[{"Number":"1","Kind":0,"ext":null},{"Number":"2","Kind":1,"ext":-300}]""")]
    [TestCase("Scores", "[0,127,128,65536,4294967296,-1,-33,-129,-32769,-4294967297]")]
    [TestCase("Prices", """{"a":"12.50"}""")]
    [TestCase("Range", """[1,"z"]""")]
    [TestCase("Tree", """{"Name":"r","Branches":[{"Name":"b","Branches":[],"Twin":null}],"Twin":null}""")]
    public async Task Lua_reads_what_Rom_writes(string column, string json)
    {
        // cjson turns nil in a table into its absence and an empty array into an empty map.
        string? read = (string?)await _redis.GetDatabase().ScriptEvaluateAsync("return cjson.encode(cmsgpack.unpack(ARGV[1]))", values: [NestedBytes.Write(Sample, column)]);
        Assert.That(JsonNode.DeepEquals(Bare(JsonNode.Parse(read!)), Bare(JsonNode.Parse(json))), $"{read}");
    }

    [TestCase("Tags", """["a","ü€😀"]""")]
    [TestCase("Phones", """[{"ext":7,"Number":"1","Kind":1}]""")]
    [TestCase("Scores", "[0,127,128,65536,4294967296,-1,-33,-129,-32769,-4294967297]")]
    [TestCase("Prices", """{"b":"2","a":"12.50"}""")]
    [TestCase("Range", """[1,"z"]""")]
    [TestCase("Tree", """{"Name":"r","Branches":[{"Name":"b"}],"Unknown":{"x":[1.5,true]}}""")]
    public async Task Rom_reads_what_Lua_writes(string column, string json)
    {
        byte[] written = (byte[])(await _redis.GetDatabase().ScriptEvaluateAsync("return cmsgpack.pack(cjson.decode(ARGV[1]))", values: [json]))!;
        Customer read = NestedBytes.Read(column, written);
        JsonNode expected = JsonNode.Parse(json)!;
        switch (column)
        {
            case "Tags": Assert.That(read.Tags, Is.EqualTo(new[] { "a", "ü€😀" })); break;
            case "Phones": Assert.That((read.Phones[0].Number, read.Phones[0].Kind, read.Phones[0].Extension), Is.EqualTo(("1", PhoneKind.Home, 7))); break;
            case "Scores": Assert.That(read.Scores, Is.EqualTo(expected.AsArray().Select(one => (long)one!))); break;
            case "Prices": Assert.That(read.Prices, Is.EquivalentTo(new Dictionary<string, decimal> { ["a"] = 12.50m, ["b"] = 2m })); break;
            case "Range": Assert.That(read.Range, Is.EqualTo((1, (string?)"z"))); break;
            default: Assert.That((read.Tree!.Name, read.Tree.Branches[0].Name, read.Tree.Twin), Is.EqualTo(("r", "b", (Branch?)null))); break;
        }
    }

    private static Customer Sample => new()
    {
        Name = "n", Tags = ["a", "", "ü€😀"], Phones = [new() { Number = "1", Kind = PhoneKind.Mobile }, new() { Number = "2", Extension = -300 }],
        Scores = [0, 127, 128, 65536, 4294967296, -1, -33, -129, -32769, -4294967297], Prices = new() { ["a"] = 12.50m }, Range = (1, "z"),
        Tree = new() { Name = "r", Branches = [new() { Name = "b" }] },
    };

    private static JsonNode? Bare(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray { Count: 0 }: return new JsonObject();
            case JsonArray array: return new JsonArray([.. array.Select(one => Bare(one?.DeepClone()))]);
            case JsonObject map: return new JsonObject(map.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, Bare(pair.Value!.DeepClone()))));
            default: return node;
        }
    }
}
