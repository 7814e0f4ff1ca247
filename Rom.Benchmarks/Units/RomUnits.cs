using Rom.Benchmarks.Models;

namespace Rom.Benchmarks.Units;

/// <summary>Rom: one unit of work.</summary>
internal class RomUnits(RomDatabase database) : IUnitSide
{
    private Account[] _accounts = [];

    protected RomDatabase Database { get; } = database;

    public virtual string Name => "Rom, one unit";

    public void Create(AccountData[] accounts) => _accounts = Array.ConvertAll(accounts, data => new Account
    {
        Email = data.Email, Balance = data.Balance, Bio = data.Bio, Name = data.Name, Status = data.Status,
    });

    public Task InsertAsync(int from, int count) => WriteAsync(new ArraySegment<Account>(_accounts, from, count));

    public Task ChangeAsync(int from, int count)
    {
        ArraySegment<Account> accounts = new(_accounts, from, count);
        foreach (Account account in accounts) account.Balance += 0.01m;
        return WriteAsync(accounts);
    }

    protected virtual async Task WriteAsync(ArraySegment<Account> accounts)
    {
        RomSession session = Database.OpenSession();
        await using (session.ConfigureAwait(false))
        {
            foreach (Account account in accounts) session.Add(account);
            await session.CommitAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>Rom: one bulk call.</summary>
internal sealed class RomBulk(RomDatabase database) : RomUnits(database)
{
    public override string Name => "Rom, SaveAllAsync";

    protected override Task WriteAsync(ArraySegment<Account> accounts) => Database.SaveAllAsync(accounts);
}

/// <summary>Rom: single saves, sent without waiting for each.</summary>
internal sealed class RomPipelined(RomDatabase database) : RomUnits(database)
{
    public override string Name => "Rom, single saves at once";

    protected override Task WriteAsync(ArraySegment<Account> accounts) => Task.WhenAll(accounts.Select(account => account.SaveAsync(Database)));
}

/// <summary>Rom: single saves, one after the other.</summary>
internal sealed class RomSingles(RomDatabase database) : RomUnits(database)
{
    public override string Name => "Rom, single saves";

    protected override async Task WriteAsync(ArraySegment<Account> accounts)
    {
        foreach (Account account in accounts) await account.SaveAsync(Database).ConfigureAwait(false);
    }
}
