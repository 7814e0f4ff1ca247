using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The column cannot have this index.</summary>
public sealed class ROM005Tests
{
    [TestCase("[Index]", "List<Phone>")]
    [TestCase("[Index(IndexKind.Ordered)]", "Phone")]
    public void Reported_on_a_nested_value(string index, string type) => Rule.Reported("ROM005",
        $$"""[RomModel] public partial class User { [[|{{index.Trim('[', ']')}}|]] public {{type}}? P { get; set; } } public class Phone { public int A { get; set; } }""",
        "is stored as a whole; give what you search for a column of its own");

    [TestCase("bool", "Index(IndexKind.Ordered)", "values of 'bool' have no order worth an index")]
    [TestCase("Guid", "Index(IndexKind.Ordered)", "values of 'Guid' have no order worth an index")]
    [TestCase("GeoPoint", "Index(IndexKind.Ordered)", "values of 'GeoPoint' have no order worth an index")]
    [TestCase("Half", "Index(IndexKind.Exact)", "equality of floating-point numbers is answered by their order")]
    [TestCase("double", "Index(IndexKind.Exact)", "equality of floating-point numbers is answered by their order")]
    [TestCase("int", "Index(IndexKind.FullText)", "FullText indexes the words of a string and the type is 'int'")]
    [TestCase("string", "Index(Prefix = true)", "Prefix belongs to the words of a FullText index")]
    [TestCase("string", "Index((IndexKind)9)", "there is no such kind")]
    public void Reported_on(string type, string index, string message) => Rule.Reported("ROM005",
        $$"""[RomModel] public partial class User { [[|{{index}}|]] public {{type}} P { get; set; } = default!; }""", message);

    [Test]
    public void Reported_on_the_order_of_names() => Rule.Reported("ROM005",
        """[RomModel] public partial class User { [[|Index(IndexKind.Ordered)|], Column(EnumAsName = true)] public DayOfWeek P { get; set; } }""",
        "it is stored by name, whose order is not that of the values");

    [Test]
    public void Reported_on_a_converter_without_order() => Rule.Reported("ROM005",
        """
        [RomModel] public partial class User { [[|Index(IndexKind.Ordered)|], Column(Converter = typeof(C))] public Guid? P { get; set; } }
        public class C : IRomBytesConverter<Guid>
        {
            public static byte[] ToBytes(Guid value) => [];
            public static bool TryFromBytes(ReadOnlySpan<byte> bytes, out Guid value) { value = default; return false; }
        }
        """,
        "implement IOrderedRomConverter<Guid>");

    [TestCase("string", "Index", "it is the key, which answers == and In by itself; remove it, or write [Index(IndexKind.Ordered)] for ranges and orders")]
    [TestCase("long", "Index(IndexKind.Exact)", "it is the key, which answers == and In by itself; remove it, or write [Index(IndexKind.Ordered)]")]
    [TestCase("Guid", "Index", "it is the key, which answers == and In by itself; remove it")]
    [TestCase("Guid", "Index(IndexKind.Ordered)", "it is the key, and the type's values have no order worth an index; remove it")]
    [TestCase("string", "Index(IndexKind.FullText)", "it is the key, which has an order but no words; index another column")]
    [TestCase("string", "Index(IndexKind.Ordered, IgnoreCase = true)", "it is the key, whose == tells letter case apart, and so does its order; remove IgnoreCase")]
    [TestCase("string", "Index(IndexKind.Ordered, Prefix = true)", "Prefix belongs to the words of a FullText index")]
    [TestCase("long", "Index(Suffix = true)", "Suffix belongs to strings")]
    [TestCase("long", "Index(Name = \"Half\", Keys = nameof(Half))", "Keys computes from columns and this is the key; write it on one of those columns, or on the class")]
    public void Reported_on_the_key(string type, string index, string why) => Rule.Reported("ROM005",
        $$"""
        [RomModel] public partial class User
        {
            [PrimaryKey, [|{{index}}|]] public {{type}} Id { get; set; } = default!;
            public int Size { get; set; }
            private static int Half(int size) => size / 2;
        }
        """,
        why);

    [TestCase("[Index] public long Id { get; set; }")]
    [TestCase("[Index(IndexKind.Ordered, Name = \"ById\")] public int Id { get; private set; }")]
    [TestCase("[PrimaryKey, Index(IndexKind.Ordered, Suffix = true)] public required string Name { get; init; }")]
    [TestCase("[PrimaryKey(Index = false), Index] public long Number { get; set; }")]
    [TestCase("[PrimaryKey, Index] public long A { get; set; } [PrimaryKey, Index] public required string B { get; init; }")]
    public void Not_reported_on_a_key_that_has_an_order(string key) => Rule.NotReported($$"""[RomModel] public partial class User { {{key}} }""");

