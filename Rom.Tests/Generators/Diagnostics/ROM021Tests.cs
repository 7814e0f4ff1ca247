using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A converter cannot be used.</summary>
public sealed class ROM021Tests
{
    private const string Types = """
        public readonly record struct Money(decimal Amount);
        public class MoneyText : IRomConverter<Money>
        {
            public static string ToText(Money value) => value.Amount.ToString();
            public static bool TryFromText(string text, out Money value) { value = new(decimal.Parse(text)); return true; }
        }
        public class MoneyOrder : MoneyText, IOrderedRomConverter<Money> { public static decimal ToOrder(Money value) => value.Amount; }
        public struct Any<T> : IRomBytesConverter<T> where T : notnull
        {
            public static byte[] ToBytes(T value) => [];
            public static bool TryFromBytes(ReadOnlySpan<byte> bytes, out T value) { value = default!; return false; }
        }
        public class Both : MoneyOrder, IRomBytesConverter<Money>, IRomBytesConverter<int>
        {
            public static byte[] ToBytes(Money value) => [];
            public static bool TryFromBytes(ReadOnlySpan<byte> bytes, out Money value) { value = default; return false; }
            public static byte[] ToBytes(int value) => [];
            public static bool TryFromBytes(ReadOnlySpan<byte> bytes, out int value) { value = 0; return false; }
            public static int Revision => 1;
        }
        public abstract class Unrelated;
        public static class Text;
        file class Local;
        """;

    [TestCase("Money", "Unrelated", "'Unrelated' does not implement IRomConverter<Money>, IOrderedRomConverter<Money> or IRomBytesConverter<Money>; implement one of them")]
    [TestCase("decimal", "MoneyText", "'MoneyText' does not implement IRomConverter<decimal>")]
    [TestCase("Money", "Any<int>", "'Any' does not implement IRomConverter<Money>")]
    [TestCase("Money", "Any<>", "'Any' has no type arguments; name a closed type, such as Any<Money>")]
    [TestCase("Money?", "Both", "'Both' implements both IRomConverter<Money> and IRomBytesConverter<Money>")]
    [TestCase("Money?", "Text", "'Text' is static")]
    [TestCase("Money", "Local", "'Local' is local to its file")]
    [TestCase("Money", "IRomConverter<Money>", "'IRomConverter' is no class or struct")]
    [TestCase("Money", "int[]", "it is no class or struct")]
    public void Reported_on(string type, string converter, string message) => Rule.Reported("ROM021",
        $$"""[RomModel] public partial class User { [[|Column(Converter = typeof({{converter}}))|]] public {{type}} P { get; set; } } {{Types}}""",
        "'User.P' cannot have this converter: " + message);

    [Test]
    public void Reported_beside_EnumAsName() => Rule.Reported("ROM021",
        $$"""[RomModel] public partial class User { [[|Column(Converter = typeof(Any<DayOfWeek>), EnumAsName = true)|]] public DayOfWeek P { get; set; } } {{Types}}""",
        "it stands beside EnumAsName");

    [Test]
    public void Reported_on_the_key() => Rule.Reported("ROM021",
        $$"""[RomModel] public partial class User { [[|Column(Converter = typeof(Any<long>))|]] public long Id { get; set; } } {{Types}}""",
        "it is the key");

    [TestCase("[Index, Column(Converter = typeof(MoneyText))] public Money P { get; set; }")]
    [TestCase("[Index, Column(Converter = typeof(MoneyText))] public Money? P { get; set; } = null;")]
    [TestCase("[Index, Unique, Column(Converter = typeof(MoneyOrder))] public Money? P { get; init; }")]
    [TestCase("[Index, Unique, Column(Converter = typeof(Any<List<string?>>))] public List<string?>? P { get; set; }")]
    [TestCase("[Column(\"p\", Converter = typeof(Any<int>))] public required int P { get; set; }")]
    [TestCase("[Column(Converter = typeof(Both))] public int P { get; set; }")]
    [TestCase("[Column(Converter = typeof(Inner))] public int P { get; set; } private class Inner : Base; private abstract class Base : IRomConverter<int> { "
        + "public static string ToText(int value) => \"\"; public static bool TryFromText(string text, out int value) { value = 0; return true; } public static int Revision => 3; }")]
    public void Not_reported_on(string property) => Rule.NotReported($$"""[RomModel] public partial class User { {{property}} } {{Types}}""");
}
