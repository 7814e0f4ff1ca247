using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The result of a computed index cannot be indexed.</summary>
public sealed class ROM084Tests
{
    [TestCase("object")]
    [TestCase("System.Text.StringBuilder")]
    [TestCase("IEnumerable<object>")]
    public void Reported_on_a_type_that_is_no_column(string type) => Rule.Reported("ROM084",
        $$"""
        [RomModel] public partial class User { [[|Index(Keys = "Of", Name = "H")|]] public int P { get; set; } static {{type}}? Of(int p) => null; }
        """,
        "which cannot be indexed");

    [TestCase("string?")]
    [TestCase("decimal?")]
    [TestCase("System.DateTimeOffset?")]
    [TestCase("IEnumerable<string>?")]
    [TestCase("string?[]?")]
    [TestCase("HashSet<long>?")]
    public void Not_reported_on_texts_numbers_and_lists(string type) => Rule.NotReported(
        $$"""
        [RomModel] public partial class User { [Index(Keys = nameof(Of), Name = "H")] public int P { get; set; } static {{type}} Of(int p) => null; }
        """);
}
