using AotSample.Models;
using Rom;

namespace AotSample;

/// <summary>Every refusal that can be had without breaking the server, and what its exception tells.</summary>
internal static class ErrorChecks
{
    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Errors");
        await ConflictsAsync(store, checks);
        await ValuesAsync(store.Db, checks);

        await new OlderTwin { Size = 1 }.SaveAsync(store.Db);
        await checks.ThrowsAsync<SchemaException>("another program's indexes", () => new NewerTwin { Size = 2 }.SaveAsync(store.Db));
        await checks.ThrowsAsync<QueryException>("two orders", () => Account.Query(store.Db).OrderBy(a => a.Age).OrderBy(a => a.Email).ToListAsync());
        await checks.ThrowsAsync<StoreException>("no server", () => RomDatabase.ConnectAsync("127.0.0.1:1,connectTimeout=300,connectRetry=1"));
        await checks.ThrowsAsync<ArgumentException>("braces in a prefix", () => Task.FromResult(RomDatabase.InMemory(new RomOptions { KeyPrefix = "{a}" })));
    }

    private static async Task ConflictsAsync(Store store, Checks checks)
    {
        var (db, other) = (store.Db, store.Other);
        Account first = new() { Email = "first@host.com" };
        await first.SaveAsync(db);

        await checks.ThrowsAsync<UniqueViolationException>("a taken unique", () => new Account { Email = "first@host.com" }.SaveAsync(db), error =>
        {
            checks.Equal("its model and column", (error.Model, error.Column), ("A", "Email"));
            checks.Equal("its owner and value", (error.OwnerKey, error.Value), ($"{first.Id}", "first@host.com"));
        });

        Account same = (await Account.GetAsync(other, first.Id))!;
        same.Age = 40;
        await same.SaveAsync(other);
        first.Age = 50;
        await checks.ThrowsAsync<DataRaceException>("a column that someone else changed", () => first.SaveAsync(db), error =>
        {
            checks.Same("its columns", error.StoredValues.Select(pair => $"{pair.Key}={pair.Value}"), "Age=40");
            checks.Equal("its key", error.Key, $"{first.Id}");
        });

        await same.DeleteAsync(other);
        await checks.ThrowsAsync<EntityDeletedException>("a row that is gone", () => first.RefreshAsync(db));
        await checks.ThrowsAsync<EntityDeletedException>("a row that is gone, replaced", () => same.SaveAsync(other, SaveMode.Replace));
        await checks.ThrowsAsync<DuplicateKeyException>("a taken key", () => new Page { Slug = "start" }.SaveAsync(db, SaveMode.Insert), error =>
            checks.True("is a conflict and Rom's", error is ConflictException and RomException));
    }

    private static async Task ValuesAsync(RomDatabase db, Checks checks)
    {
        await checks.ThrowsAsync<InvalidValueException>("half a character", () => new Account { Email = "\ud83d" }.SaveAsync(db), error =>
            checks.Equal("its column", error.Column, "Email"));
        await checks.ThrowsAsync<InvalidValueException>("a local time", () =>
            new Account { Email = "local@host.com", Born = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Local) }.SaveAsync(db));
        await checks.ThrowsAsync<MissingValueException>("a required property that is null", () => new Account { Email = null! }.SaveAsync(db), error =>
            checks.Equal("its column", error.Column, "Email"));
    }
}
