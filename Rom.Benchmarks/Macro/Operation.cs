namespace Rom.Benchmarks.Macro;

/// <summary>One kind of call that both sides make.</summary>
/// <param name="Name">How tables name it.</param>
/// <param name="Call">Makes the call.</param>
/// <param name="Command">The command of the server whose time is the call's.</param>
/// <param name="Reads">Whether the answers of both sides can be compared.</param>
internal sealed record Operation(string Name, Func<IAccountStore, int, Task> Call, string Command = "evalsha", bool Reads = false)
{
    public static readonly Operation SaveNew = new("save, new", (store, number) => store.SaveNew(number));

    public static readonly Operation Delete = new("delete", (store, number) => store.Delete(number));

    /// <summary>In the order of a round: what the first saves, the last deletes.</summary>
    public static readonly IReadOnlyList<Operation> All =
    [
        SaveNew,
        new("save, one column changed", (store, number) => store.SaveChanged(number)),
        new("get", (store, number) => store.Get(number), "hmget", Reads: true),
        new("get by unique", (store, number) => store.GetByUnique(number), Reads: true),
        new("range, 10 rows", (store, number) => store.Range(number), Reads: true),
        new("two words, 10 rows", (store, number) => store.Words(number), Reads: true),
        new("prefix, 10 rows", (store, number) => store.Prefix(number), Reads: true),
        Delete,
    ];

    /// <summary>Those whose name begins so, and what they need: the rows that a save adds, a delete removes.</summary>
    public static IEnumerable<Operation> Of(string name) =>
        All.Where(operation => operation == SaveNew || operation == Delete || operation.Name.StartsWith(name, StringComparison.Ordinal));
}
