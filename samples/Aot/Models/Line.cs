using Rom;

namespace AotSample.Models;

/// <summary>What lines inherit; one setter is private, one init-only.</summary>
public abstract class Entry
{
    [Index] public string? Author { get; private set; }

    public DateTimeOffset At { get; init; } = DateTimeOffset.UnixEpoch;

    public void WrittenBy(string author) => Author = author;
}

/// <summary>A key of two parts, a version, hooks, native structures and a reference to another store.</summary>
[RomModel]
public partial class Line : Entry
{
    [PrimaryKey] public required string Order { get; init; }

    [PrimaryKey] public int Number { get; init; }

    [Version] public long Version { get; private set; }

    [Index] public ForeignRef<Product>? Product { get; set; }

    public int Count { get; set; }

    [Native] public partial RedisList<string> Log { get; }

    [Native] public partial RedisCounter Seen { get; }

    [NotStored] public string Hooks { get; private set; } = "";

    partial void BeforeInsert() => Hooks += "i";

    partial void AfterUpdate() => Hooks += "u";

    partial void AfterDelete() => Hooks += "d";
}

/// <summary>An object of another store.</summary>
public sealed class Product(string name) : IForeignEntity<Product>
{
    public string ForeignKey => name;

    public static Task<Product?> LoadAsync(string key, CancellationToken cancellationToken) => Task.FromResult<Product?>(new Product(key));
}
