using Rom.Benchmarks.Models;

namespace Rom.Benchmarks.Units;

/// <summary>One way to write several accounts.</summary>
internal interface IUnitSide
{
    string Name { get; }

    /// <summary>Makes the objects, which is not measured.</summary>
    void Create(AccountData[] accounts);

    Task InsertAsync(int from, int count);

    Task ChangeAsync(int from, int count);
}
