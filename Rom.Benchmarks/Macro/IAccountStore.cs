using Rom.Benchmarks.Models;

namespace Rom.Benchmarks.Macro;

/// <summary>One side of the comparison. Each operation is one call of its side's own code; the number says which account.</summary>
internal interface IAccountStore
{
    /// <summary>Makes the new entities that <see cref="SaveNew"/> stores and <see cref="Delete"/> deletes.</summary>
    void Create(AccountData[] accounts);

    /// <summary>Loads the entities that <see cref="SaveChanged"/> changes.</summary>
    Task LoadAsync(int count);

    Task SaveNew(int number);

    Task SaveChanged(int number);

    Task Get(int number);

    Task GetByUnique(int number);

    Task Range(int number);

    Task Words(int number);

    Task Prefix(int number);

    Task Delete(int number);

    /// <summary>What a completed read has returned.</summary>
    AccountData[] Result(Task read);
}
