using System.Globalization;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Storage.Redis;
using StackExchange.Redis;

namespace Rom.Tests.Properties;

/// <summary><c>shared/encoding.lua</c> makes the bytes that C# makes, finds where they end, and compares as bytes compare.</summary>
public sealed class LuaEncodingProperties
{
    private const int Values = 3000;

    private const string Encode = """
        local out = {}
        for i = 2, #ARGV do out[#out + 1] = encode(ARGV[1], ARGV[i]) end
        return out
        """;

    private const string EncodeNull = "return { encode(ARGV[1], false), encode(ARGV[1] .. '0', '\\0'), encode(ARGV[1] .. '0', '\\0\\0x') }";

    /// <summary>Where the encoding that begins at the third byte ends.</summary>
    private const string Ends = """
        local out = {}
        for i = 2, #ARGV do out[#out + 1] = tostring(encoded(ARGV[1], ARGV[i], 3)) end
        return out
        """;

    private const string Before = """
        local out = {}
        for i = 1, #ARGV, 2 do out[#out + 1] = before(ARGV[i], ARGV[i + 1]) and '1' or '0' end
        return out
        """;

    private ConnectionMultiplexer _multiplexer = null!;

    private static IEnumerable<int> Sources => Enumerable.Range(0, EncodedValues.Sources.Length);

    [OneTimeSetUp]
    public async Task ConnectAsync() => _multiplexer = await ConnectionMultiplexer.ConnectAsync(SharedRedis.RequireAddress());

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_multiplexer is not null) await _multiplexer.CloseAsync();
    }

    [TestCaseSource(nameof(Sources))]
    public async Task Scripts_encode_as_the_runtime_does(int source)
    {
        (string name, ValueKind kind, string form, Func<Random, EncodedValue> make) = EncodedValues.Sources[source];
        Random random = PropertyRun.Random(3000 + source);
        EncodedValue[] values = [.. Enumerable.Range(0, Values).Select(_ => make(random))];

        byte[][] encoded = await RunAsync(Encode, [form, .. values.Select(value => (RedisValue)value.Text)]);
        for (int i = 0; i < Values; i++)
            Assert.That(Convert.ToHexString(encoded[i]), Is.EqualTo(Convert.ToHexString(values[i].Encode(kind))), $"{PropertyRun.Repeat}\n{name}: {values[i]}");

        byte[][] ends = await RunAsync(Ends, [form, .. values.Select(value => (RedisValue)(byte[])[0xFF, 0, .. value.Encode(kind), .. Key(random)])]);
        for (int i = 0; i < Values; i++)
            Assert.That(int.Parse(ends[i], CultureInfo.InvariantCulture), Is.EqualTo(3 + values[i].Encode(kind).Length), $"{PropertyRun.Repeat}\n{name}: where {values[i]} ends");
    }

    [TestCase("n")]
    [TestCase("d")]
    [TestCase("i")]
    [TestCase("t")]
    [TestCase("v")]
    [TestCase("a")]
    [TestCase("r")]
    public async Task Scripts_know_both_forms_of_null(string form)
    {
        byte[][] encoded = await RunAsync(EncodeNull.Replace("'\\0\\0x'", form == "t" ? "'\\0\\0x'" : "nil", StringComparison.Ordinal), [form]);
        Assert.That(encoded[0], Is.EqualTo(OrderedEncoding.Null));
        Assert.That(encoded[1], Is.EqualTo(OrderedEncoding.Null));
        Assert.That(encoded[2], Is.EqualTo(form == "t" ? OrderedEncoding.Encode(ValueKind.Text, "\0x"u8) : OrderedEncoding.Null));
        Assert.That(await RunAsync(Ends, [form, (RedisValue)(byte[])[9, 9, .. OrderedEncoding.Null, .. "17"u8]]), Is.EqualTo(new[] { "5"u8.ToArray() }));
    }

    [Test]
    public async Task Scripts_compare_bytes()
    {
        Random random = PropertyRun.Random(4000);
        (byte[] X, byte[] Y)[] pairs = [.. Enumerable.Range(0, Values).Select(_ => Pair(random))];
        byte[][] before = await RunAsync(Before, [.. pairs.SelectMany(pair => new RedisValue[] { pair.X, pair.Y })]);
        for (int i = 0; i < Values; i++)
        {
            string expected = pairs[i].X.AsSpan().SequenceCompareTo(pairs[i].Y) < 0 ? "1" : "0";
            Assert.That(System.Text.Encoding.ASCII.GetString(before[i]), Is.EqualTo(expected),
                $"{PropertyRun.Repeat}\n{Convert.ToHexString(pairs[i].X)} {Convert.ToHexString(pairs[i].Y)}");
        }
    }

    /// <summary>Two texts that share a beginning of any length around the eight bytes that are compared at once, of any bytes.</summary>
    private static (byte[] X, byte[] Y) Pair(Random random)
    {
        byte[] common = new byte[random.Next(20)], x = new byte[random.Next(4)], y = new byte[random.Next(4)];
        random.NextBytes(common);
        random.NextBytes(x);
        random.NextBytes(y);
        if (random.Next(4) == 0) y = x;
        return ([.. common, .. x], [.. common, .. y]);
    }

    private static byte[] Key(Random random) => random.One<byte[]>(["17"u8.ToArray(), "-5"u8.ToArray(), [0, 0, 0, 1], "~ "u8.ToArray(), [], [0xFF, 0, 1]]);

    /// <summary>Encoded values after the shared text, which is what the search script runs.</summary>
    private async Task<byte[][]> RunAsync(string body, RedisValue[] arguments)
    {
        string text = $"{await SharedAsync("encoding")}\n{await SharedAsync("entries")}\n{body}";
        return (byte[][])(await _multiplexer.GetDatabase().ScriptEvaluateAsync(text, [], arguments, CommandFlags.None))!;
    }

    private static async Task<string> SharedAsync(string name)
    {
        using Stream stream = typeof(RomScript).Assembly.GetManifestResourceStream($"Rom.Scripts.shared/{name}.lua")!;
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync();
    }
}
