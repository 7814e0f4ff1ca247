using System.Diagnostics;
using AotSample.Models;
using Rom;

namespace AotSample;

/// <summary>The connection is dropped once; a program that handles the two errors which that may cause loses nothing.</summary>
internal static class LossChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("A dropped connection");
        Account account = (await Account.GetByEmailAsync(store.Db, "p5@host.com"))!;
        string[] dropped = await store.ConnectionsAsync();
        await store.KillAsync(dropped);

        Stopwatch waited = Stopwatch.StartNew();
        int failures = 0;
        account.Points = 555;
        while (true)
        {
            try
            {
                await account.SaveAsync(store.Db);
                break;
            }
            catch (CommitOutcomeUnknownException) when (waited.Elapsed < Patience)
            {
                failures++;
                await ReadAsync(async () =>
                {
                    await account.RefreshAsync(store.Db);
                    return account;
                }, waited);
                account.Points = 555; // nothing to save when it had been committed
            }
            catch (StoreException) when (waited.Elapsed < Patience)
            {
                failures++; // nothing was written
                await Task.Delay(50);
            }
        }

        Console.WriteLine($"         {failures} failed calls, {waited.ElapsedMilliseconds} ms until the save was through");
        string[] connections = await store.ConnectionsAsync();
        checks.True("the server dropped it, and there is another", dropped.Length > 0 && connections.Length > 0 && !connections.Intersect(dropped).Any());
        checks.Equal("the save was kept", (await Account.GetByEmailAsync(store.Other, "p5@host.com"))?.Points, 555);
        checks.Equal("queries go on", await ReadAsync(() => Account.Query(store.Db).Where(a => a.Points == 555 && a.Age == 5).CountAsync(), waited), 1);
        checks.Equal("and see the old entry no more", await ReadAsync(() => Account.Query(store.Db).Where(a => a.Points == 500).CountAsync(), waited), 0);
    }

    /// <summary>A client that has just connected again may still refuse a call, so reads are patient too.</summary>
    private static async Task<T> ReadAsync<T>(Func<Task<T>> read, Stopwatch waited)
    {
        while (true)
        {
            try
            {
                return await read();
            }
            catch (StoreException) when (waited.Elapsed < Patience)
            {
                await Task.Delay(50);
            }
        }
    }
}
