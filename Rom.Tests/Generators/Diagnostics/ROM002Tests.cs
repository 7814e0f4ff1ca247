using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A part of the key cannot be used.</summary>
public sealed class ROM002Tests
{
    [TestCase("decimal")]
    [TestCase("double")]
    [TestCase("DateTimeOffset")]
    [TestCase("long?")]
    [TestCase("string?")]
    [TestCase("object?")]
    public void Reported_on(string type) => Rule.Reported("ROM002",
        $$"""
        [RomModel] public partial class User { [PrimaryKey] public long A { get; set; } [PrimaryKey] public {{type}} [|B|] { get; set; } }
        """,
        $"'User.B' is a part of the key and of type '{type}'");

    [TestCase("long")]
    [TestCase("string")]
    public void Reported_with_the_type_that_is_never_null(string type) => Rule.Reported("ROM002",
        $$"""
        [RomModel] public partial class User { [PrimaryKey] public long A { get; set; } [PrimaryKey] public {{type}}? [|B|] { get; set; } }
        """,
        $"it may be null, which a key cannot; write '{type}'; a part is");

    [Test]
    public void Reported_on_a_single_property_with_a_text_of_its_own() => Rule.Reported("ROM002",
        """
        [RomModel] public partial class User { [PrimaryKey(Text = nameof(Key))] public double [|A|] { get; set; } static string Key(double a) => ""; }
        """,
        "'User.A' is a part of the key");

    [Test]
    public void Not_reported_on_a_key_beside_a_property_named_Id() => Rule.NotReported(
        """
        [RomModel] public partial class User { [PrimaryKey] public long A { get; set; } public long Id { get; set; } }
        """);

    [Test]
    public void Not_reported_on_keys_of_several_parts() => Rule.NotReported(
        """
        public enum Kind { A }
        public abstract class Base { [PrimaryKey] public required string Context { get; init; } [PrimaryKey] public Guid CancellationToken { get; private set; } }
        [RomModel] public partial class User : Base
        {
            [PrimaryKey] public Kind Item2 { get; set; }
            [PrimaryKey] public bool Rest { get; set; }
            [PrimaryKey, Index] public int @class { get; set; }
            [PrimaryKey] public long Context2 { get; set; }
            public string? Key { get; set; }
        }
        """);
}
