using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The column cannot be stored by name.</summary>
public sealed class ROM022Tests
{
    [TestCase("int", "it is no enum; remove EnumAsName")]
    [TestCase("string?", "it is no enum; remove EnumAsName")]
    [TestCase("Sides?", "'Sides' is [Flags], whose combinations have no name")]
    public void Reported_on(string type, string message) => Rule.Reported("ROM022",
        $$"""[RomModel] public partial class User { [[|Column(EnumAsName = true)|]] public {{type}} P { get; set; } } [Flags] public enum Sides { Left = 1 }""",
        "'User.P' cannot be stored by name: " + message);

    [TestCase("DayOfWeek")]
    [TestCase("DayOfWeek?")]
    [TestCase("Odd")]
    [TestCase("Empty")]
    public void Not_reported_on(string type) => Rule.NotReported(
        $$"""
        [RomModel] public partial class User { [Index, Column(EnumAsName = true)] public {{type}} P { get; set; } [Column(EnumAsName = false)] public int Q { get; set; } }
        public enum Odd : ulong { @class, Größe = ulong.MaxValue, Same = @class, [Obsolete] Old = 5 }
        public enum Empty { }
        """);
}
