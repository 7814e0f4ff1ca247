using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

public sealed class NativeTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Player, long, Player.Columns>()];

    [Test]
    public async Task A_list()
    {
        RedisList<string> log = (await SavedAsync()).Log;
        Assert.That(await log.AddAsync(Db, "b"), Is.EqualTo(1));
        Assert.That(await log.AddRangeAsync(Db, ["c", "", "c"]), Is.EqualTo(4));
        Assert.That(await log.AddFirstAsync(Db, "a"), Is.EqualTo(5));
        Assert.That(await log.RangeAsync(Db), Is.EqualTo(new[] { "a", "b", "c", "", "c" }));
        Assert.That(await log.RangeAsync(Db, 1, -3), Is.EqualTo(new[] { "b", "c" }));
        Assert.That(await log.RangeAsync(Db, -2, 99), Is.EqualTo(new[] { "", "c" }));
        Assert.That(await log.RangeAsync(Db, 4, 2), Is.Empty);
        Assert.That(await log.RemoveAsync(Db, "c"), Is.EqualTo(2));
        Assert.That(await log.TakeLastAsync(Db), Is.EqualTo(new[] { "" }));
        Assert.That(await log.TakeFirstAsync(Db, 9), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(await log.TakeFirstAsync(Db), Is.Empty);
        Assert.That(await log.AddRangeAsync(Db, Enumerable.Range(0, 9_000).Select(i => $"{i}")), Is.EqualTo(9_000));
        await log.TrimAsync(Db, -2, -1);
        Assert.That(await log.RangeAsync(Other), Is.EqualTo(new[] { "8998", "8999" }));
        await log.ClearAsync(Db);
        Assert.That(await log.CountAsync(Db), Is.Zero);
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => log.TakeLastAsync(Db, 0));
    }

    [Test]
    public async Task A_set()
    {
        RedisSet<Guid> friends = (await SavedAsync()).Friends;
        Guid a = Guid.NewGuid(), b = Guid.NewGuid();
        Assert.That(await friends.AddAsync(Db, a));
        Assert.That(await friends.AddAsync(Db, a), Is.False);
        Assert.That(await friends.AddRangeAsync(Db, [a, b, Guid.Empty]), Is.EqualTo(2));
        Assert.That(await friends.ToListAsync(Other), Is.EquivalentTo(new[] { a, b, Guid.Empty }));
        Assert.That((await friends.ContainsAsync(Db, b), await friends.ContainsAsync(Db, Guid.NewGuid())), Is.EqualTo((true, false)));
        Assert.That((await friends.RemoveAsync(Db, b), await friends.RemoveAsync(Db, b)), Is.EqualTo((true, false)));
        Assert.That(await friends.TakeAnyAsync(Db, 5), Is.EquivalentTo(new[] { a, Guid.Empty }));
        Assert.That(await friends.CountAsync(Db), Is.Zero);
        Assert.That(await friends.TakeAnyAsync(Db), Is.Empty);
        await friends.ClearAsync(Db);
    }

    [Test]
    public async Task A_sorted_set()
    {
        RedisSortedSet<int> scores = (await SavedAsync()).Scores;
        Assert.That(await scores.AddAsync(Db, 10, 1.5));
        Assert.That(await scores.AddAsync(Db, 10, 2.5), Is.False);
        await scores.AddAsync(Db, 9, 2.5);
        await scores.AddAsync(Db, -1, double.PositiveInfinity);
        Assert.That(await scores.IncrementAsync(Db, 7, -0.1), Is.EqualTo(-0.1));
        Assert.That(await scores.RangeAsync(Other), Is.EqualTo(new[] { (7, -0.1), (10, 2.5), (9, 2.5), (-1, double.PositiveInfinity) }), "ties by stored bytes");
        Assert.That(await scores.RangeAsync(Db, 0, 1, descending: true), Is.EqualTo(new[] { (-1, double.PositiveInfinity), (9, 2.5) }));
        Assert.That(await scores.RangeByScoreAsync(Db, 0, 2.5), Is.EqualTo(new[] { (10, 2.5), (9, 2.5) }));
        Assert.That((await scores.CountAsync(Db), await scores.CountAsync(Db, double.NegativeInfinity, 2.4)), Is.EqualTo((4L, 1L)));
        Assert.That((await scores.RankAsync(Db, 9), await scores.RankAsync(Db, 9, descending: true), await scores.RankAsync(Db, 99)), Is.EqualTo(((long?)2, (long?)1, (long?)null)));
        Assert.That((await scores.ScoreAsync(Db, 7), await scores.ScoreAsync(Db, 99)), Is.EqualTo(((double?)-0.1, (double?)null)));
        Assert.That((await scores.RemoveAsync(Db, 7), await scores.RemoveAsync(Db, 7)), Is.EqualTo((true, false)));
        Assert.ThrowsAsync<ArgumentException>(() => scores.AddAsync(Db, 1, double.NaN));
        Assert.ThrowsAsync<StoreException>(() => scores.IncrementAsync(Db, -1, double.NegativeInfinity));
        await scores.ClearAsync(Db);
        Assert.That(await scores.CountAsync(Db), Is.Zero);
    }

    [Test]
    public async Task A_hash()
    {
        RedisHash<decimal> prices = (await SavedAsync()).Prices;
        Assert.That((await prices.SetAsync(Db, "tea", 12.50m), await prices.SetAsync(Db, "tea", 1.50m), await prices.SetAsync(Db, "", 2m)), Is.EqualTo((true, false, true)));
        Assert.That((await prices.GetAsync(Other, "tea"), await prices.GetAsync(Other, "rice"), await prices.GetAsync(Db, "rice", -1m)), Is.EqualTo((1.50m, 0m, -1m)));
        Assert.That(await prices.ToDictionaryAsync(Db), Is.EquivalentTo(new Dictionary<string, decimal> { ["tea"] = 1.50m, [""] = 2m }));
        Assert.That((await prices.ContainsAsync(Db, "tea"), await prices.ContainsAsync(Db, "rice"), await prices.CountAsync(Db)), Is.EqualTo((true, false, 2L)));
        Assert.That((await prices.RemoveAsync(Db, "tea"), await prices.RemoveAsync(Db, "tea")), Is.EqualTo((true, false)));
        await prices.ClearAsync(Db);
        Assert.That(await prices.ToDictionaryAsync(Db), Is.Empty);
    }

    [Test]
    public async Task A_counter_of_the_whole_range_of_long()
    {
        RedisCounter visits = (await SavedAsync()).Visits;
        Assert.That(await visits.ValueAsync(Db), Is.Zero);
        Assert.That((await visits.IncrementAsync(Db), await visits.IncrementAsync(Db, -5)), Is.EqualTo((1L, -4L)));
        await visits.SetAsync(Db, long.MaxValue - 2);
        Assert.That(await visits.IncrementAsync(Db, 1), Is.EqualTo(long.MaxValue - 1), "no double in between");
        Assert.ThrowsAsync<StoreException>(() => visits.IncrementAsync(Db, 2));
        Assert.That(await visits.ValueAsync(Other), Is.EqualTo(long.MaxValue - 1));
    }

    [Test]
    public async Task Structures_go_with_their_row_and_are_no_part_of_a_save()
    {
        Player player = await SavedAsync(), other = await SavedAsync();
        await player.Log.AddAsync(Db, "a");
        await player.Visits.IncrementAsync(Db);
        await player.Scores.AddAsync(Db, 1, 1);
        await other.Log.AddAsync(Db, "kept");
        Assert.That(await player.SaveAsync(Db), Is.Zero);
        await player.SaveAsync(Db, SaveMode.Force);
        Assert.That(await player.Log.RangeAsync(Db), Is.EqualTo(new[] { "a" }), "the row was written anew, not deleted");

        Player loaded = (await Player.GetAsync(Other, player.Id))!;
        await player.DeleteAsync(Db);
        Assert.ThrowsAsync<EntityDeletedException>(() => player.Log.AddAsync(Db, "b"));
        EntityDeletedException gone = Assert.ThrowsAsync<EntityDeletedException>(() => loaded.Log.AddAsync(Db, "b"))!;
        Assert.That((gone.Model, gone.Key), Is.EqualTo(("Player", $"{player.Id}")));
        await player.SaveAsync(Db, SaveMode.Force);
        Assert.That((await player.Log.CountAsync(Db), await player.Visits.ValueAsync(Db), await player.Scores.CountAsync(Db)), Is.EqualTo((0L, 0L, 0L)), "nothing was left over");
        Assert.That(await other.Log.RangeAsync(Db), Is.EqualTo(new[] { "kept" }));

        await using RomSession session = Db.OpenSession();
        await other.Visits.IncrementAsync(session);
        session.Remove((await Player.GetAsync(session, other.Id))!);
        session.Remove((await Player.GetAsync(session, player.Id))!);
        await session.CommitAsync();
        Assert.ThrowsAsync<EntityDeletedException>(() => other.Log.CountAsync(Db));
    }

    [Test]
    public void An_entity_that_was_not_saved_has_none()
    {
        RomException none = Assert.ThrowsAsync<RomException>(() => new Player().Log.AddAsync(Db, "a"))!;
        Assert.That(none.Message, Does.Contain("asked for its Log"));
        Assert.ThrowsAsync<EntityDeletedException>(() => new Player { Id = 5 }.Log.AddAsync(Db, "a"));
    }

    private async Task<Player> SavedAsync()
    {
        Player player = new() { Name = "ada" };
        await player.SaveAsync(Db);
        return player;
    }
}
