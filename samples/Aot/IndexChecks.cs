using AotSample.Models;
using Rom;

namespace AotSample;

/// <summary>Indexes that are more than one column as it is, what queries ask them, and their rebuilding.</summary>
internal static class IndexChecks
{
    private static readonly GeoPoint Harbour = new(9.99, 53.54);

    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Indexes");
        RomDatabase db = store.Db;
        Branch[] branches = [.. Enumerable.Range(0, 6).Select(Make)];
        foreach (Branch branch in branches) await branch.SaveAsync(db);
        Func<Func<Branch.Columns, Filter>, Task<string>> Find = async condition =>
            string.Concat((await Branch.Query(store.Other).Where(condition).OrderBy(s => s.Income).ToListAsync()).Select(s => s.Number));

        checks.Equal("IgnoreCase: ==", await Find(s => s.Name == "BRANCH 3 gmbh"), "3");
        checks.Equal("IgnoreCase: StartsWith", await Find(s => s.Name.StartsWith("bRanch 4")), "4");
        checks.Equal("Suffix: EndsWith", await Find(s => s.Name.EndsWith("AG")), "024");
        checks.Equal("Suffix: words", await Find(s => s.Motto.EndsWith("per")), "035");
        checks.Equal("words of a tokenizer", await Find(s => s.Motto.Contains("is cheaper")), "03");
        checks.Equal("ContainsAny", await Find(s => s.Motto.ContainsAny("cheaper fresher")), "0134");
        checks.Equal("words: Like", await Find(s => s.Motto.Like("fr*r")), "14");
        checks.Equal("texts: Like", await Find(s => s.Name.Like("branch ! ag", anchored: true)), "024");
        checks.Equal("elements: Contains", await Find(s => s.Tags.Contains("t2")), "12");
        checks.Equal("elements: ContainsAll", await Find(s => s.Tags.ContainsAll(["t2", "t3"])), "2");
        checks.Equal("elements: ContainsAny", await Find(s => s.Tags.ContainsAny(["t0", "t6"])), "05");
        checks.Equal("computed number", await Find(s => s.Margin >= 8), "45");
        checks.Equal("computed text", await Find(s => s.Initial == "T"), "01234");
        checks.Equal("Within", await Find(s => s.Place.Within(Harbour, 2.5, GeoUnit.Kilometers)), "012");
        checks.Equal("WithinBox", await Find(s => !s.Place.WithinBox(Harbour, 10, 5, GeoUnit.Kilometers)), "345");
        checks.Equal("column with column", await Find(s => s.Income < s.Cost), "");
        checks.Equal("a unique over several columns", (await Branch.GetByStreetAndNumberAsync(db, "Main", 4))?.Name, "Branch 4 AG");
        checks.Equal("a computed unique", (await Branch.GetBySlugAsync(db, "Title-2"))?.Number, 2);
        await checks.ThrowsAsync<UniqueViolationException>("a taken computed unique", () => Make(3).SaveAsync(db));

        await db.ReindexAsync<Branch>();
        checks.Equal("after ReindexAsync", await Find(s => s.Margin >= 8), "45");
        checks.Equal("VerifyAsync", (await db.VerifyAsync<Branch>()).ToString().Split(':')[^1].Split(',')[^1], " nothing found.");
        foreach (Branch branch in branches) await branch.DeleteAsync(db);
        checks.Equal("nothing is left", await Branch.Query(db).CountAsync(), 0);
    }

    private static Branch Make(int i) => new()
    {
        Name = $"Branch {i} {(i % 2 == 0 ? "AG" : "GmbH")}",
        Motto = (i % 3) switch { 0 => "It is cheaper", 1 => "It is fresher", _ => i == 5 ? "Paper" : null },
        Tags = [$"t{i}", $"t{i + 1}"],
        Place = new GeoPoint(Harbour.Longitude, Harbour.Latitude + i * 0.01),
        Street = "Main",
        Number = i,
        Income = i * 3,
        Cost = i,
        Title = i == 5 ? null : $"Title {i}",
    };
}
