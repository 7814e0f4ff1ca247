using Rom.Benchmarks.HandWritten;
using Rom.Benchmarks.Models;

namespace Rom.Benchmarks.Macro;

/// <summary>The hand-written side.</summary>
internal sealed class HandStore(HandAccounts accounts) : IAccountStore
{
    private HandAccount[] _new = [];
    private HandAccount[] _loaded = [];

    public void Create(AccountData[] accounts) => _new = Array.ConvertAll(accounts, data => new HandAccount
    {
        Email = data.Email, Balance = data.Balance, Bio = data.Bio, Name = data.Name, Status = data.Status,
    });

    public async Task LoadAsync(int count)
    {
        HandAccount?[] loaded = await Task.WhenAll(Enumerable.Range(1, count).Select(id => accounts.GetAsync(id))).ConfigureAwait(false);
        _loaded = [.. loaded.OfType<HandAccount>()];
    }

    public Task SaveNew(int number) => accounts.InsertAsync(_new[number]);

    public Task SaveChanged(int number) => accounts.SetBalanceAsync(_loaded[number], _loaded[number].Balance + 0.01m);

    public Task Get(int number) => accounts.GetAsync(number % AccountData.Rows + 1);

    public Task GetByUnique(int number) => accounts.GetByEmailAsync(_loaded[number % _loaded.Length].Email);

    public Task Range(int number) => accounts.FromBalanceAsync(AccountData.BalanceOf(number % (AccountData.Rows / 2)), 10);

    public Task Words(int number) => accounts.WithWordsAsync(AccountData.WordsOf(number));

    public Task Prefix(int number) => accounts.NamedAsync(AccountData.NamePrefixOf(number));

    public Task Delete(int number) => accounts.DeleteAsync(_new[number]);

    public AccountData[] Result(Task read) => read switch
    {
        Task<HandAccount?> one => one.Result is { } account ? [Data(account)] : [],
        Task<List<HandAccount>> many => [.. many.Result.Select(Data)],
        _ => throw new ArgumentException("This is no read.", nameof(read)),
    };

    private static AccountData Data(HandAccount account) => new(account.Email, account.Balance, account.Bio, account.Name, account.Status);
}
