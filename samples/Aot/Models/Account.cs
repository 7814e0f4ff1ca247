using Rom;

namespace AotSample.Models;

/// <summary>A key that the store assigns, a column of every type, and an index of every kind.</summary>
[RomModel(Name = "A", Group = "aot")]
[Index(nameof(Plan), nameof(Age))]
public partial class Account
{
    [PrimaryKey] public long Id { get; private set; }

    [Unique, Index(IndexKind.Ordered)] public required string Email { get; set; }

    [Index(IndexKind.FullText, Prefix = true)] public string? Bio { get; set; }

    [Index(IndexKind.FullText)] public string? Tags { get; set; }

    [Index] public Plan Plan { get; set; }

    [Index(IndexKind.Ordered)] public Plan? Former { get; set; }

    [Index] public int? Age { get; set; }

    [Index] public long Points { get; set; }

    [Index] public decimal? Balance { get; set; }

    [Index] public double? Score { get; set; }

    [Index] public DateTimeOffset SeenAt { get; set; }

    [Index] public DateTime Born { get; set; }

    [Index] public string? City { get; set; }

    [Index] public bool? Verified { get; set; }

    [Index] public Guid? Token { get; set; }

    [Unique] public long? Passport { get; set; }

    [Index(IndexKind.Ordered)] public string? Nick { get; set; } = "none";

    [Column("n")] public string? Note { get; set; }

    [NotStored] public bool IsSelected { get; set; }
}

public enum Plan
{
    Trial,
    Paid,
    Closed = -1,
}
