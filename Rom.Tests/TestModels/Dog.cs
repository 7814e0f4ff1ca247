namespace Rom.Tests.TestModels;

/// <summary>A key that the caller chooses, and a column that holds its number again, by which rows are ordered.</summary>
[RomModel]
public partial class Dog
{
    [PrimaryKey] public required long Id { get; init; }

    [Index] public required long Number { get; set; }

    [Index] public required string Name { get; set; }

    /// <summary>A name that scripts once had for themselves.</summary>
    [Index, Column("isRead")] public int? Age { get; set; }
}
