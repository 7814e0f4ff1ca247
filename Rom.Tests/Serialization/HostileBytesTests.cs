using NUnit.Framework;
using Rom.Tests.TestModels;

namespace Rom.Tests.Serialization;

/// <summary>Bytes that are no value of the column are refused with its name, and cost no more memory than they are long.</summary>
public sealed class HostileBytesTests
{
    private const int Changes = 20_000;

    private static readonly string[] Columns = ["Tags", "Phones", "Home", "Opening", "Scores", "Groups", "Prices", "Range", "Tree"];

    [Test]
    public void Every_beginning_of_a_value_is_refused()
    {
        Customer customer = NestedValues.Make(new Random(1));
        foreach (string column in Columns)
        {
            byte[] bytes = NestedBytes.Write(customer, column)!;
            for (int length = 1; length < bytes.Length; length++) AssertRefused(column, bytes[..length]);
            AssertRefused(column, [.. bytes, 0xC0]);
        }
    }

    [Test]
    public void Changed_bytes_are_a_value_or_refused()
    {
        Random random = new(2);
        for (int i = 0; i < Changes; i++)
        {
            string column = Columns[i % Columns.Length];
            byte[] bytes = NestedBytes.Write(NestedValues.Make(random), column)!;
            for (int n = random.Next(1, 4); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Customer read = NestedBytes.Read(column, bytes);
                Assert.That(NestedBytes.Write(read, column), Is.Not.Null);
            }
            catch (RomException e) when (e is InvalidValueException or MissingValueException)
            {
                Assert.That((e.Model, e.Key, e.Column), Is.EqualTo(("C", "1", column)), Convert.ToHexString(bytes));
            }
        }
    }

    [TestCase("Tags", "DDFFFFFFFF")]
    [TestCase("Tags", "DD7FFFFFFFA161")]
    [TestCase("Tags", "91DBFFFFFFFFA1")]
    [TestCase("Scores", "DD10000000")]
    [TestCase("Prices", "DFFFFFFFFF")]
    [TestCase("Home", "DF7FFFFFFF")]
    [TestCase("Groups", "DC7FFF")]
    [TestCase("Home", "81A3666F6FDF7FFFFFFF")]
    [TestCase("Home", "81A3666F6FC97FFFFFFF")]
    public void A_length_that_the_bytes_cannot_hold_allocates_nothing(string column, string hex)
    {
        AssertRefused(column, Convert.FromHexString(hex));
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(column, Convert.FromHexString(hex));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(200_000));
    }

    [TestCase("Tags", "81A16101", "0x81 is no array")]
    [TestCase("Tags", "9101", "0x01 is no string")]
    [TestCase("Tags", "91A1FF", "no UTF-8 text")]
    [TestCase("Tags", "C1", "0xC1 is no array")]
    [TestCase("Home", "81A3666F6FC1", "0xC1 is no value")]
    [TestCase("Opening", "82A446726F6D01A446726F6D02", "'From' is there twice")]
    [TestCase("Opening", "82A446726F6D01A2546FCF8000000000000000", "does not fit in long")]
    [TestCase("Opening", "82A446726F6D01A2546FCE80000000", "does not fit in Int32")]
    [TestCase("Prices", "82A161A131A161A132", "a key is in a map twice")]
    [TestCase("Prices", "81A161A178", "a text is no decimal")]
    [TestCase("Range", "9101", "a tuple of 2 has 1 values")]
    public void What_is_wrong_is_said(string column, string hex, string why)
    {
        InvalidValueException e = Assert.Throws<InvalidValueException>(() => NestedBytes.Read(column, Convert.FromHexString(hex)))!;
        Assert.That((e.Model, e.Key, e.Column), Is.EqualTo(("C", "1", column)));
        Assert.That(e.Message, Does.Contain(why));
    }

    [Test]
    public void A_value_deeper_than_the_limit_is_refused()
    {
        byte[] deep = [0x80];
        for (int i = 0; i < 5000; i++) deep = [0x81, 0xA4, .. "Twin"u8, .. deep];
        Assert.That(Assert.Throws<InvalidValueException>(() => NestedBytes.Read("Tree", deep))!.Message, Does.Contain("deeper than 128 levels"));
        byte[] unknown = [0x81, 0xA1, (byte)'x', .. Enumerable.Repeat((byte)0x91, 100_000), 0xC0];
        Assert.That(NestedBytes.Read("Tree", unknown).Tree!.Name, Is.Empty, "what is passed over may be as deep as it likes");
    }

    [Test]
    public void Lua_writes_an_empty_map_as_an_empty_array() =>
        Assert.That(NestedBytes.Read("Tree", [0x90]).Tree!.Branches, Is.Empty);

    private static void AssertRefused(string column, byte[] bytes)
    {
        RomException e = Assert.Catch<RomException>(() => NestedBytes.Read(column, bytes))!;
        Assert.That((e is InvalidValueException or MissingValueException, e.Model, e.Key, e.Column), Is.EqualTo((true, "C", "1", column)));
    }
}
