using AotSample.Models;
using Rom;

namespace AotSample;

/// <summary>Saves in every mode, refresh, copy, delete, and a row with a value of every type.</summary>
internal static class SaveChecks
{
    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Saves");
        var (db, other) = (store.Db, store.Other);

        Account ada = Ada();
        checks.Equal("an insert writes every column that has a value, and the key", await ada.SaveAsync(db), 18);
        Account found = (await Account.GetAsync(other, ada.Id))!;
        checks.Same("every value is read back", Values(found), [.. Values(ada)]);
        checks.Equal("not stored", found.IsSelected, false);

        ada.Bio = "Writes programs";
        long before = db.RoundTrips;
        checks.Equal("a changed column", await ada.SaveAsync(db), 1);
        checks.Equal("nothing changed", await ada.SaveAsync(db, SaveMode.Changed), 0);
        checks.Equal("one round trip for both", db.RoundTrips - before, 1);

        await found.RefreshAsync(other);
        checks.Equal("refreshed", found.Bio, "Writes programs");
        found.City = "London";
        await found.SaveAsync(other, SaveMode.Full);
        ada.Points = 6;
        checks.Equal("another column of a row that someone else changed", await ada.SaveAsync(db), 1);
        await ada.RefreshAsync(db);
        checks.Equal("both are kept", (ada.City, ada.Points), ("London", 6L));

        found.Points = 7;
        await found.SaveAsync(other, SaveMode.Replace);
        ada.Points = 8;
        await ada.SaveAsync(db, SaveMode.Upsert);
        checks.Equal("replaced, then upserted", (await Account.GetByEmailAsync(other, ada.Email))?.Points, 8);
        checks.Equal("by another unique", (await Account.GetByPassportAsync(other, 9_007_199_254_740_993))?.Id, ada.Id);

        Account copy = ada.Copy();
        copy.Email = "copy@host.com";
        copy.Passport = null;
        await copy.SaveAsync(db, SaveMode.Insert);
        checks.True("a copy has a key of its own", copy.Id > ada.Id);
        checks.Equal("as a dictionary", copy.ToDictionary()["Email"], "copy@host.com");

        checks.Equal("deleted", await copy.DeleteAsync(other), true);
        checks.Equal("deleted already", await copy.DeleteAsync(db), false);
        await copy.SaveAsync(db, SaveMode.Force);
        checks.Equal("forced back", (await Account.GetByEmailAsync(other, "copy@host.com"))?.Id, copy.Id);
        await copy.DeleteAsync(db);
        await ada.DeleteAsync(db);
        checks.Equal("none is left", await Account.Query(other).CountAsync(), 0);
    }

    private static Account Ada() => new()
    {
        Email = "ada@host.com", Tags = "math engine", Plan = Plan.Paid, Former = Plan.Trial, Age = 36, Points = long.MinValue, Balance = 79228162514264337593543950335m,
        Score = 0.1, SeenAt = new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(5)), Born = new DateTime(1815, 12, 10, 0, 0, 0, DateTimeKind.Utc),
        City = "Λονδίνο 🎩", Verified = true, Token = Guid.Parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"), Passport = 9_007_199_254_740_993, Nick = null, Note = "",
        Bio = "Computes", IsSelected = true,
    };

    private static IEnumerable<object?> Values(Account account) => account.ToDictionary().Select(pair => (object?)$"{pair.Key}={pair.Value}");
}
