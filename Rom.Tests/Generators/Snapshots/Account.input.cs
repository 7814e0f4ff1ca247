using System;
using Rom;

namespace Shop.Accounts;

public enum Status : byte
{
    Active,
    Trial,
}

[RomModel(Name = "acc", Group = "shop")]
[Index(nameof(Status), nameof(CreatedAt))]
public partial class Account
{
    [PrimaryKey] public long Id { get; private set; }

    [Unique, Index(IndexKind.Ordered)] public required string Email { get; set; }

    [Index(IndexKind.FullText, Prefix = true)] public string? Bio { get; set; }

    [Index] public DateTimeOffset CreatedAt { get; set; } = DateTimeOffset.UtcNow;

    [Index] public Status Status { get; init; }

    [Index, Index(IndexKind.Exact), Column("bal")] public decimal Balance { get; set; } = 10.5m;

    public string? Nick { get; set; } = "none";

    [NotStored] public object? Cache { get; set; }

    public string Shown => Nick ?? Email;
}
