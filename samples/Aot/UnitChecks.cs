using AotSample.Models;
using Rom;

namespace AotSample;

/// <summary>Transactions, calls for many entities, patches, transfers, references and locks.</summary>
internal static class UnitChecks
{
    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Transactions and patches");
        RomDatabase db = store.Db;
        Purse[] purses = [new() { Balance = 10 }, new() { Balance = 20 }, new() { Balance = 30 }];
        checks.Equal("SaveAllAsync", (await db.SaveAllAsync(purses)).Count, 3);
        long first = purses[0].Id;
        await db.TransactionAsync(async (tx, ct) =>
        {
            Purse one = (await Purse.GetAsync(tx, first, ct))!;
            if (await tx.CountVerifiedAsync(Purse.Query(tx).Where(p => p.Balance == 30), ct) == 1) one.Balance += 1;
        });
        checks.Equal("a transaction", (await Purse.GetAsync(store.Other, first))?.Balance, 11);

        await Purse.PatchAsync(db, first, p => p.Balance.Add(0.5m), p => p.Note.Set("a"));
        await Purse.PatchAsync(db, first, p => [p.Note.Append("b")]);
        checks.Equal("UpdateIfAsync", await Purse.UpdateIfAsync(db, first, p => p.Balance == 11.5m, p => p.Done.Set(false)), true);
        checks.Equal("UpdateIfAsync of another value", await Purse.UpdateIfAsync(db, first, p => p.Balance == 11, p => p.Note.Clear()), false);
        await purses[0].RefreshAsync(db);
        checks.Equal("patched", (purses[0].Balance, purses[0].Note), (11.5m, "ab"));

        checks.Equal("TransferAsync", await db.TransferAsync(purses[0], purses[1], p => p.Balance, 1.5m, purses[2], p => p.Done), TransferOutcome.Done);
        checks.Equal("a second time", await db.TransferAsync(purses[0], purses[1], p => p.Balance, 1.5m, purses[2], p => p.Done), TransferOutcome.AlreadyDone);
        checks.Equal("the index follows", await Purse.Query(store.Other).Where(p => p.Balance == 21.5m).CountAsync(), 1);

        await ReferenceAsync(store, checks);
        await using (HeldLock held = await db.LockAsync(purses[1], TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2)))
            checks.True("LockAsync", held.FencingNumber > 0);
        checks.Equal("DeleteAllAsync", (await db.DeleteAllAsync(purses)).Count, 3);
    }

    private static async Task ReferenceAsync(Store store, Checks checks)
    {
        await using RomSession session = store.Db.OpenSession();
        Purse heir = new() { Balance = 1 }, owner = new() { Balance = 2, Heir = heir };
        session.Add(heir);
        session.Add(owner);
        checks.Equal("a new row refers to another new one", await session.CommitAsync(), 2);
        Purse found = (await Purse.Query(store.Other).Where(p => p.Heir == heir).ToListAsync()).Single();
        checks.Equal("found by its reference", found.HeirKey, heir.Id);
        checks.Equal("LoadAsync", (await found.Heir!.LoadAsync(store.Other))?.Balance, 1);
        session.Remove(owner);
        session.Remove(heir);
        await session.CommitAsync();
    }
}
