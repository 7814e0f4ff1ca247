using AotSample.Models;
using Rom;

namespace AotSample;

/// <summary>Units of work: one object for each row, all or nothing, every conflict named.</summary>
internal static class SessionChecks
{
    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Sessions");
        RomDatabase db = store.Db;
        await using RomSession session = db.OpenSession();
        Account one = new() { Email = "one@host.com", Age = 51 }, two = new() { Email = "two@host.com", Age = 52 };
        session.Add(one);
        session.Add(two);
        long before = db.RoundTrips;
        checks.Equal("a unit of two", await session.CommitAsync(), 2);
        checks.Equal("one round trip", db.RoundTrips - before, 1);
        checks.True("the same object", ReferenceEquals(one, await Account.GetAsync(session, one.Id)));
        checks.True("another without tracking", !ReferenceEquals(one, (await Account.Query(session).AsNoTracking().Where(a => a.Age == 51).ToListAsync()).Single()));

        (one.Email, two.Email) = (two.Email, one.Email);
        checks.Equal("two uniques swapped", await session.CommitAsync(), 2);
        await ConflictAsync(store, session, one, checks);

        session.Remove(one);
        session.Forget(two);
        checks.Equal("a removal", await session.CommitAsync(new SplitOptions { RowsPerCommit = 10 }), 1);
        checks.Equal("it is gone", await Account.GetAsync(session, one.Id), null);
        session.Add(new Account { Email = "never@host.com" });
        session.RollBack();
        checks.Equal("a roll-back", await session.CommitAsync(), 0);
        await two.DeleteAsync(db);
    }

    private static async Task ConflictAsync(Store store, RomSession session, Account account, Checks checks)
    {
        Account other = (await Account.GetAsync(store.Other, account.Id))!;
        other.Age = 50;
        await other.SaveAsync(store.Other);
        account.Age = 60;
        await checks.ThrowsAsync<DataRaceException>("a race", () => session.CommitAsync(), error =>
            checks.True("it names the entity", ReferenceEquals(error.Entity, account) && error.Conflicts.Count == 1));
        await session.RefreshAsync(account);
        checks.Equal("refreshed", account.Age, 50);
        await session.RefreshAllAsync();
    }
}
