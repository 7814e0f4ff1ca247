using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Scalars that a converter stores in another form: other formats of dates, timestamps, rounded decimals, bytes as text.</summary>
public sealed class ConverterTests(EngineKind kind) : ConformanceFixture(kind)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(2));

    protected override ModelMetadata[] VerifiedModels => [Metadata<Reading, long, Reading.Columns>()];

    [Test]
    public async Task A_scalar_in_another_form_comes_back_and_is_found_in_its_order()
    {
        await SaveAsync(
            new() { Price = 1, Day = new DateOnly(2026, 1, 31), At = Noon, Data = [0, 255] },
            new() { Price = 2, Day = new DateOnly(2025, 12, 1), At = Noon.AddMilliseconds(-1), Data = [] },
            new() { Price = 3 });
        Assert.That(await IdsAsync(r => r.Day > new DateOnly(2025, 12, 1)), Is.EqualTo(new[] { 1 }), "by the day, though the text begins with its number");
        Assert.That((await Reading.Query(Db).OrderBy(r => r.Day).ToListAsync()).Select(r => r.Id), Is.EqualTo(new[] { 3, 2, 1 }));
        Assert.That(await IdsAsync(r => r.At < Noon), Is.EqualTo(new[] { 2 }));
        Assert.That((await Reading.GetByDataAsync(Other, [0, 255]))!.Data, Is.EqualTo(new byte[] { 0, 255 }));
        Assert.That((await Reading.GetByDataAsync(Other, []))!.Id, Is.EqualTo(2));
        Assert.ThrowsAsync<UniqueViolationException>(() => SaveAsync(new Reading { Price = 1, Data = [0, 255] }));
        if (Kind == EngineKind.Redis)
        {
            StackExchange.Redis.RedisValue[] stored = await Raw.HashGetAsync($"{Prefix}{{Reading}}:row:1", ["Day", "At", "Price", "Data"]);
            Assert.That(stored.Select(text => (string?)text), Is.EqualTo(new[] { "739646 31.01.2026", "1795255200000 1795255200000", "1 1.00", "AP8=" }));
        }
    }

    [Test]
    public async Task A_form_that_keeps_less_than_the_value_changes_nothing_until_it_is_loaded()
    {
        Reading reading = new() { Price = 2.345m, At = Noon.AddTicks(7) };
        await SaveAsync(reading, new() { Price = 2.355m }, new() { Price = -2.345m }, new() { Price = 0 });
        Assert.That(await reading.SaveAsync(Db), Is.Zero, "what would be stored is stored");
        Reading loaded = (await Reading.GetAsync(Other, reading.Id))!;
        Assert.That((loaded.Price, loaded.At, loaded.At!.Value.Offset), Is.EqualTo((2.34m, Noon, TimeSpan.Zero)));
        Assert.That((await Reading.Query(Db).OrderBy(r => r.Price).ToListAsync()).Select(r => r.Price), Is.EqualTo(new[] { -2.34m, 0, 2.34m, 2.36m }));
        Assert.That(await IdsAsync(r => r.Price == 2.341m), Is.EqualTo(new[] { 1 }), "a query's value goes through the converter too");
        Assert.That(await IdsAsync(r => r.Price == 0.000m || r.Price.In(2.340m, 2.36m)), Is.EqualTo(new[] { 1, 2, 4 }), "numbers of another scale are no other numbers");
        await loaded.RefreshAsync(Db);
        loaded.Price = 2.340m;
        Assert.That(await loaded.SaveAsync(Db), Is.Zero, "one text is one value");
    }

    [Test]
    public async Task An_initializer_that_gives_another_value_each_time_is_for_new_entities()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        await SaveAsync(new Reading { Price = 1 }, new Reading { Price = 2, MadeAt = null });
        Reading loaded = (await Reading.GetAsync(Other, 1))!;
        Assert.That(loaded.MadeAt, Is.InRange(before, DateTimeOffset.UtcNow));
        Assert.That(await IdsAsync(r => r.MadeAt.Between(before, DateTimeOffset.UtcNow)), Is.EqualTo(new[] { 1 }));
        Assert.That(await IdsAsync(r => r.MadeAt < before), Is.Empty);
        Assert.That((await Reading.GetAsync(Other, 2))!.MadeAt, Is.Null);
    }

    private async Task SaveAsync(params Reading[] readings)
    {
        foreach (Reading reading in readings) await reading.SaveAsync(Db);
    }

    private async Task<IEnumerable<long>> IdsAsync(Func<Reading.Columns, Filter> filter) => (await Reading.Query(Db).Where(filter).ToListAsync()).Select(r => r.Id).Order();
}
