using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The type of a column is not supported.</summary>
public sealed class ROM004Tests
{
    [TestCase("List<string>")]
    [TestCase("object")]
    [TestCase("ulong")]
    [TestCase("float")]
    [TestCase("short?")]
    [TestCase("byte[]")]
    [TestCase("TimeSpan")]
    [TestCase("(int, int)")]
    [TestCase("Big")]
    public void Reported_on(string type) => Rule.Reported("ROM004",
        $$"""[RomModel] public partial class User { public {{type}} [|P|] { get; set; } = default!; } public enum Big : ulong { A }""",
        $"'User.P' is of type '{type}', which Rom cannot store");

    [TestCase("string")]
    [TestCase("bool")]
    [TestCase("int")]
    [TestCase("long")]
    [TestCase("double")]
    [TestCase("decimal")]
    [TestCase("DateTime")]
    [TestCase("DateTimeOffset")]
    [TestCase("Guid")]
    [TestCase("DayOfWeek")]
    [TestCase("Wide")]
    public void Not_reported_on(string type) => Rule.NotReported(
        $$"""[RomModel] public partial class User { public {{type}} P { get; set; } = default!; public {{type}}? Q { get; set; } } public enum Wide : uint { A }""");

    [Test]
    public void Not_reported_on_what_is_not_stored() => Rule.NotReported(
        """
        [RomModel] public partial class User
        {
            [NotStored] public List<string> A { get; set; } = [];
            public object B => A;
            public object C { get; } = 1;
            public static object? D { get; set; }
            internal object? E { get; set; }
            public object this[int i] { get => i; set { } }
            public object F { get => A; set { } }
        }
        """);
}
