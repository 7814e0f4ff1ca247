using Rom.Benchmarks.HandWritten;
using Rom.Benchmarks.Models;
using StackExchange.Redis;

namespace Rom.Benchmarks.Units;

/// <summary>By hand: one script for all accounts.</summary>
internal class HandBatch(IDatabase database, string prefix) : IUnitSide
{
    private readonly HandUnits _units = new(database, prefix);
    private HandAccount[] _accounts = [];

    public virtual string Name => "by hand, one script";

    public void Create(AccountData[] accounts) => _accounts = Array.ConvertAll(accounts, data => new HandAccount
    {
        Email = data.Email, Balance = data.Balance, Bio = data.Bio, Name = data.Name, Status = data.Status,
    });

    public Task InsertAsync(int from, int count) => InsertAsync(new ArraySegment<HandAccount>(_accounts, from, count));

    public Task ChangeAsync(int from, int count) => ChangeAsync(new ArraySegment<HandAccount>(_accounts, from, count));

    protected virtual Task InsertAsync(ArraySegment<HandAccount> accounts) => _units.InsertAsync(accounts);

    protected virtual Task ChangeAsync(ArraySegment<HandAccount> accounts) => _units.AddAsync(accounts, 0.01m);
}

/// <summary>By hand: a script for each account, sent without waiting for each; not atomic together.</summary>
internal sealed class HandPipelined(IDatabase database, string prefix) : HandBatch(database, prefix)
{
    private readonly HandAccounts _store = new(database, prefix);

    public override string Name => "by hand, scripts at once";

    protected override Task InsertAsync(ArraySegment<HandAccount> accounts) => Task.WhenAll(accounts.Select(_store.InsertAsync));

    protected override Task ChangeAsync(ArraySegment<HandAccount> accounts) =>
        Task.WhenAll(accounts.Select(account => _store.SetBalanceAsync(account, account.Balance + 0.01m)));
}
