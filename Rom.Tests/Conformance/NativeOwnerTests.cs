using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Native structures of records, of models inside other classes, and of owners with keys of several parts and Guid keys.</summary>
public sealed class NativeOwnerTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
    [
        Metadata<Depot.Shelf, (string, int), Depot.Shelf.Columns>(), Metadata<Depot.Item, long, Depot.Item.Columns>(), Metadata<Parcel, Guid, Parcel.Columns>(),
    ];

    [Test]
    public async Task A_record_with_a_Guid_key()
    {
        Parcel parcel = new() { Name = "a" };
        await parcel.SaveAsync(Db);
        await parcel.Stops.AddRangeAsync(Db, [DateOnly.MinValue, DateOnly.MaxValue]);
        await parcel.Scans.IncrementAsync(Db, 5);
        Parcel loaded = (await Parcel.GetAsync(Other, parcel.Id))!, copy = loaded with { Name = "b" };
        Assert.That(loaded, Is.EqualTo(parcel), "a structure is no part of the record's value");
        Assert.That(await loaded.Stops.RangeAsync(Other), Is.EqualTo(new[] { DateOnly.MinValue, DateOnly.MaxValue }));
        Assert.That(await copy.Scans.ValueAsync(Other), Is.EqualTo(5), "a copy with the key has the row's structures");
        Assert.That(loaded.ToDictionary().Keys, Is.EqualTo(new[] { "Id", "Name" }));
        Parcel next = loaded.Copy();
        await next.SaveAsync(Db);
        Assert.That((await next.Stops.CountAsync(Db), await next.Scans.ValueAsync(Db)), Is.EqualTo((0L, 0L)), "a new row has new ones");
        await copy.DeleteAsync(Db);
        Assert.ThrowsAsync<EntityDeletedException>(() => parcel.Stops.CountAsync(Db));
    }

    [Test]
    public async Task An_owner_inside_another_class_with_a_key_of_several_parts()
    {
        Depot.Item item = new();
        await item.SaveAsync(Db);
        Depot.Shelf one = new() { Hall = "a:b", Number = 1 }, other = new() { Hall = "a", Number = 1 };
        foreach (Depot.Shelf shelf in new[] { one, other })
        {
            await shelf.SaveAsync(Db);
            await shelf.Items.AddRangeAsync(Db, [item, Ref<Depot.Item>.To(99)]);
            await shelf.Links.SetAsync(Db, "ä:\0", new Uri("/x", UriKind.Relative));
            await shelf.Levels.IncrementAsync(Db, Tiny.High, 1.5);
        }

        await one.Links.SetAsync(Db, "", new Uri("https://a"));
        Depot.Shelf loaded = (await Depot.Shelf.GetAsync(Other, "a:b", 1))!;
        Assert.That((await loaded.Items.ToListAsync(Other)).Select(reference => reference.Key.ToInt64()).Order(), Is.EqualTo(new[] { 1, 99 }));
        Assert.That(await loaded.Items.ContainsAsync(Other, item));
        Assert.That(await loaded.Links.ToDictionaryAsync(Other), Has.Count.EqualTo(2));
        Assert.That(await loaded.Levels.RangeAsync(Other), Is.EqualTo(new[] { (Tiny.High, 1.5) }));
        Assert.That(await other.Links.CountAsync(Other), Is.EqualTo(1));
        Assert.ThrowsAsync<InvalidValueException>(() => loaded.Items.AddAsync(Db, new Depot.Item()), "it has no key yet");
        await loaded.DeleteAsync(Db);
        EntityDeletedException gone = Assert.ThrowsAsync<EntityDeletedException>(() => one.Items.CountAsync(Db))!;
        Assert.That((gone.Model, gone.Key), Is.EqualTo(("Shelf", "a\\:b:1")));
        Assert.That((await other.Items.CountAsync(Db), await other.Levels.CountAsync(Db)), Is.EqualTo((2L, 1L)));
        await one.SaveAsync(Db, SaveMode.Force);
        Assert.That(await one.Items.CountAsync(Db), Is.Zero);
    }
}
