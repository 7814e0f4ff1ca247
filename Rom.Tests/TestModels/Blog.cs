namespace Rom.Tests.TestModels;

[RomModel(Group = "blog")]
public partial class Author
{
    public long Id { get; private set; }

    [Unique] public required string Name { get; set; }

    /// <summary>One-to-one: nobody is mentored by somebody who mentors another.</summary>
    [Unique] public Ref<Author>? Mentor { get; set; }
}

[RomModel(Group = "blog")]
public partial class BlogPost
{
    public long Id { get; private set; }

    public required string Title { get; set; }

    [Reference(OnDelete.NoAction)] public Ref<Author>? Author { get; set; }

    public Ref<BlogPost>? Previous { get; set; }

    public Ref<Page>? Page { get; set; }

    public Ref<Device>? Device { get; set; }

    public Ref<Ticket>? Ticket { get; set; }

    /// <summary>One with a key that the caller chose.</summary>
    public static BlogPost WithKey(long id, string title) => new() { Id = id, Title = title };
}

[RomModel(Group = "blog")]
public partial class Comment
{
    public Guid Id { get; set; }

    public required Ref<BlogPost> BlogPost { get; set; }
}

/// <summary>A reference in a unique over several columns and in what a method computes.</summary>
[RomModel(Group = "blog")]
[Unique(nameof(Author), nameof(Text))]
[Index(IndexKind.Exact, Name = "Line", Keys = nameof(LineOf))]
public partial class Praise
{
    public long Id { get; private set; }

    public Ref<Author>? Author { get; set; }

    public string? Text { get; set; }

    private static string? LineOf(Ref<Author>? author, string? text) => author is null ? null : $"{author.Key}: {text}";
}

/// <summary>A reference in an index over several columns.</summary>
[RomModel(Group = "blog")]
[Index(nameof(Author), nameof(Stars))]
public partial class Review
{
    public int Id { get; set; }

    public Ref<Author>? Author { get; set; }

    [Index] public int Stars { get; set; }
}
