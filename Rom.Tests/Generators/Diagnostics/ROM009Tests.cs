using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A stored name cannot be used.</summary>
public sealed class ROM009Tests
{
    [TestCase("Name = \"\"", "The stored name of 'User' cannot be '': it is empty")]
    [TestCase("Name = \"a{b}\"", "The stored name of 'User' cannot be 'a{b}': '{' has a meaning of its own in Redis keys")]
    [TestCase("Group = \"a:b\"", "The group of 'User' cannot be 'a:b': ':' has a meaning of its own in Redis keys")]
    [TestCase("Group = \"\"", "The group of 'User' cannot be '': it is empty")]
    [TestCase("Name = \"\\ud800\"", "no Unicode text")]
    public void Reported_on_a_model(string arguments, string message) => Rule.Reported("ROM009",
        $$"""[[|RomModel({{arguments}})|]] public partial class User { }""", message);

    [TestCase("\"\"", "The stored name of 'User.P' cannot be '': it is empty")]
    [TestCase("\"a=b\"", "'=' has a meaning of its own in Redis keys")]
    [TestCase("\"Q\"", "'Q' is stored under it already")]
    [TestCase("\"Id\"", "'Id' is stored under it already")]
    public void Reported_on_a_column(string name, string message) => Rule.Reported("ROM009",
        $$"""[RomModel] public partial class User { public int Q { get; set; } [[|Column({{name}})|]] public int P { get; set; } }""", message);

    [Test]
    public void Reported_on_a_property_named_like_the_stored_name_of_another() => Rule.Reported("ROM009",
        """
        [RomModel] public partial class User { [Column("P")] public int Q { get; set; } public int [|P|] { get; set; } }
        """,
        "'Q' is stored under it already");

    [Test]
    public void Not_reported_on_usable_names() => Rule.NotReported(
        """
        [RomModel(Name = "shop.user-1", Group = "größe")] public partial class User { [Column("p.1")] public int P { get; set; } [Column] public int Q { get; set; } [Column(null)] public int R { get; set; } }
        """);
}
