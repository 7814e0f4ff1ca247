namespace Rom.Tests.TestModels;

public enum Status
{
    New,
    Active,
    Trial,
    Closed = 10,
    Hidden = -1,
}

/// <summary>One column of every kind that this version stores, with every kind of index.</summary>
[RomModel(Name = "P")]
[Index(nameof(Status), nameof(Age))]
public partial class Person
{
    [PrimaryKey] public long Id { get; private set; }

    [Unique, Index(IndexKind.Ordered)] public required string Email { get; set; }

    [Index(IndexKind.FullText, Prefix = true)] public string? Bio { get; set; }

    [Index(IndexKind.FullText)] public string? Tags { get; set; }

    [Index] public Status Status { get; set; }

    [Index(IndexKind.Ordered)] public Status? Rank { get; set; }

    [Index] public int? Age { get; set; }

    [Index] public long Points { get; set; }

    [Index] public decimal? Balance { get; set; }

    [Index] public double? Score { get; set; }

    [Index] public DateTimeOffset? SeenAt { get; set; }

    [Index] public DateTime Born { get; set; }

    [Index(IndexKind.Ordered)] public string? Title { get; set; }

    [Index] public string? City { get; set; }

    [Index] public bool? Verified { get; set; }

    [Index] public Guid? Token { get; set; }

    [Unique] public long? Passport { get; set; }

    [Index(IndexKind.Ordered)] public string? Nick { get; set; } = "none";

    [Column("n")] public string? Note { get; set; }
}
