using AotSample.Models;
using Rom;

namespace AotSample;

/// <summary>Base classes, keys of several parts, versions, hooks, native structures and foreign references.</summary>
internal static class ShapeChecks
{
    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Shapes of models");
        var (db, other) = (store.Db, store.Other);

        Line line = new() { Order = "a:b", Number = 7, Count = 2, Product = new Product("tea"), At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) };
        line.WrittenBy("ada");
        await line.SaveAsync(db);
        Line loaded = (await Line.GetAsync(other, "a:b", 7))!;
        checks.Equal("a key of two parts", (loaded.Order, loaded.Number, loaded.Count), ("a:b", 7, 2));
        checks.Equal("inherited columns with setters out of reach", (loaded.Author, loaded.At), (line.Author, line.At));
        checks.Equal("several keys", (await Line.GetAsync(other, [("a", 7), ("a:b", 7)])).Count, 1);

        line.Count = 3;
        await line.SaveAsync(db);
        checks.Equal("the version of each save", (loaded.Version, line.Version), (1L, 2L));
        loaded.WrittenBy("bob");
        await checks.ThrowsAsync<DataRaceException>("a save of an older version", () => loaded.SaveAsync(db));

        checks.Equal("a foreign reference", await Line.Query(db).Where(l => l.Product == ForeignRef<Product>.To("tea") && l.Author == "ada").CountAsync(), 1);
        checks.Equal("its object", (await loaded.Product!.LoadAsync())?.ForeignKey, "tea");

        await line.Log.AddRangeAsync(db, ["one", "two"]);
        checks.Same("a native list", await loaded.Log.RangeAsync(other), "one", "two");
        checks.Equal("a native counter", await line.Seen.IncrementAsync(db, 5), 5);
        await line.DeleteAsync(db);
        await checks.ThrowsAsync<EntityDeletedException>("a native list of a deleted entity", () => loaded.Log.CountAsync(other));
        checks.Equal("hooks", line.Hooks, "iud");
    }
}
