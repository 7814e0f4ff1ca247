namespace Rom.Tests.TestModels;

/// <summary>Writes down which hooks ran, and does in them what a test asks for.</summary>
[RomModel]
public partial class Hooked
{
    public long Id { get; set; }

    [Index] public int Value { get; set; }

    [Unique] public string? Name { get; set; }

    [NotStored] public List<string> Calls { get; } = [];

    [NotStored] public Dictionary<string, Action<Hooked>> Actions { get; } = [];

    partial void BeforeInsert() => Run(nameof(BeforeInsert));

    partial void AfterInsert() => Run(nameof(AfterInsert));

    partial void BeforeUpdate() => Run(nameof(BeforeUpdate));

    partial void AfterUpdate() => Run(nameof(AfterUpdate));

    partial void BeforeDelete() => Run(nameof(BeforeDelete));

    partial void AfterDelete() => Run(nameof(AfterDelete));

    private void Run(string hook)
    {
        Calls.Add(hook);
        if (Actions.TryGetValue(hook, out Action<Hooked>? action)) action(this);
    }
}
