using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The type of a column is not supported.</summary>
public sealed class ROM004Tests
{
    [TestCase("Stack<string>")]
    [TestCase("object")]
    [TestCase("nint")]
    [TestCase("Memory<byte>")]
    [TestCase("ReadOnlyMemory<char>")]
    [TestCase("System.Text.Rune")]
    [TestCase("Action")]
    public void Reported_on(string type) => Rule.Reported("ROM004",
        $$"""[RomModel] public partial class User { public {{type}} [|P|] { get; set; } = default!; }""",
        $"'User.P' is of type '{type.Replace("System.Text.", "", StringComparison.Ordinal)}', which Rom cannot store");

    [TestCase("Memory<byte>", "write 'ReadOnlyMemory<byte>' or 'byte[]'; or mark the property [NotStored]")]
    [TestCase("ArraySegment<byte>?", "write 'ReadOnlyMemory<byte>' or 'byte[]'")]
    [TestCase("Memory<int>", "write 'int[]' or 'List<int>'")]
    [TestCase("Queue<string>", "write 'List<string>'")]
    [TestCase("SortedSet<int>", "write 'HashSet<int>'")]
    [TestCase("SortedDictionary<string, int>", "write 'Dictionary<string, int>'")]
    [TestCase("Tuple<int, string>", "write the value tuple '(int, string)'")]
    [TestCase("nint", "write 'long'")]
    [TestCase("nuint?", "write 'ulong'")]
    [TestCase("System.Text.Rune", "write 'string', or 'int' for its number")]
    [TestCase("System.Text.Json.JsonElement", "store it as JSON: [Json(typeof(...))]")]
    [TestCase("object", "or say how it is stored: [Column(Converter = typeof(...))], or [Json(typeof(...))]")]
    public void Reported_with_what_to_write(string type, string remedy) => Rule.Reported("ROM004",
        $$"""[RomModel] public partial class User { public {{type}} [|P|] { get; set; } = default!; }""", remedy);

    [TestCase("string")]
    [TestCase("bool")]
    [TestCase("char")]
    [TestCase("byte")]
    [TestCase("sbyte")]
    [TestCase("short")]
    [TestCase("ushort")]
    [TestCase("int")]
    [TestCase("uint")]
    [TestCase("long")]
    [TestCase("ulong")]
    [TestCase("Int128")]
    [TestCase("UInt128")]
    [TestCase("System.Numerics.BigInteger")]
    [TestCase("float")]
    [TestCase("double")]
    [TestCase("Half")]
    [TestCase("decimal")]
    [TestCase("DateTime")]
    [TestCase("DateTimeOffset")]
    [TestCase("DateOnly")]
    [TestCase("TimeOnly")]
    [TestCase("TimeSpan")]
    [TestCase("Guid")]
    [TestCase("byte[]")]
    [TestCase("ReadOnlyMemory<byte>")]
    [TestCase("Uri")]
    [TestCase("Version")]
    [TestCase("System.Net.IPAddress")]
    [TestCase("GeoPoint")]
    [TestCase("DayOfWeek")]
    [TestCase("Wide")]
    [TestCase("Small")]
    public void Not_reported_on(string type) => Rule.NotReported(
        $$"""
        [RomModel] public partial class User { public {{type}} P { get; set; } = default!; [Index] public {{type}}? Q { get; set; } }
        public enum Wide : ulong { A }
        public enum Small : sbyte { A }
        """);

    [TestCase("List<string>")]
    [TestCase("int[]")]
    [TestCase("byte[][]")]
    [TestCase("(int, string?)")]
    public void Not_reported_on_a_nested(string type) => Rule.NotReported(
        $$"""[RomModel] public partial class User { public {{type}} P { get; set; } = default!; public {{type}}? Q { get; set; } }""");

    [Test]
    public void Not_reported_on_what_is_not_stored() => Rule.NotReported(
        """
        [RomModel] public partial class User
        {
            [NotStored] public Stack<string> A { get; set; } = new();
            public object B => A;
            public object C { get; } = 1;
            public static object? D { get; set; }
            internal object? E { get; set; }
            public object this[int i] { get => i; set { } }
            [NotStored] public object F { get => A; set { } }
        }
        """);
}
