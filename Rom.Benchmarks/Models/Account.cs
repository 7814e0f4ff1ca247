namespace Rom.Benchmarks.Models;

/// <summary>The measured entity, as a user of Rom writes it.</summary>
[RomModel]
public partial class Account
{
    [PrimaryKey]
    public long Id { get; private set; }

    [Unique]
    public required string Email { get; set; }

    [Index(IndexKind.Ordered)]
    public decimal Balance { get; set; }

    [Index(IndexKind.FullText)]
    public required string Bio { get; set; }

    [Index(IndexKind.Ordered)]
    public required string Name { get; set; }

    [Index]
    public AccountStatus Status { get; set; }
}
