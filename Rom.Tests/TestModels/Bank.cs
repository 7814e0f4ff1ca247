namespace Rom.Tests.TestModels;

[RomModel(Group = "bank")]
public partial class BankAccount
{
    public long Id { get; set; }

    public required string Owner { get; set; }

    [Index] public decimal Balance { get; set; }

    [Index] public long Points { get; set; }
}

/// <summary>An address of a pool, which at most one worker may hold.</summary>
[RomModel(Group = "bank")]
public partial class PoolAddress
{
    public long Id { get; set; }

    [Index] public int Number { get; set; }

    [Index] public bool Allocated { get; set; }

    public string? Holder { get; set; }
}

[RomModel(Group = "bank")]
public partial class BankOrder
{
    public long Id { get; set; }

    [Index] public bool Paid { get; set; }
}
