using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The property cannot be a collection.</summary>
public sealed class ROM029Tests
{
    private const string Post = "[RomModel] public partial class Post { public Ref<User>? Author { get; set; } }";

    [TestCase("[[|Collection(\"Author\")|]] public RefCollection<Post> Posts => null!;", "it is not partial")]
    [TestCase("[[|Collection(\"Author\")|]] public RefCollection<Post>? Posts { get; set; }", "it has a setter")]
    [TestCase("[[|Collection(\"Author\")|]] public List<Post> Posts => null!;", "its type is no RefCollection")]
    [TestCase("[[|Collection(\"Author\")|]] public static RefCollection<Post> Posts => null!;", "it is static")]
    [TestCase("public RefCollection<Post> [|Posts|] => null!;", "it does not say by which reference")]
    [TestCase("public RefCollection<Post>? [|Posts|] { get; set; }", "it does not say by which reference")]
    public void Reported_on(string property, string why) => Rule.Reported("ROM029", $"{Post} [RomModel] public partial class User {{ {property} }}", why);

    [Test]
    public void Reported_on_one_that_may_be_null() => Rule.Reported("ROM029",
        Post + "[RomModel] public partial class User { [[|Collection(\"Author\")|]] public partial RefCollection<Post>? Posts { get; } }", "it is never null");

    [Test]
    public void Reported_on_a_property_of_a_base_class() => Rule.Reported("ROM029",
        Post + "public class Base { [[|Collection(\"Author\")|]] public RefCollection<Post> Posts => null!; } [RomModel] public partial class User : Base { }",
        "a base class declares it");

    [Test]
    public void Not_reported_on_collections() => Rule.NotReported(
        """
        [RomModel] public partial class Post { public Ref<User>? Author { get; set; } }
        [RomModel] public partial record User
        {
            [Collection(nameof(Post.Author))] public partial RefCollection<Post> Posts { get; }
            [Collection] private partial RefCollection<Post> @class { get; }
            [Collection] protected internal partial RefCollection<User> Friends { get; }
            public Ref<User>? Friend { get; set; }
        }
        public partial class Outer
        {
            [RomModel] internal partial class Page { public Ref<Page>? Parent { get; set; } [Collection] public partial RefCollection<Page> Children { get; } }
            [RomModel] private partial class Leaf { public Ref<Leaf>? Parent { get; set; } [Collection] public partial RefCollection<Leaf> Children { get; } }
        }
        public static class Uses
        {
            public static System.Threading.Tasks.Task<long> CountAsync(RomContext db, User user) => user.Posts.Query(db).Where(p => p.Author.IsNotNull()).CountAsync();
        }
        """);
}
