using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The tokenizer cannot be used.</summary>
public sealed class ROM087Tests
{
    private const string Words = ": ITextTokenizer { public static int Revision => 1; public static IEnumerable<string> Words(string text) => text.Split(','); }";

    [Test]
    public void Reported_on_a_type_that_is_none() => Rule.Reported("ROM087",
        """
        [RomModel] public partial class User { [[|Index(IndexKind.FullText, Tokenizer = typeof(string))|]] public string? P { get; set; } }
        """,
        "it does not implement ITextTokenizer");

    [Test]
    public void Reported_on_a_private_type() => Rule.Reported("ROM087",
        $$"""
        [RomModel] public partial class User
        {
            [[|Index(IndexKind.FullText, Tokenizer = typeof(Mine))|]] public string? P { get; set; }
            private sealed class Mine {{Words}}
        }
        """,
        "make it internal or public");

    [Test]
    public void Reported_on_an_open_generic_type() => Rule.Reported("ROM087",
        $$"""
        [RomModel] public partial class User { [[|Index(IndexKind.FullText, Tokenizer = typeof(Mine<>))|]] public string? P { get; set; } }
        public sealed class Mine<T> {{Words}}
        """,
        "name one with its type arguments");

    [Test]
    public void Not_reported_on_a_tokenizer() => Rule.NotReported(
        $$"""
        [RomModel] public partial class User { [Index(IndexKind.FullText, Tokenizer = typeof(Mine))] public string? P { get; set; } }
        public sealed class Mine {{Words}}
        """);
}
