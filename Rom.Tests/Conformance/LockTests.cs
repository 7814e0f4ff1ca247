using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Advisory locks.</summary>
public sealed class LockTests(EngineKind kind) : RaceFixture(kind)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30), Short = TimeSpan.FromMilliseconds(150);

    [Test]
    public async Task One_holds_it_and_the_next_gets_a_higher_number()
    {
        Page page = new() { Slug = "a" };
        HeldLock first = await Db.LockAsync(page, Long, TimeSpan.Zero);
        LockNotAcquiredException error = Assert.ThrowsAsync<LockNotAcquiredException>(() => Other.LockAsync(page, Long, TimeSpan.Zero))!;
        Assert.That((error.Model, error.Key), Is.EqualTo(("Page", "a")));
        await using (await Other.LockAsync(new Page { Slug = "b" }, Long, TimeSpan.Zero)) Assert.That(first.Lost.IsCancellationRequested, Is.False);
        Task<HeldLock> waiting = Other.LockAsync(page, Long, Long);
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using HeldLock second = await waiting;
        Assert.That(second.FencingNumber, Is.GreaterThan(first.FencingNumber));
        Assert.That(() => Db.LockAsync(new Ticket(), Long, Long), Throws.InstanceOf<RomException>().With.Message.Contains("without a key"));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Db.LockAsync(page, TimeSpan.Zero, Long));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Db.LockAsync(new Page { Slug = "c" }, TimeSpan.MaxValue, Long));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Db.LockAsync(new Page { Slug = "c" }, Long, Timeout.InfiniteTimeSpan));
    }

    [Test]
    public async Task It_is_renewed_while_it_is_held()
    {
        if (Kind != EngineKind.Redis) Assert.Ignore("Memory tells no remaining time.");
        await using HeldLock held = await Db.LockAsync(new Page { Slug = "a" }, TimeSpan.FromSeconds(12), TimeSpan.Zero);
        TimeSpan? before, now = await Raw.KeyTimeToLiveAsync(Prefix + "{Page}:lock:a");
        do
        {
            before = now;
            await Task.Delay(10);
            now = await Raw.KeyTimeToLiveAsync(Prefix + "{Page}:lock:a");
        }
        while (now <= before);
        Assert.That(now, Is.Not.Null, "it had not ended");
        Assert.That(held.Lost.IsCancellationRequested, Is.False);
    }

    [Test]
    public async Task One_that_was_lost_says_so_and_leaves_its_successor_alone()
    {
        if (Kind != EngineKind.Redis) Assert.Ignore("Memory loses no lock.");
        Page page = new() { Slug = "a" };
        HeldLock held = await Db.LockAsync(page, Short, TimeSpan.Zero);
        await Raw.KeyDeleteAsync(Prefix + "{Page}:lock:a");
        await using HeldLock successor = await Other.LockAsync(page, Long, TimeSpan.Zero);
        TaskCompletionSource lost = new();
        using CancellationTokenRegistration registration = held.Lost.Register(lost.SetResult);
        await lost.Task.WaitAsync(Long);
        await held.DisposeAsync();
        Assert.ThrowsAsync<LockNotAcquiredException>(() => Db.LockAsync(page, Long, TimeSpan.Zero));
    }

    [Test]
    public async Task It_excludes()
    {
        Page page = new() { Slug = "a" };
        await page.SaveAsync(Db);
        RomException?[] errors = await Race.RunAsync(Clients, async runner =>
        {
            for (int i = 0; i < 3; i++)
            {
                await using HeldLock held = await Client(runner).LockAsync(page, Long, Long);
                Page read = (await Page.GetAsync(Client(runner), "a"))!;
                read.Views++;
                await read.SaveAsync(Client(runner));
            }
        });
        Assert.That(errors, Is.All.Null, "nobody met a race");
        Assert.That((await Page.GetAsync(Db, "a"))!.Views, Is.EqualTo(3 * Clients));
    }
}
