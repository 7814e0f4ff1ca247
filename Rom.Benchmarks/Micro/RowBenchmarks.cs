using BenchmarkDotNet.Attributes;
using Rom.Benchmarks.Models;
using Rom.Storage;

namespace Rom.Benchmarks.Micro;

/// <summary>From an entity to the plan that is sent, and from a row to an entity, without a server.</summary>
[MemoryDiagnoser]
public class RowBenchmarks
{
    private static readonly PlanEngine Engine = new();
    private static readonly RomDatabase Database = new(Engine, new RomOptions());
    private static readonly CommitResult Assigned = new() { Status = CommitStatus.Done, AssignedKeys = ["7"u8.ToArray()] };

    private readonly AccountData _data = AccountData.Of(7);
    private readonly Account _loaded;

    public RowBenchmarks()
    {
        Engine.Row =
        [
            "7"u8.ToArray(), "user7@example.com"u8.ToArray(), "75944.21"u8.ToArray(), "Topic7 mood0 area7, likes7 and7."u8.ToArray(),
            "Name 0000007"u8.ToArray(), "1"u8.ToArray(),
        ];
        _loaded = Account.GetAsync(Database, 7).Result!;
    }

    [Benchmark]
    public Task<Account?> Load() => Account.GetAsync(Database, _loaded.Id);

    [Benchmark]
    public Task<int> SaveUnchanged() => _loaded.SaveAsync(Database);

    [Benchmark]
    public Task<int> SaveOneColumn()
    {
        Engine.Answer = CommitResult.Done;
        _loaded.Balance += 0.01m;
        return _loaded.SaveAsync(Database);
    }

    [Benchmark]
    public Task<int> SaveNew()
    {
        Engine.Answer = Assigned;
        return new Account { Email = _data.Email, Balance = _data.Balance, Bio = _data.Bio, Name = _data.Name, Status = _data.Status }.SaveAsync(Database);
    }
}
