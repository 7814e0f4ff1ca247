using BenchmarkDotNet.Attributes;
using Rom.Benchmarks.Models;
using Rom.Storage;
using Rom.Storage.Redis;

namespace Rom.Benchmarks.Micro;

/// <summary>From the plan of a search to the keys and arguments of its script, and the way there from a query.</summary>
[MemoryDiagnoser]
public class SearchCallBenchmarks
{
    private const int Budget = 100_000;

    private static readonly PlanEngine Engine = new();
    private static readonly RomDatabase Database = new(Engine, new RomOptions());

    private readonly decimal _low = AccountData.BalanceOf(7);
    private readonly KeySpace _keys;
    private readonly SearchPlan _page, _conditions;

    public SearchCallBenchmarks()
    {
        Plan().Wait();
        _page = Engine.LastSearch!;
        Account.Query(Database).Where(account => account.Bio.Contains("one two") && account.Status == AccountStatus.Active).Take(10).ToListAsync().Wait();
        _conditions = Engine.LastSearch!;
        _keys = new KeySpace(_page.Model, "");
    }

    [Benchmark]
    public Task<List<Account>> Plan() => Account.Query(Database).Where(account => account.Balance >= _low).Take(10).ToListAsync();

    [Benchmark]
    public object Page() => new PageCall(_page, _keys, _keys.Fields, Budget);

    [Benchmark]
    public object Conditions() => new SearchCall(_conditions, _keys, _keys.Fields, Budget, default);
}
