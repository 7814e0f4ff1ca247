using System.Reflection;
using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>One rule for every call: cancelled before it begins, it does nothing and throws an <see cref="OperationCanceledException"/> with the token.</summary>
public sealed class CancellationTests(EngineKind kind) : ConformanceFixture(kind)
{
    /// <summary>Public types whose asynchronous members take a token; the generated ones stand for those of every model.</summary>
    private static readonly Type[] Types = [.. typeof(RomDatabase).Assembly.GetExportedTypes(), typeof(Hooked), typeof(Author)];

    /// <summary>A call of each member, by its type and name. <c>One</c> is stored and changed, <c>New</c> is neither.</summary>
    private static readonly Dictionary<string, Func<Scene, CancellationToken, Task>> Calls = new()
    {
        ["RomDatabase.ConnectAsync"] = (_, token) => RomDatabase.ConnectAsync("127.0.0.1:1", cancellationToken: token),
        ["RomDatabase.ReindexAsync"] = (scene, token) => scene.Db.ReindexAsync<Hooked>(cancellationToken: token),
        ["RomDatabase.VerifyAsync"] = (scene, token) => scene.Db.VerifyAsync<Hooked>(cancellationToken: token),
        ["RomDatabase.TransactionAsync"] = (scene, token) => scene.Db.TransactionAsync((tx, _) => Task.FromException(new InvalidTimeZoneException("the work ran")), cancellationToken: token),
        ["RomDatabase.LockAsync"] = (scene, token) => scene.Db.LockAsync(scene.One, TimeSpan.FromSeconds(9), TimeSpan.Zero, token),
        ["RomDatabase.TransferAsync"] = (scene, token) => scene.Db.TransferAsync(scene.From, scene.From, a => a.Balance, 1, token),
        ["RomDatabase.SaveAllAsync"] = (scene, token) => scene.Db.SaveAllAsync([scene.One, scene.New], token),
        ["RomDatabase.DeleteAllAsync"] = (scene, token) => scene.Db.DeleteAllAsync([scene.One], token),
        ["RomSession.RefreshAsync"] = (scene, token) => scene.Session.RefreshAsync(scene.Held, token),
        ["RomSession.RefreshAllAsync"] = (scene, token) => scene.Db.OpenSession().RefreshAllAsync(token),
        ["RomSession.CommitAsync"] = (scene, token) => scene.Session.CommitAsync(token),
        ["RomSession.CommitAsync split"] = (scene, token) => scene.Session.CommitAsync(new SplitOptions(), token),
        ["RomTransaction.CountVerifiedAsync"] = (scene, token) => scene.Db.TransactionAsync((tx, _) => tx.CountVerifiedAsync(Hooked.Query(tx), token)),
        ["RomTransaction.ListVerifiedAsync"] = (scene, token) => scene.Db.TransactionAsync((tx, _) => tx.ListVerifiedAsync(Hooked.Query(tx), token)),
        ["CommitOutcomeUnknownException.WasCommittedAsync"] = (scene, token) => scene.Unknown.WasCommittedAsync(token),
        ["Ref.LoadAsync"] = (scene, token) => ((Ref<Author>)new Author { Name = "at hand" }).LoadAsync(scene.Db, token),
        ["ForeignRef.LoadAsync"] = (_, token) => ForeignRef<Supplier>.To(new Supplier("at hand")).LoadAsync(token),
        ["RefCollection.ToListAsync"] = (scene, token) => scene.Tickets.ToListAsync(scene.Db, token),
        ["RefCollection.CountAsync"] = (scene, token) => scene.Tickets.CountAsync(scene.Db, token),
        ["RomQuery.ToListAsync"] = (scene, token) => Hooked.Query(scene.Db).Take(0).ToListAsync(token),
        ["RomQuery.FirstOrDefaultAsync"] = (scene, token) => Hooked.Query(scene.Db).FirstOrDefaultAsync(token),
        ["RomQuery.SingleOrDefaultAsync"] = (scene, token) => Hooked.Query(scene.Db).SingleOrDefaultAsync(token),
        ["RomQuery.CountAsync"] = (scene, token) => Hooked.Query(scene.Db).CountAsync(token),
        ["RomQuery.AnyAsync"] = (scene, token) => Hooked.Query(scene.Db).AnyAsync(token),
        ["RomQuery.ToPageAsync"] = (scene, token) => Hooked.Query(scene.Db).ToPageAsync(3, cancellationToken: token),
        ["RomQuery.AsAsyncEnumerable"] = (scene, token) => FirstAsync(Hooked.Query(scene.Db).Take(0).AsAsyncEnumerable(cancellationToken: token)),
        ["RomQuery.ExplainAsync"] = (scene, token) => Hooked.Query(scene.Db).ExplainAsync(token),
        ["RomQuery.ExplainCountAsync"] = (scene, token) => Hooked.Query(scene.Db).ExplainCountAsync(token),
        ["RomQuery.SumAsync"] = (scene, token) => Hooked.Query(scene.Db).SumAsync(h => h.Value, token),
        ["RomQuery.MinAsync"] = (scene, token) => Hooked.Query(scene.Db).MinAsync(h => h.Value, token),
        ["RomQuery.MaxAsync"] = (scene, token) => Hooked.Query(scene.Db).MaxAsync(h => h.Value, token),
        ["RomQuery.AverageAsync"] = (scene, token) => Hooked.Query(scene.Db).AverageAsync(h => h.Value, token),
        ["RomProjection.ToListAsync"] = (scene, token) => Hooked.Query(scene.Db).Select(h => h.Value).ToListAsync(token),
        ["RomProjection.FirstOrDefaultAsync"] = (scene, token) => Hooked.Query(scene.Db).Select(h => h.Value).FirstOrDefaultAsync(token),
        ["RomProjection.SingleOrDefaultAsync"] = (scene, token) => Hooked.Query(scene.Db).Select(h => h.Value).SingleOrDefaultAsync(token),
        ["RomProjection.ToPageAsync"] = (scene, token) => Hooked.Query(scene.Db).Select(h => h.Value).ToPageAsync(3, cancellationToken: token),
        ["RomProjection.AsAsyncEnumerable"] = (scene, token) => FirstAsync(Hooked.Query(scene.Db).Select(h => h.Value).AsAsyncEnumerable(cancellationToken: token)),
        ["RomProjection.ExplainAsync"] = (scene, token) => Hooked.Query(scene.Db).Select(h => h.Value).ExplainAsync(token),
        ["RomDistinct.ToListAsync"] = (scene, token) => Hooked.Query(scene.Db).Select(h => h.Value).Distinct().ToListAsync(token),
        ["RomDistinct.CountAsync"] = (scene, token) => Hooked.Query(scene.Db).Select(h => h.Value).Distinct().CountAsync(token),
        ["RedisList.AddAsync"] = (scene, token) => scene.Player.Log.AddAsync(scene.Db, "x", token),
        ["RedisList.AddRangeAsync"] = (scene, token) => scene.Player.Log.AddRangeAsync(scene.Db, [], token),
        ["RedisList.AddFirstAsync"] = (scene, token) => scene.Player.Log.AddFirstAsync(scene.Db, "x", token),
        ["RedisList.TakeFirstAsync"] = (scene, token) => scene.Player.Log.TakeFirstAsync(scene.Db, cancellationToken: token),
        ["RedisList.TakeLastAsync"] = (scene, token) => scene.Player.Log.TakeLastAsync(scene.Db, cancellationToken: token),
        ["RedisList.RangeAsync"] = (scene, token) => scene.Player.Log.RangeAsync(scene.Db, cancellationToken: token),
        ["RedisList.CountAsync"] = (scene, token) => scene.Player.Log.CountAsync(scene.Db, token),
        ["RedisList.RemoveAsync"] = (scene, token) => scene.Player.Log.RemoveAsync(scene.Db, "x", token),
        ["RedisList.TrimAsync"] = (scene, token) => scene.Player.Log.TrimAsync(scene.Db, 0, 1, token),
        ["RedisList.ClearAsync"] = (scene, token) => scene.Player.Log.ClearAsync(scene.Db, token),
        ["RedisSet.AddAsync"] = (scene, token) => scene.Player.Friends.AddAsync(scene.Db, Guid.Empty, token),
        ["RedisSet.AddRangeAsync"] = (scene, token) => scene.Player.Friends.AddRangeAsync(scene.Db, [], token),
        ["RedisSet.RemoveAsync"] = (scene, token) => scene.Player.Friends.RemoveAsync(scene.Db, Guid.Empty, token),
        ["RedisSet.ContainsAsync"] = (scene, token) => scene.Player.Friends.ContainsAsync(scene.Db, Guid.Empty, token),
        ["RedisSet.CountAsync"] = (scene, token) => scene.Player.Friends.CountAsync(scene.Db, token),
        ["RedisSet.ToListAsync"] = (scene, token) => scene.Player.Friends.ToListAsync(scene.Db, token),
        ["RedisSet.TakeAnyAsync"] = (scene, token) => scene.Player.Friends.TakeAnyAsync(scene.Db, cancellationToken: token),
        ["RedisSet.ClearAsync"] = (scene, token) => scene.Player.Friends.ClearAsync(scene.Db, token),
        ["RedisSortedSet.AddAsync"] = (scene, token) => scene.Player.Scores.AddAsync(scene.Db, 1, 1, token),
        ["RedisSortedSet.IncrementAsync"] = (scene, token) => scene.Player.Scores.IncrementAsync(scene.Db, 1, 1, token),
        ["RedisSortedSet.RemoveAsync"] = (scene, token) => scene.Player.Scores.RemoveAsync(scene.Db, 1, token),
        ["RedisSortedSet.ScoreAsync"] = (scene, token) => scene.Player.Scores.ScoreAsync(scene.Db, 1, token),
        ["RedisSortedSet.RankAsync"] = (scene, token) => scene.Player.Scores.RankAsync(scene.Db, 1, cancellationToken: token),
        ["RedisSortedSet.CountAsync"] = (scene, token) => scene.Player.Scores.CountAsync(scene.Db, token),
        ["RedisSortedSet.RangeAsync"] = (scene, token) => scene.Player.Scores.RangeAsync(scene.Db, cancellationToken: token),
        ["RedisSortedSet.RangeByScoreAsync"] = (scene, token) => scene.Player.Scores.RangeByScoreAsync(scene.Db, 0, 1, cancellationToken: token),
        ["RedisSortedSet.ClearAsync"] = (scene, token) => scene.Player.Scores.ClearAsync(scene.Db, token),
        ["RedisHash.SetAsync"] = (scene, token) => scene.Player.Prices.SetAsync(scene.Db, "x", 1, token),
        ["RedisHash.GetAsync"] = (scene, token) => scene.Player.Prices.GetAsync(scene.Db, "x", cancellationToken: token),
        ["RedisHash.ContainsAsync"] = (scene, token) => scene.Player.Prices.ContainsAsync(scene.Db, "x", token),
        ["RedisHash.RemoveAsync"] = (scene, token) => scene.Player.Prices.RemoveAsync(scene.Db, "x", token),
        ["RedisHash.CountAsync"] = (scene, token) => scene.Player.Prices.CountAsync(scene.Db, token),
        ["RedisHash.ToDictionaryAsync"] = (scene, token) => scene.Player.Prices.ToDictionaryAsync(scene.Db, token),
        ["RedisHash.ClearAsync"] = (scene, token) => scene.Player.Prices.ClearAsync(scene.Db, token),
        ["RedisCounter.IncrementAsync"] = (scene, token) => scene.Player.Visits.IncrementAsync(scene.Db, cancellationToken: token),
        ["RedisCounter.ValueAsync"] = (scene, token) => scene.Player.Visits.ValueAsync(scene.Db, token),
        ["RedisCounter.SetAsync"] = (scene, token) => scene.Player.Visits.SetAsync(scene.Db, 1, token),
        ["Hooked.GetAsync"] = (scene, token) => Hooked.GetAsync(scene.Db, 0, token),
        ["Hooked.GetAsync several"] = (scene, token) => Hooked.GetAsync(scene.Db, [], token),
        ["Hooked.GetByNameAsync"] = (scene, token) => Hooked.GetByNameAsync(scene.Db, null!, token),
        ["Hooked.SaveAsync"] = (scene, token) => scene.One.SaveAsync(scene.Db, cancellationToken: token),
        ["Hooked.SaveAsync in a session"] = (scene, token) => scene.New.SaveAsync(scene.Session, SaveMode.Force, token),
        ["Hooked.DeleteAsync"] = (scene, token) => scene.One.DeleteAsync(scene.Db, token),
        ["Hooked.RefreshAsync"] = (scene, token) => scene.One.RefreshAsync(scene.Db, token),
        ["Hooked.PatchAsync"] = (scene, token) => Hooked.PatchAsync(scene.Db, 0, h => h.Value.Set(1), token),
        ["Hooked.UpdateIfAsync"] = (scene, token) => Hooked.UpdateIfAsync(scene.Db, 0, h => h.Value == 1, h => h.Value.Set(1), token),
        ["Author.GetAsync"] = (scene, token) => Author.GetAsync(scene.Db, 1, token),
        ["Author.GetByNameAsync"] = (scene, token) => Author.GetByNameAsync(scene.Db, "x", token),
        ["Author.GetByMentorAsync"] = (scene, token) => Author.GetByMentorAsync(scene.Db, Ref<Author>.To(5), token),
        ["Author.SaveAsync"] = (scene, token) => scene.Author.SaveAsync(scene.Db, cancellationToken: token),
        ["Author.DeleteAsync"] = (scene, token) => scene.Author.DeleteAsync(scene.Session, token),
        ["Author.RefreshAsync"] = (scene, token) => scene.Author.RefreshAsync(scene.Session, token),
        ["Author.PatchAsync"] = (scene, token) => Author.PatchAsync(scene.Db, 1, a => a.Name.Set("x"), token),
        ["Author.UpdateIfAsync"] = (scene, token) => Author.UpdateIfAsync(scene.Db, 1, a => a.Name == "x", a => a.Name.Set("x"), token),
    };

