using BenchmarkDotNet.Attributes;
using Rom.Benchmarks.Models;
using Rom.Storage;
using Rom.Storage.Redis;

namespace Rom.Benchmarks.Micro;

/// <summary>From a plan to the keys and arguments of <c>commit.lua</c>.</summary>
[MemoryDiagnoser]
public class CommitCallBenchmarks
{
    private static readonly RedisEngine Redis = new(null!, new RomOptions());
    private readonly CommitPlan _insert, _update;

    public CommitCallBenchmarks()
    {
        PlanEngine engine = new() { Answer = new CommitResult { Status = CommitStatus.Done, AssignedKeys = ["7"u8.ToArray()] } };
        RomDatabase database = new(engine, new RomOptions());
        AccountData data = AccountData.Of(7);
        Account account = new() { Email = data.Email, Balance = data.Balance, Bio = data.Bio, Name = data.Name, Status = data.Status };
        account.SaveAsync(database).Wait();
        _insert = engine.LastCommit;
        Redis.KeySpaceOf(_insert.First.Model).IsSchemaStored = true;
        engine.Answer = CommitResult.Done;
        account.Balance += 0.01m;
        account.SaveAsync(database).Wait();
        _update = engine.LastCommit;
    }

    [Benchmark]
    public object Insert() => new CommitCall(Redis, _insert, withSchemas: false);

    [Benchmark]
    public object UpdateOneColumn() => new CommitCall(Redis, _update, withSchemas: false);
}
