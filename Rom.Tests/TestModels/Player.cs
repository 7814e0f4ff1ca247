namespace Rom.Tests.TestModels;

/// <summary>A model with a native structure of every type.</summary>
[RomModel(Group = "game")]
public partial class Player
{
    public long Id { get; set; }

    [Index] public string? Name { get; set; }

    [Native] public partial RedisList<string> Log { get; }

    [Native] public partial RedisSet<Guid> Friends { get; }

    [Native] public partial RedisSortedSet<int> Scores { get; }

    [Native] public partial RedisHash<decimal> Prices { get; }

    [Native] public partial RedisCounter Visits { get; }
}