    [TestCase("int", "Index(Suffix = true)", "Suffix belongs to strings")]
    [TestCase("DateOnly", "Index(Suffix = true)", "Suffix belongs to strings")]
    [TestCase("DayOfWeek", "Index(IndexKind.Ordered, Suffix = true)", "Suffix belongs to strings")]
    [TestCase("GeoPoint?", "Index(Suffix = true)", "Suffix belongs to strings")]
    [TestCase("List<int>", "Index(Suffix = true)", "Suffix belongs to strings")]
    [TestCase("List<string>", "Index(Suffix = true)", "Suffix belongs to an Ordered or a FullText index")]
    [TestCase("decimal", "Index(Prefix = true)", "Prefix belongs to the words of a FullText index")]
    [TestCase("GeoPoint?", "Index(Prefix = true)", "Prefix belongs to the words of a FullText index")]
    [TestCase("string[]", "Index(Prefix = true)", "Prefix belongs to the words of a FullText index")]
    [TestCase("string?", "Index(IndexKind.Ordered, Prefix = true)", "Prefix belongs to the words of a FullText index")]
    [TestCase("bool", "Index(IgnoreCase = true)", "IgnoreCase belongs to strings")]
    [TestCase("char", "Index(IgnoreCase = true)", "IgnoreCase belongs to strings")]
    [TestCase("Uri?", "Index(IgnoreCase = true)", "IgnoreCase belongs to strings")]
    [TestCase("Guid", "Index(Tokenizer = typeof(TextTokenizer))", "Tokenizer belongs to a FullText index")]
    [TestCase("string?", "Index(IndexKind.Ordered, Tokenizer = typeof(TextTokenizer))", "Tokenizer belongs to a FullText index")]
    [TestCase("Guid", "Index(IndexKind.FullText)", "FullText indexes the words of a string")]
    [TestCase("List<bool>", "Index(IndexKind.Geo)", "this index one entry for each row")]
    [TestCase("string?", "Index(Suffix = true)", "Suffix belongs to an Ordered or a FullText index")]
    [TestCase("long?", "Index(IgnoreCase = true)", "IgnoreCase belongs to strings")]
    [TestCase("string?", "Index(IndexKind.FullText, IgnoreCase = true)", "the default one ignores letter case")]
    [TestCase("string?", "Index(Tokenizer = typeof(TextTokenizer))", "Tokenizer belongs to a FullText index")]
    [TestCase("string?", "Index(Revision = 2)", "Revision belongs to an index with Keys")]
    [TestCase("string?", "Index(Name = \"a=b\")", "'=' has a meaning of its own in Redis keys")]
    [TestCase("string?", "Index(IndexKind.Geo)", "Geo indexes a GeoPoint")]
    [TestCase("GeoPoint?", "Index(IndexKind.Ordered)", "have no order worth an index")]
    [TestCase("List<string>", "Index(IndexKind.Ordered)", "has several elements")]
    [TestCase("List<int>", "Index(IndexKind.FullText)", "FullText indexes the words of a string")]
    public void Reported_on_options_that_do_not_fit(string type, string index, string why) => Rule.Reported("ROM005",
        $$"""[RomModel] public partial class User { [[|{{index}}|]] public {{type}} P { get; set; } = default!; }""",
        why);

    [TestCase("Index(Name = \"K\", Keys = nameof(Number), Suffix = true)", "Suffix belongs to strings")]
    [TestCase("Index(IndexKind.FullText, Name = \"K\", Keys = nameof(Number))", "FullText indexes the words of a string and the type is 'int'")]
    [TestCase("Index(Name = \"K\", Keys = nameof(Text), Prefix = true)", "Prefix belongs to the words of a FullText index")]
    [TestCase("Index(IndexKind.Ordered, Name = \"K\", Keys = nameof(Texts))", "is several values and an order has one for each row")]
    [TestCase("Index(IndexKind.Geo, Name = \"K\", Keys = nameof(Points))", "is several points and a row has one place")]
    public void Reported_on_computed_keys(string index, string why) => Rule.Reported("ROM005",
        $$"""
        [RomModel] public partial class User
        {
            [[|{{index}}|]] public string P { get; set; } = "";
            private static int Number(string p) => p.Length;
            private static string Text(string p) => p;
            private static string[] Texts(string p) => [p];
            private static GeoPoint[] Points(string p) => [];
        }
        """,
        why);

    [TestCase("Index", -1, "ROM005")]
    [TestCase("Index", 0, "ROM005")]
    [TestCase("Unique", 0, "ROM006")]
    public void Reported_on_a_revision_below_the_first(string attribute, int revision, string id) => Rule.Reported(id,
        $$"""
        [RomModel] public partial class User
        {
            [[|{{attribute}}(Keys = nameof(Folded), Name = "Low", Revision = {{revision}})|]] public string P { get; set; } = "";
            private static string Folded(string p) => p.ToLowerInvariant();
        }
        """,
        "Revision is below 1, the first; leave it out");

    [Test]
    public void Reported_on_two_meanings_of_Contains() => Rule.Reported("ROM005",
        """
        [RomModel] public partial class User { [Index, [|Index(IndexKind.FullText)|]] public List<string>? P { get; set; } }
        """,
        "Contains would find elements by one index and words by the other");

    [TestCase("bool", "Index")]
    [TestCase("string?", "Index(IndexKind.Ordered, Suffix = true, IgnoreCase = true, Name = \"ByP\")")]
    [TestCase("GeoPoint?", "Index")]
    [TestCase("List<int>", "Index")]
    [TestCase("string[]", "Index(IndexKind.FullText, Prefix = true)")]
    [TestCase("Guid", "Index(IndexKind.Exact)")]
    [TestCase("double", "Index(IndexKind.Ordered)")]
    [TestCase("decimal", "Index(IndexKind.Exact)")]
    [TestCase("string", "Index(IndexKind.FullText, Prefix = true)")]
    [TestCase("DayOfWeek?", "Index(IndexKind.Ordered)")]
    public void Not_reported_on(string type, string index) => Rule.NotReported(
        $$"""[RomModel] public partial class User { [{{index}}] public {{type}} P { get; set; } = default!; }""");
}
