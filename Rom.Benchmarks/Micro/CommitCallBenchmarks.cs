using BenchmarkDotNet.Attributes;
using Rom.Benchmarks.Models;
using Rom.CompilerServices;
using Rom.Storage;
using Rom.Storage.Redis;

namespace Rom.Benchmarks.Micro;

/// <summary>From a plan to the keys and arguments of <c>commit.lua</c>.</summary>
[MemoryDiagnoser]
public class CommitCallBenchmarks
{
    private readonly Func<ModelMetadata, KeySpace> _keySpaceOf;
    private readonly CommitPlan _insert, _update;

    public CommitCallBenchmarks()
    {
        KeySpace? keys = null;
        _keySpaceOf = model => keys ??= new KeySpace(model, "");
        PlanEngine engine = new() { Answer = new CommitResult { Status = CommitStatus.Done, AssignedKeys = ["7"u8.ToArray()] } };
        RomDatabase database = new(engine, new RomOptions());
        AccountData data = AccountData.Of(7);
        Account account = new() { Email = data.Email, Balance = data.Balance, Bio = data.Bio, Name = data.Name, Status = data.Status };
        account.SaveAsync(database).Wait();
        _insert = engine.LastCommit!;
        engine.Answer = CommitResult.Done;
        account.Balance += 0.01m;
        account.SaveAsync(database).Wait();
        _update = engine.LastCommit!;
    }

    [Benchmark]
    public object Insert() => new CommitCall(_insert, _keySpaceOf, withSchemas: false);

    [Benchmark]
    public object UpdateOneColumn() => new CommitCall(_update, _keySpaceOf, withSchemas: false);
}
