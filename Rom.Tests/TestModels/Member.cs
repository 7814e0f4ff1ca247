namespace Rom.Tests.TestModels;

/// <summary>Two uniques, one of them a reference, and indexes that share columns.</summary>
[RomModel]
[Index(nameof(Team), nameof(Rank))]
public partial class Member
{
    public long Id { get; private set; }

    [Unique] public string? Handle { get; set; }

    [Unique] public Ref<Member>? Buddy { get; set; }

    public Ref<Member>? Boss { get; set; }

    [Index] public int? Rank { get; set; }

    [Index] public string? Team { get; set; }

    [Index(IndexKind.FullText, Prefix = true)] public string? Words { get; set; }

    /// <summary>One with a key that the caller chose; 0: the store assigns it.</summary>
    public static Member WithKey(long id) => new() { Id = id };
}
