namespace Rom.Tests.TestModels;

/// <summary>An object of a store that counts how often it is asked.</summary>
public sealed class Supplier(string key) : IForeignEntity<Supplier>
{
    public static Dictionary<string, Supplier> Store { get; } = [];

    public static List<string> Asked { get; } = [];

    public string ForeignKey => key;

    public static Task<Supplier?> LoadAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(key);
        return Task.FromResult(Store.GetValueOrDefault(key));
    }
}

[RomModel]
public partial class Delivery
{
    public long Id { get; private set; }

    [Index] public ForeignRef<Supplier>? Supplier { get; set; }

    [Unique] public ForeignRef<Supplier>? Only { get; set; }

    public required ForeignRef<Supplier> First { get; set; }
}