    public static IEnumerable<string> Names => Calls.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task A_call_that_was_cancelled_before_it_began_does_nothing_and_says_so_in_one_way(string name)
    {
        Scene scene = await Scene.OpenAsync(Db);
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        long before = Db.RoundTrips;
        int hooks = scene.One.Calls.Count;
        OperationCanceledException error = Assert.CatchAsync<OperationCanceledException>(() => Calls[name](scene, source.Token))!;
        Assert.That((error.GetType(), error.CancellationToken), Is.EqualTo((typeof(OperationCanceledException), source.Token)));
        Assert.That((Db.RoundTrips - before, scene.One.Calls.Count - hooks, scene.New.Calls.Count), Is.EqualTo((0L, 0, 0)), "nothing was sent and no hook ran");
    }

    [Test]
    public void Every_public_member_that_takes_a_token_is_among_them()
    {
        IEnumerable<string> members =
            from type in Types
            where type.Namespace != "Rom.CompilerServices" && !type.IsInterface
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken))
            select $"{type.Name.Split('`')[0]}.{method.Name}";
        Assert.That(Calls.Keys.Select(name => name.Split(' ')[0]).Distinct(), Is.EquivalentTo(members.Distinct()));
    }

    private static async Task FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T item in items) Assert.Fail($"{item} was read");
    }

    /// <summary>What the calls are made on.</summary>
    private sealed record Scene(RomDatabase Db, RomSession Session, Hooked One, Hooked New, Hooked Held, Author Author, BankAccount From, Player Player)
    {
        public RefCollection<BlogPost> Tickets { get; } = new(Author, nameof(BlogPost.Author));

        public CommitOutcomeUnknownException Unknown { get; } = new("unknown")
        {
            Ask = _ => throw new InvalidTimeZoneException("the store was asked"),
        };

        public static async Task<Scene> OpenAsync(RomDatabase db)
        {
            Hooked one = new() { Name = "one" }, held = new() { Name = "held" };
            BankAccount from = new() { Owner = "o", Balance = 5 };
            Player player = new();
            await db.SaveAllAsync([one, held, from, player]);
            one.Value = held.Value = 5;
            RomSession session = db.OpenSession();
            session.Add(held);
            return new Scene(db, session, one, new Hooked { Name = "new" }, held, new Author { Name = "a" }, from, player);
        }
    }
}
