using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Serialization;

/// <summary>
/// The same bytes as those of <c>@msgpack/msgpack</c>, for every width of integers and lengths: <c>MessagePackVectors.mjs</c> made
/// <c>MessagePackVectors.txt</c>.
/// </summary>
public sealed class MessagePackVectorTests
{
    private static IEnumerable<TestCaseData> Vectors => File.ReadLines(SourceTree.Path("Rom.Tests", "Serialization", "MessagePackVectors.txt"))
        .Select(line => line.Split('\t'))
        .Select(parts => new TestCaseData(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]));

    [TestCaseSource(nameof(Vectors))]
    public void Written_and_read_like_an_independent_implementation(string kind, string argument, int length, string hash)
    {
        byte[] bytes = Write(kind, argument);
        Assert.That((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), Is.EqualTo((length, hash)), Convert.ToHexString(bytes.AsSpan(0, Math.Min(64, bytes.Length))));
        Assert.That(ReadAndWrite(kind, bytes), Is.EqualTo(bytes));
    }

    [TestCase("CC05", 5)]
    [TestCase("CD0005", 5)]
    [TestCase("CE00000005", 5)]
    [TestCase("CF0000000000000005", 5)]
    [TestCase("D005", 5)]
    [TestCase("D10005", 5)]
    [TestCase("D200000005", 5)]
    [TestCase("D3FFFFFFFFFFFFFFFB", -5)]
    public void Longer_forms_of_an_integer_are_read(string hex, int value)
    {
        MessagePackReader reader = new(Convert.FromHexString(hex));
        Assert.That(reader.Int64(), Is.EqualTo(value));
        reader.EndOfBytes();
    }

    [TestCase("D90161")]
    [TestCase("DA000161")]
    [TestCase("DB0000000161")]
    public void Longer_forms_of_a_string_are_read(string hex) => Assert.That(new MessagePackReader(Convert.FromHexString(hex)).Text(), Is.EqualTo("a"));

    [TestCase("CA3F000000", 0.5)]
    [TestCase("02", 2)]
    [TestCase("D1FF00", -256)]
    public void Other_forms_of_a_float_are_read(string hex, double value) =>
        Assert.That(new MessagePackReader(Convert.FromHexString(hex)).Double(), Is.EqualTo(value));

    [TestCase("D40105")]
    [TestCase("D6FF00000000")]
    [TestCase("D80102030405060708090A0B0C0D0E0F1011")]
    [TestCase("C7030A010203")]
    [TestCase("C800030A010203")]
    [TestCase("C9000000030A010203")]
    [TestCase("82A16193C0C2CB3FE0000000000000A162C403010203")]
    [TestCase("DF00000001DC0001DD00000001DE0001D90161C5000101C60000000102")]
    public void Any_value_can_be_passed(string hex)
    {
        MessagePackReader reader = new(Convert.FromHexString(hex + "2A"));
        reader.Skip();
        Assert.That(reader.Int64(), Is.EqualTo(42));
        reader.EndOfBytes();
    }

    private static byte[] Write(string kind, string argument)
    {
        int count = kind is "String" or "Binary" or "Array" or "Map" ? int.Parse(argument, CultureInfo.InvariantCulture) : 0;
        return kind switch
        {
            "Integer" when BigInteger.Parse(argument, CultureInfo.InvariantCulture) is var integer =>
                integer > long.MaxValue ? Bytes<ulong, IntegerCodec<ulong>>((ulong)integer) : Bytes<long, IntegerCodec<long>>((long)integer),
            "String" => Bytes<string, StringCodec>(new string('a', count)),
            "Text" => Bytes<string, StringCodec>(argument),
            "Binary" => Bytes<byte[], BytesCodec>([.. Enumerable.Repeat((byte)7, count)]),
            "Array" => Bytes<List<int>, ListCodec<int, IntegerCodec<int>>>([.. Enumerable.Repeat(3, count)]),
            "Map" => Bytes<Dictionary<string, int>, Map>(Enumerable.Range(0, count).ToDictionary(i => $"k{i}", _ => 1)),
            "Double" => Bytes<double, FloatCodec<double>>(double.Parse(argument, CultureInfo.InvariantCulture)),
            "Bool" => Bytes<bool, BooleanCodec>(argument == "true"),
            "Phones" => NestedBytes.Write(
                new Customer { Name = "n", Phones = [new() { Number = "1", Kind = PhoneKind.Mobile }, new() { Number = "é", Extension = -300 }] }, "Phones")!,
            _ => throw new ArgumentException($"There is no such kind: {kind}."),
        };
    }

    private static byte[] ReadAndWrite(string kind, byte[] bytes) => kind switch
    {
        "Integer" when bytes is [0xCF, >= 0x80, ..] => Again<ulong, IntegerCodec<ulong>>(bytes),
        "Integer" => Again<long, IntegerCodec<long>>(bytes),
        "String" or "Text" => Again<string, StringCodec>(bytes),
        "Binary" => Again<byte[], BytesCodec>(bytes),
        "Array" => Again<List<int>, ListCodec<int, IntegerCodec<int>>>(bytes),
        "Map" => Again<Dictionary<string, int>, Map>(bytes),
        "Double" => Again<double, FloatCodec<double>>(bytes),
        "Bool" => Again<bool, BooleanCodec>(bytes),
        _ => NestedBytes.Write(NestedBytes.Read(kind, bytes), kind)!,
    };

    private static byte[] Bytes<T, TCodec>(T value)
        where TCodec : struct, INestedCodec<T> => MessagePackColumn<T, TCodec>.Encode(value, null);

    private static byte[] Again<T, TCodec>(byte[] bytes)
        where TCodec : struct, INestedCodec<T> => Bytes<T, TCodec>(MessagePackColumn<T, TCodec>.Decode(bytes));

    private readonly struct Map : INestedCodec<Dictionary<string, int>>
    {
        public static void Write(ref MessagePackWriter writer, Dictionary<string, int> value) =>
            DictionaryCodec<Dictionary<string, int>, string, int, StringCodec, IntegerCodec<int>>.Write(ref writer, value);

        public static Dictionary<string, int> Read(ref MessagePackReader reader) =>
            DictionaryCodec<Dictionary<string, int>, string, int, StringCodec, IntegerCodec<int>>.Read(ref reader);
    }
}
