using AotSample.Models;

namespace AotSample;

/// <summary>Each kind of key: who assigns it, and that the entity is found by it.</summary>
internal static class KeyChecks
{
    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Keys");
        var (db, other) = (store.Db, store.Other);

        Page start = new() { Slug = "start", Alias = "home", Views = 3 };
        checks.Equal("a text key: columns written", await start.SaveAsync(db), 3);
        checks.Equal("found by it", (await Page.GetAsync(other, "start"))?.Views, 3);
        checks.Equal("found by a unique", (await Page.GetByAliasAsync(other, "home"))?.Slug, "start");
        checks.Equal("not found", await Page.GetAsync(db, "stop"), null);
        checks.Equal("a query by the key", await Page.Query(db).Where(p => p.Slug == "start" && p.Alias == "home").CountAsync(), 1);

        Device lamp = new() { Room = "attic" };
        await lamp.SaveAsync(db);
        checks.True("a Guid key is assigned", lamp.Id != Guid.Empty);
        checks.Equal("found by it", (await Device.GetAsync(other, lamp.Id))?.Room, "attic");
        checks.Same("a query by the key", (await Device.Query(db).Where(d => d.Id.In(lamp.Id, Guid.NewGuid())).ToListAsync()).Select(d => d.Id), lamp.Id);

        Ticket low = new() { Priority = 1 }, high = new() { Id = 7, Priority = 9 }, next = new() { Priority = 5 };
        await low.SaveAsync(db);
        await high.SaveAsync(db);
        await next.SaveAsync(db);
        checks.Same("int keys, one of them the caller's", [low.Id, high.Id, next.Id], 1, 7, 8);
        checks.Same("found in the order of the keys", (await Ticket.GetAsync(other, [8, 99, 1])).Select(t => t.Priority), 5, 1);

        Note note = new() { Text = "generated key" };
        await note.SaveAsync(db);
        checks.Equal("a generated long key", (await Note.GetAsync(other, note.Id))?.Text, "generated key");

        Shop.Order order = new() { Total = 12.50m };
        await order.SaveAsync(db);
        checks.Equal("a record in another type", await Shop.Order.GetAsync(other, order.Id), order);
    }
}
