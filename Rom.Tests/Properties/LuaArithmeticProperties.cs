using System.Globalization;
using System.Numerics;
using NUnit.Framework;
using Rom.Storage.Redis;
using StackExchange.Redis;

namespace Rom.Tests.Properties;

/// <summary><c>shared/arithmetic.lua</c> adds as C# adds, digit by digit.</summary>
public sealed class LuaArithmeticProperties
{
    private const int Values = 3000;

    private const string Sums = """
        local out = {}
        for i = 1, #ARGV, 2 do
          local text, digits, scale = sum(ARGV[i], ARGV[i + 1])
          out[#out + 1] = text and digits < 29 and scale < 29 and text or 'none'
        end
        return out
        """;

    private const string Less = """
        local out = {}
        for i = 1, #ARGV, 2 do out[#out + 1] = less(ARGV[i], ARGV[i + 1]) and 'True' or 'False' end
        return out
        """;

    [Test]
    public async Task Decimals_add_up_to_the_text_that_CSharp_has_unless_it_rounds()
    {
        Random random = PropertyRun.Random(5001);
        decimal[] values = [.. Enumerable.Range(0, 2 * Values).Select(_ => Decimal(random))];
        for (int i = 1; i < values.Length; i += 20) values[i] = -values[i - 1];
        string[] sums = await RunAsync(Sums, values.Select(Text));
        int exact = 0;
        for (int i = 0; i < Values; i++)
        {
            if (sums[i] == "none") continue;
            exact++;
            Assert.That(sums[i], Is.EqualTo(Text(values[2 * i] + values[2 * i + 1])), $"{PropertyRun.Repeat}\n{values[2 * i]} + {values[2 * i + 1]}");
        }

        Assert.That(exact, Is.GreaterThan(Values / 2));
    }

    [Test]
    public async Task Integers_add_up_and_compare()
    {
        Random random = PropertyRun.Random(5002);
        BigInteger[] values = [.. Enumerable.Range(0, 2 * Values).Select(_ => new BigInteger(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64)))];
        string[] sums = await RunAsync(Sums, values.Select(Text)), less = await RunAsync(Less, values.Select(Text));
        for (int i = 0; i < Values; i++)
        {
            (BigInteger a, BigInteger b) = (values[2 * i], values[2 * i + 1]);
            Assert.That((sums[i], less[i]), Is.EqualTo((Text(a + b), (a < b).ToString())), $"{PropertyRun.Repeat}\n{a} and {b}");
        }
    }

    [TestCase("abc", "1")]
    [TestCase("1", "")]
    [TestCase("+1", "1")]
    [TestCase(".5", "1")]
    [TestCase("1e3", "1")]
    [TestCase("-0", "1")]
    [TestCase("-0.0", "-1")]
    [TestCase("1.5.5", "1")]
    [TestCase(" 1", "1")]
    public async Task Texts_that_are_no_such_numbers_have_no_sum(string a, string b) => Assert.That(await RunAsync(Sums, [a, b]), Is.EqualTo(new[] { "none" }));

    private static decimal Decimal(Random random) =>
        new(random.Next(), random.Next(4) == 0 ? random.Next() : 0, random.Next(8) == 0 ? random.Next(0x4000000) : 0, random.Next(2) == 0, (byte)random.Next(20));

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static async Task<string[]> RunAsync(string code, IEnumerable<string> arguments)
    {
        ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(SharedRedis.RequireAddress());
        try
        {
            string script = RomScript.Patch.Source;
            string shared = script[script.IndexOf("local function combine", StringComparison.Ordinal)..script.IndexOf("local stored", StringComparison.Ordinal)];
            return (string[])(await connection.GetDatabase().ScriptEvaluateAsync(shared + code, [], [.. arguments.Select(argument => (RedisValue)argument)]))!;
        }
        finally
        {
            await connection.CloseAsync();
        }
    }
}
