using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

public sealed class ForeignRefTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Delivery, long, Delivery.Columns>()];

    [Test]
    public async Task A_reference_is_stored_by_its_key_and_loads_its_object_once()
    {
        Supplier tea = new("tea:\0é");
        Supplier.Store[tea.ForeignKey] = tea;
        Delivery saved = new() { First = ForeignRef<Supplier>.To("nobody"), Supplier = tea };
        await saved.SaveAsync(Db);
        Assert.That(saved.Supplier!.Value, Is.SameAs(tea));

        Delivery loaded = (await Delivery.GetAsync(Other, saved.Id))!;
        Supplier.Asked.Clear();
        Assert.That((loaded.Supplier!.Key, loaded.Supplier.Value, loaded.Only), Is.EqualTo((tea.ForeignKey, (Supplier?)null, (ForeignRef<Supplier>?)null)));
        Assert.That(await loaded.Supplier.LoadAsync(), Is.SameAs(tea));
        Assert.That(await loaded.Supplier.LoadAsync(), Is.SameAs(loaded.Supplier.Value));
        Assert.That(Supplier.Asked, Is.EqualTo(new[] { tea.ForeignKey }), "once");
        Assert.That(await loaded.First.LoadAsync(), Is.Null, "its store has none");
        Assert.ThrowsAsync<OperationCanceledException>(() => loaded.First.LoadAsync(new CancellationToken(canceled: true)));
        Assert.That(await loaded.SaveAsync(Db), Is.Zero, "loading changes nothing");
    }

    [Test]
    public async Task References_are_compared_indexed_and_unique_by_key()
    {
        ForeignRef<Supplier> a = ForeignRef<Supplier>.To("a"), b = new Supplier("b")!;
        Assert.That(a == new Supplier("a") && a != b && a.Equals(ForeignRef<Supplier>.To("a")) && a.GetHashCode() == ForeignRef<Supplier>.To("a").GetHashCode());
        await new Delivery { First = a, Supplier = a, Only = a }.SaveAsync(Db);
        await new Delivery { First = a, Supplier = b }.SaveAsync(Db);
        await new Delivery { First = b }.SaveAsync(Db);

        Assert.That(await Delivery.Query(Db).Where(d => d.Supplier == a).CountAsync(), Is.EqualTo(1));
        Assert.That(await Delivery.Query(Db).Where(d => d.Supplier.In(a, b)).CountAsync(), Is.EqualTo(2));
        Assert.That(await Delivery.Query(Db).Where(d => d.Supplier == null).CountAsync(), Is.EqualTo(1));
        Assert.That((await Delivery.GetByOnlyAsync(Other, a))!.First, Is.EqualTo(a));
        Assert.ThrowsAsync<UniqueViolationException>(() => new Delivery { First = b, Only = a }.SaveAsync(Db));
        Assert.ThrowsAsync<InvalidValueException>(() => new Delivery { First = ForeignRef<Supplier>.To("\ud800") }.SaveAsync(Db));
    }
}
