using Rom.Benchmarks.Models;

namespace Rom.Benchmarks.Macro;

/// <summary>Rom's side.</summary>
internal sealed class RomStore(RomDatabase database) : IAccountStore
{
    private Account[] _new = [];
    private Account[] _loaded = [];

    public void Create(AccountData[] accounts) => _new = Array.ConvertAll(accounts, data => new Account
    {
        Email = data.Email, Balance = data.Balance, Bio = data.Bio, Name = data.Name, Status = data.Status,
    });

    public async Task LoadAsync(int count) =>
        _loaded = [.. await Account.GetAsync(database, Enumerable.Range(1, count).Select(id => (long)id)).ConfigureAwait(false)];

    public Task SaveNew(int number) => _new[number].SaveAsync(database);

    public Task SaveChanged(int number)
    {
        Account account = _loaded[number];
        account.Balance += 0.01m;
        return account.SaveAsync(database);
    }

    public Task Get(int number) => Account.GetAsync(database, number % AccountData.Rows + 1);

    public Task GetByUnique(int number) => Account.GetByEmailAsync(database, _loaded[number % _loaded.Length].Email);

    public Task Range(int number)
    {
        decimal low = AccountData.BalanceOf(number % (AccountData.Rows / 2));
        return Account.Query(database).Where(account => account.Balance >= low).Take(10).ToListAsync();
    }

    public Task Words(int number)
    {
        string words = AccountData.WordsOf(number);
        return Account.Query(database).Where(account => account.Bio.Contains(words)).ToListAsync();
    }

    public Task Prefix(int number)
    {
        string prefix = AccountData.NamePrefixOf(number);
        return Account.Query(database).Where(account => account.Name.StartsWith(prefix)).ToListAsync();
    }

    public Task Delete(int number) => _new[number].DeleteAsync(database);

    public AccountData[] Result(Task read) => read switch
    {
        Task<Account?> one => one.Result is { } account ? [Data(account)] : [],
        Task<List<Account>> many => [.. many.Result.Select(Data)],
        _ => throw new ArgumentException("This is no read.", nameof(read)),
    };

    private static AccountData Data(Account account) => new(account.Email, account.Balance, account.Bio, account.Name, account.Status);
}
