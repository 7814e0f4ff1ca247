using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The method of the key's text cannot be used.</summary>
public sealed class ROM053Tests
{
    [TestCase("", "there is no method of this name")]
    [TestCase("string Key(string slug, int n) => slug;", "it is not static")]
    [TestCase("static object Key(string slug, int n) => slug;", "it does not return a string")]
    [TestCase("static string Key(string slug) => slug;", "its parameters are not the properties of the key")]
    [TestCase("static string Key(int n, string slug) => slug;", "its parameters are not the properties of the key")]
    public void Reported_on(string method, string why) => Rule.Reported("ROM053",
        $$"""
        [RomModel] public partial class User
        {
            [[|PrimaryKey(Text = "Key")|]] public required string Slug { get; init; }
            [PrimaryKey] public int N { get; init; }
            {{method}}
        }
        """,
        why);

    [TestCase("static string Key(string region, string product) => \"\";", "its parameter 'region' stands where 'Product' is passed")]
    [TestCase("static string Key(string product, string other) => \"\";", "its parameter 'other' stands where 'Region' is passed")]
    public void Reported_on_parameters_named_like_another_column(string method, string why) => Rule.Reported("ROM053",
        $$"""
        [RomModel] public partial class Sale
        {
            [[|PrimaryKey(Text = "Key")|]] public required string Product { get; init; }
            [PrimaryKey] public required string Region { get; init; }
            public string? Other { get; set; }
            {{method}}
        }
        """,
        why);

    [Test]
    public void Reported_on_two_names() => Rule.Reported("ROM053",
        """
        [RomModel] public partial class User
        {
            [PrimaryKey(Text = nameof(One))] public int A { get; init; }
            [[|PrimaryKey(Text = nameof(Two))|]] public int B { get; init; }
            static string One(int a, int b) => "";
            static string Two(int a, int b) => "";
        }
        """,
        "name different methods");

    [Test]
    public void Reported_with_what_to_write() => Rule.Reported("ROM053",
        """
        [RomModel] public partial class User { [[|PrimaryKey(Text = "Key")|]] public required string Slug { get; init; } }
        """,
        "write 'static string Key(string slug)'");

    [Test]
    public void Not_reported_on_a_method_of_the_model_or_a_base() => Rule.NotReported(
        """
        public abstract class Base { protected static string? Key(int a, string b) => b; protected static string Key(int a) => ""; }
        [RomModel] public partial class User : Base
        {
            [PrimaryKey(Text = nameof(Key))] public int A { get; init; }
            [PrimaryKey(Text = "Key")] public required string B { get; init; }
        }
        [RomModel] public partial class Page { [PrimaryKey(Text = nameof(@class))] public required string B { get; init; } static string @class(string B) => B; }
        """);
}
