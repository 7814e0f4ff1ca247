using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A parameter of a computed index is no column.</summary>
public sealed class ROM083Tests
{
    [TestCase("static int Half(int q) => q / 2;", "'User' has no column of that name")]
    [TestCase("static int Half(long p) => 1;", "it is of type 'long' and the column of type 'int'")]
    [TestCase("static int Half(in int p) => 1;", "it is passed by reference")]
    [TestCase("static int Half(long id) => 1;", "it is the key")]
    public void Reported_on_what_is_no_column(string method, string why) => Rule.Reported("ROM083",
        $$"""
        [RomModel] public partial class User { [[|Index(Keys = "Half", Name = "H")|]] public int P { get; set; } {{method}} }
        """,
        why);

    [Test]
    public void Not_reported_on_columns_of_any_nullability() => Rule.NotReported(
        """
        [RomModel] public partial class User
        {
            [Index(Keys = nameof(Sum), Name = "S")] public int P { get; set; }
            public int? Q { get; set; }
            public string? Text { get; set; } = "none";
            public int? Initial { get; set; } = 5;
            public required string Name { get; set; }
            static int? Sum(int? p, int q, string text, int initial, string? name) => p + q + text.Length + initial + name?.Length;
        }
        """);
}
