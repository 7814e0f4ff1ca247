using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The indexes of a column disagree about letter case.</summary>
public sealed class ROM086Tests
{
    [TestCase("Index, Index(IndexKind.Ordered, IgnoreCase = true)")]
    [TestCase("Unique, Index(IgnoreCase = true)")]
    [TestCase("Unique(IgnoreCase = true), Index(IndexKind.Ordered)")]
    public void Reported_on_both_rules(string attributes) => Rule.Reported("ROM086",
        $$"""
        [RomModel] public partial class User { [{{attributes}}] public string? [|P|] { get; set; } }
        """,
        "write IgnoreCase = true on all or on none");

    [Test]
    public void Not_reported_on_one_rule_beside_words() => Rule.NotReported(
        """
        [RomModel] public partial class User
        {
            [Unique(IgnoreCase = true), Index(IndexKind.Ordered, IgnoreCase = true)] public string? P { get; set; }
            [Index, Index(IndexKind.FullText)] public string? Q { get; set; }
        }
        """);
}
