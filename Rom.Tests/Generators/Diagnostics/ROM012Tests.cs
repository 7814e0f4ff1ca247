using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>StartsWith would have two meanings.</summary>
public sealed class ROM012Tests
{
    [Test]
    public void Reported_on_order_and_word_prefixes() => Rule.Reported("ROM012",
        """
        [RomModel] public partial class User { [Index(IndexKind.Ordered), Index(IndexKind.FullText, Prefix = true)] public string? [|P|] { get; set; } }
        """,
        "remove Prefix = true, or index the words under another name");

    [Test]
    public void Reported_on_reversed_order_and_word_suffixes() => Rule.Reported("ROM012",
        """
        [RomModel] public partial class User { [Index(IndexKind.Ordered, Suffix = true), Index(IndexKind.FullText, Suffix = true)] public string? [|P|] { get; set; } }
        """,
        "remove Suffix = true");

    [Test]
    public void Not_reported_on_order_and_words() => Rule.NotReported(
        """
        [RomModel] public partial class User { [Index(IndexKind.Ordered), Index(IndexKind.FullText)] public string? P { get; set; } }
        """);
}
