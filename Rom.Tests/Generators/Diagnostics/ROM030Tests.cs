using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The reference of a collection is not found.</summary>
public sealed class ROM030Tests
{
    [TestCase("[[|Collection(\"Autor\")|]]", "'Post' has no property 'Autor'; write [Collection(nameof(Post.Author))]")]
    [TestCase("[[|Collection(nameof(Post.Title))|]]", "'Post.Title' is no column of type 'Ref<User>'")]
    [TestCase("[[|Collection(nameof(Post.Blog))|]]", "'Post.Blog' is no column of type 'Ref<User>'")]
    [TestCase("[[|Collection(nameof(Post.Ignored))|]]", "'Post.Ignored' is no column of type 'Ref<User>'")]
    public void Reported_on(string attribute, string why) => Rule.Reported("ROM030",
        $$"""
        [RomModel] public partial class Blog { }
        [RomModel] public partial class Post
        {
            public string? Title { get; set; }
            public Ref<Blog>? Blog { get; set; }
            public Ref<User>? Author { get; set; }
            [NotStored] public Ref<User>? Ignored { get; set; }
        }
        [RomModel] public partial class User { {{attribute}} public partial RefCollection<Post> Posts { get; } }
        """,
        why);

    [Test]
    public void Reported_where_nothing_refers_to_the_model() => Rule.Reported("ROM030",
        """
        [RomModel] public partial class Post { public string? Title { get; set; } }
        [RomModel] public partial class User { [[|Collection|]] public partial RefCollection<Post> Posts { get; } }
        """,
        "'Post' has no reference to 'User'; give 'Post' a property of type 'Ref<User>'");

    [Test]
    public void Reported_on_a_class_that_is_no_model() => Rule.Reported("ROM030",
        """
        public class Post { }
        [RomModel] public partial class User { [[|Collection|]] public partial RefCollection<Post> Posts { get; } }
        """,
        "'Post' is no model; mark it [RomModel]", "CS0311");

    [Test]
    public void Not_reported_on_a_reference_of_a_base_class() => Rule.NotReported(
        """
        public abstract class Owned { public Ref<User>? Owner { get; protected set; } }
        [RomModel] public partial class Post : Owned { }
        [RomModel] public partial class User
        {
            [Collection(nameof(Post.Owner))] public partial RefCollection<Post> Posts { get; }
            [Collection] public partial RefCollection<Post> All { get; }
        }
        """);
}
