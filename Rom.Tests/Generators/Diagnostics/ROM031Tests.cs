using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A collection is ambiguous.</summary>
public sealed class ROM031Tests
{
    [Test]
    public void Reported() => Rule.Reported("ROM031",
        """
        [RomModel] public partial class Post { public Ref<User>? Author { get; set; } public Ref<User>? Editor { get; set; } }
        [RomModel] public partial class User { [[|Collection|]] public partial RefCollection<Post> Posts { get; } }
        """,
        "several references of 'Post': 'Author' and 'Editor'; name one: [Collection(nameof(Post.Author))]");

    [Test]
    public void Not_reported_where_one_is_named_or_there_is_one() => Rule.NotReported(
        """
        [RomModel] public partial class Blog { }
        [RomModel] public partial class Post { public Ref<User>? Author { get; set; } public Ref<User>? Editor { get; set; } }
        [RomModel] public partial class Page { public Ref<User>? Author { get; set; } public Ref<Blog>? Blog { get; set; } }
        [RomModel] public partial class User
        {
            [Collection(nameof(Post.Editor))] public partial RefCollection<Post> Posts { get; }
            [Collection] public partial RefCollection<Page> Pages { get; }
        }
        """);
}
